import { has } from "../../mention.ts";
import { currencyAt } from "../currency-at.ts";
import { BREAK, wordsNear } from "../near-words.ts";
import type { Page } from "../surroundings.ts";

/** In characters. */
const UNIT = 24;
/** "3 weeks", "3 Motive", "300x250": what a number counts. */
const COUNTS =
  /^(?:\s?[x×]\s?\p{Nd}|\s?(?:週|日|か月|ヶ月|カ月|ヵ月|年|本|秒|時|分|枠|回|種|点)|[\s-]?(?:weeks?|wks?|days?|months?|years?|hours?|hrs?|sec|secs|seconds?|minutes?|mins?|creatives?|formats?|sizes?|episodes?|flights?|bursts?|waves?|versions?|executions?|wochen?|tage?n?|monate?n?|jahre?n?|stunden?|sek|sekunden|minuten|motive?n?|formate|folgen|varianten|semaines?|jours?|mois|ans|heures?|secondes?|créas?|créations?|épisodes?|vagues?|faces|semanas?|días?|meses|mes|años?|horas?|segundos?|minutos|piezas?|creatividades|episodios?|oleadas|settimane?|giorni|mesi|anni|ore|secondi|minuti|creatività|soggetti|puntate|episodi|dias?|mês|anos|peças|episódios|weken|week|dagen|dag|maanden|maand|jaar|uren|seconden|uitingen|afleveringen|tygodni\p{L}*|tydzień|dni|dzień|miesi[ąę]c\p{L}*|lat|godzin\p{L}*|sekund\p{L}*|kreacj\p{L}*|odcin\p{L}*|أسابيع|أسبوع\p{L}*|اسابيع|اسبوع\p{L}*|أيام|ايام|يوم\p{L}*|شهر\p{L}*|أشهر|اشهر|سنوات|سنة|ثانية|ثوان|حلقات)(?!\p{L}))/iu;

/** A number without a currency that is none of a price: what it counts follows, or the "CPM" before it has its own number. */
export function isOfSomethingElse(start: number, end: number, page: Page): boolean {
  return COUNTS.test(page.text.slice(end, end + UNIT)) || isBehindPrice(start, end, page);
}

/** "£25 CPM max, live 14.02": and not "£25 CPM, 30 max". */
function isBehindPrice(start: number, end: number, page: Page): boolean {
  const { text, tokens, words } = page;
  const near = wordsNear("cpm", start, end, page);
  const isOwn = (to: number, from: number) => from >= to && from - to <= UNIT && !BREAK.test(text.slice(to, from));
  const hasBound = words.some(
    (one) =>
      (has(one, "money", "ceiling") || has(one, "money", "limit")) && (isOwn(one.end, start) || isOwn(end, one.start)),
  );
  const isTaken = (from: number) =>
    tokens.some(({ kind, end: to }) => kind === "number" && to <= from && ONLY_CURRENCY.test(text.slice(to, from)));
  return near.length > 0 && !hasBound && near.every((word) => word.end <= start && isTaken(word.start));
}

const ONLY_CURRENCY =
  /^\s?(?:\p{Sc}|[A-Z]{3}|euros?|dollars?|d[oó]lares|dollari|pounds?|zł|złotych|yen|円|ユーロ|ドル|يورو|دولار)?\s?$/iu;

/** "A CPM of 5 to 6 €, max 7": a mere bound behind a price is in its currency. */
export function currencyBefore(start: number, end: number, page: Page): string | undefined {
  const { text, tokens, words } = page;
  if (!ENDS.test(text.slice(end, end + 2))) return undefined;
  const bound = words.find((one) => has(one, "money", "ceiling") && one.end < start && start - one.end <= 2);
  const price = tokens.findLast((one) => one.kind === "number" && one.end <= (bound?.start ?? 0));
  if (!bound || !price || !BOUND_BEHIND.test(text.slice(price.end, bound.start))) return undefined;
  const isPrice = page.words.some(
    (one) => has(one, "money", "cpm") && one.start < start && one.start > price.start - UNIT * 2,
  );
  return isPrice ? currencyAt(price.start, price.end, page) : undefined;
}

const ENDS = /^\s?(?:[.,;)!?\n]|$)/u;
/** Of two prices of one sentence: " €, ", " EUR CPM - ". */
const BOUND_BEHIND = /^[^.;!?\p{Nd}]{0,12}[,(–-]\s?$/u;
