import { type Chip, tokensOf } from "../brief/index.ts";
import { PLAIN } from "./ask.ts";
import type { Said } from "./phrases.ts";

const AMOUNT = /^\d{1,6}(?:[.,]\d{1,2})?$/;
/** "Bis 15.12." */
const DATE = /^\d{1,2}[.]\d{1,2}[.]/u;
/** What may stand behind a price: nothing, its currency, or that it will do. */
const BEHIND =
  /^\s?(?:$|[,;!?)。、]|\.(?!\s?\p{L})|(?:cpm|tkp|per|pro|par|por|za|euros?|eur|usd|gbp|dollars?|pounds?|is|are|ist|est|es|è|é|jest|max|maximum|maximal|máximo|massimo|tops?|at most|höchstens|and|but|und|aber|et|mais|y|pero|e|ma|mas|en|maar|i|ale|instead|please|bitte|draus|daraus|van|stattdessen|que|then|dann|alors|entonces|allora|então|dan|wtedy)(?!\p{L})|[€$£]|以下|まで|以内|に|で|円)/iu;
const PRICE_WORDS: ReadonlySet<string> = new Set(
  "price prices cpm limit budget cost costs preis preise tkp limite prix prezzo precio preço prijs cena cost but and only can can't we you i not no cheaper please ok okay so then a the it for es ist ihn el il o de".split(
    " ",
  ),
);

/** "Max 15", "make that 25": in a refinement a limit without a unit is one of the price. */
export function ceilingIn(text: string, said: Said, chips: readonly Chip[], known: readonly Chip[]): Chip[] {
  if (chips.some(({ kind }) => kind === "maxCpm" || kind === "budget")) return [];
  const former = known.find(({ kind }) => kind === "maxCpm") ?? known.find(({ kind }) => kind === "budget");
  // "25 instead" is a price where one is in force.
  const limits = [...(said.get("limits") ?? []), ...(former ? (said.get("ceilings") ?? []) : [])];
  const tokens = tokensOf(text);
  const numbers = tokens.flatMap((token, index) => (token.kind === "number" ? [{ ...token, index }] : []));
  const [only, ...others] = numbers;
  if (
    !only ||
    others.length > 0 ||
    !AMOUNT.test(only.text) ||
    !BEHIND.test(text.slice(only.end)) ||
    DATE.test(text.slice(only.start))
  )
    return [];
  const limit = limits.find(({ from, to }) => to === only.index || from === only.index + 1 || isNearby(to, only.index));
  if (!limit || !isOfPrice(text.slice(0, Math.min(limit.start, only.start)))) return [];
  const currency = currencyBeside(tokens, only.index);
  const kind = former?.kind === "budget" ? "budget" : "maxCpm";
  return [
    {
      kind,
      value: only.text.replace(",", "."),
      concept: kind,
      negated: false,
      span: null,
      certainty: PLAIN,
      ...(currency !== undefined && { currency }),
    },
  ];
}

/** "People under 30" are no price: nothing but little words and those of prices stands before the limit in its clause. */
function isOfPrice(before: string): boolean {
  const clause = before.split(/[,;.:!?]/).at(-1) ?? "";
  return clause
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => PRICE_WORDS.has(word));
}

/** "Raise the limit to 25", "can't pay more than 15". */
function isNearby(to: number, number: number): boolean {
  return to < number && number - to <= 2;
}

const CURRENCIES: Readonly<Record<string, string>> = {
  $: "USD",
  "€": "EUR",
  "£": "GBP",
  dollar: "USD",
  dollars: "USD",
  euro: "EUR",
  euros: "EUR",
  pounds: "GBP",
};

function currencyBeside(tokens: ReturnType<typeof tokensOf>, at: number): string | undefined {
  return [tokens[at - 1], tokens[at + 1]].map((token) => CURRENCIES[token?.plain ?? ""]).find(Boolean);
}
