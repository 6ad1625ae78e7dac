import { has, type Mention } from "../mention.ts";
import { isChoosable, SENTENCE_END } from "./clause.ts";
import { isOpeningSentence } from "./exceptions/instead.ts";
import { isDropping, isExcepting, isGivingUp, isObjectAhead, isObjectNear } from "./giving-up.ts";
import { isPlace, type Page } from "./lists.ts";
import { isTurnedForward } from "./rejections.ts";
import type { State } from "./state.ts";

/** "As long as we do not appear next to politics": whatever the verb is, it is the neighbour that is refused. */
export function isBesideRefused(little: Mention, { tokens, scopeAt }: Page): boolean {
  if (!has(little, "scope", "beside")) return false;
  for (let at = little.from - 1; at >= 0 && tokens[at]?.kind !== "break"; at--) {
    const said = scopeAt.get(at) ?? [];
    if (said.some((one) => has(one, "scope", "affirmer"))) return false;
    if (said.some((one) => has(one, "scope", "never") || has(one, "scope", "negator"))) return true;
  }
  return false;
}

/** "Excluded is political content", "queda excluido el contenido político": nothing precedes it that it could refuse. */
function isInverted(little: Mention, { tokens, contentAt, scopeAt }: Page): boolean {
  if (!has(little, "scope", "postnegator") || has(little, "scope", "affirmer")) return false;
  if (tokens[little.from]?.kind === "japanese") return false;
  for (let at = little.from - 1; at >= 0; at--) {
    if (contentAt.has(at)) return false;
    const { kind, text } = tokens[at] ?? { kind: "break", text: "." };
    if (kind === "break" && SENTENCE_END.test(text)) break;
  }
  for (let at = little.to; at < little.to + INVERTED; at++) {
    if (contentAt.has(at)) return true;
    const isColon = tokens[at]?.kind === "break" && tokens[at]?.text === ":" && at - little.to <= 1;
    const isEnd = tokens[at]?.kind === "break" && !isColon;
    if (isEnd || scopeAt.get(at)?.some((one) => has(one, "scope", "closer") || has(one, "scope", "contrast")))
      return false;
  }
  return false;
}

/** What is refused is named at most this many tokens behind an inverted verb. */
const INVERTED = 4;

const COMMA = /^[,،、]$/;

/** "Podcast inventory only for this, host-read": a clause that ends without an object had it before. */
export function isOnlyOfBefore(index: number, { exclusiveFrom }: State, { tokens, contentAt }: Page): boolean {
  if (exclusiveFrom < 0 || index <= exclusiveFrom || !COMMA.test(tokens[index]?.text ?? "")) return false;
  for (let at = exclusiveFrom; at < index; at++) if (contentAt.has(at)) return false;
  return true;
}

const NEGATORS = ["negator", "outside", "none", "done-with", "drops"] as const;

/** A word of Japanese that is all of its line's title: 「除外：武器」. */
export function isHeading(index: number, { tokens, scopeAt }: Page): boolean {
  const token = tokens[index];
  const isWhole = (scopeAt.get(index) ?? []).some(({ start, end }) => start === token?.start && end === token.end);
  return isWhole && tokens[index + 1]?.text === ":";
}

/** "Less than 10" compares, `ex` refuses places only, and "excluded:" refuses what follows. */
export function isNegator(little: Mention, page: Page): boolean {
  const { tokens, contentAt, contentUntil } = page;
  const next = tokens[little.to];
  if (has(little, "scope", "but-place") && (contentAt.get(little.to) ?? []).some(isPlace)) return true;
  if (isExcepting(little, page)) return true;
  if (isTurnedForward(little, page)) return true;
  if (has(little, "scope", "postnegator") && next?.text === ":" && !contentUntil.has(little.from)) return true;
  if (isInverted(little, page)) return true;
  if (isNoLonger(little, page) || isEnough(little, page)) return true;
  // "Argentina is out for the exchange rate": what stands before it has been refused.
  if (has(little, "scope", "rejection") && contentUntil.has(little.from)) return false;
  if (!NEGATORS.some((id) => has(little, "scope", id))) return false;
  if (isGivingUp(little) && !isObjectAhead(little, page)) return false;
  if (isDropping(little) && !isObjectNear(little, page)) return false;
  return next?.kind !== "number" && next?.kind !== "sign";
}

/** "No longer the US but the UK", "ya no España": it opens its sentence, and what was wanted so far follows. */
function isNoLonger(little: Mention, page: Page): boolean {
  const { tokens, languages, scopeAt } = page;
  if (!isOpeningSentence(little, page)) return false;
  const next = nextTo(little, page);
  if (!next) return false;
  const isBut = scopeAt.get(next.to)?.some((one) => has(one, "scope", "contrast"));
  const isBehindComma = scopeAt.get(next.to + 1)?.some((one) => has(one, "scope", "contrast"));
  // "Plus les États-Unis mais la France", without the "ne" that nobody says.
  if (languages[0] === "fr" && tokens[little.from]?.plain === "plus" && next.from > little.to) return Boolean(isBut);
  return has(little, "scope", "never") && (isChoosable(next) || Boolean(isBut) || Boolean(isBehindComma));
}

/** "Enough podcasts", but neither "not enough" nor "enough sleep for mothers": it is all that the clause says. */
function isEnough(little: Mention, page: Page): boolean {
  if (!has(little, "scope", "enough")) return false;
  const isBreak = (at: number) => (page.tokens[at]?.kind ?? "break") === "break";
  const next = nextTo(little, page);
  return next !== undefined && isBreak(little.from - 1) && isBreak(next.to);
}

/** What follows at once, or behind an article and a preposition. */
function nextTo({ to }: Mention, { tokens, contentAt }: Page): Mention | undefined {
  for (let at = to; at <= to + ARTICLES; at++) {
    const [next] = contentAt.get(at) ?? [];
    if (next) return next;
    const token = tokens[at];
    if (token?.kind !== "word" || token.plain.length > LONGEST_ARTICLE) return undefined;
  }
  return undefined;
}

const ARTICLES = 2;
/** In letters. */
const LONGEST_ARTICLE = 3;

/** "Excluded channels: TV". */
export function isLabelled(index: number, { opensAt, taken }: State, { scopeAt }: Page): boolean {
  const label = scopeAt.get(opensAt)?.find((one) => LABELS.some((id) => has(one, "scope", id)));
  return taken.length === 0 && label?.to === index;
}

const LABELS = ["medium-label", "places", "other-media", "other-places"] as const;

/** Arabic for "non-", whose object is one word. */
const NON = "غير";

export function isNon(index: number, { tokens }: Page): boolean {
  return tokens[index]?.plain === NON;
}

/** Before a "where": the only object of "other than" or "non-" has been named, known or not. */
export function endsOne({ isOfOne, taken, since, opensAt }: State, page: Page): boolean {
  if (!isOfOne || taken.some(isPlace)) return false;
  return taken.length > 0 || (since > 1 && isNon(opensAt - 1, page));
}

/** "Neither radio nor posters", "nothing over 10 euros and no TV": it refuses something else, and does not undo the one before it. */
export function isAnother(little: Mention, { opensAt }: State, { tokens }: Page): boolean {
  return has(little, "scope", "nor") || tokens.slice(opensAt, little.from).some(({ kind }) => kind === "number");
}
