import type { Chip } from "../chip.ts";
import { has, type Mention } from "../mention.ts";
import { isDenied } from "./aims.ts";
import { FULL_STOP, wordsNear } from "./near-words.ts";
import { isStopped } from "./refusals.ts";
import { NEAR, type Page } from "./surroundings.ts";

/** Which way a number is a bound: "not over 14" is a ceiling, and "not under 5" is none. */
export function boundAt(start: number, end: number, page: Page): { ceiling: boolean; floor: boolean } {
  const bounds = ["ceiling", "floor"] as const;
  const found = { ceiling: false, floor: false };
  for (const [bound, other] of [bounds, bounds.toReversed()] as const) {
    for (const word of wordsNear(bound, start, end, page)) {
      const isOther = isTurned(word, page) || (bound === "floor" && isDeniedFloor(word, start, end, page));
      // "40,000 zł, from January", "no cap".
      const isNone =
        bound === "floor"
          ? !isOther && word.start >= end && COMMA.test(page.text.slice(end, word.start))
          : isOther && (has(word, "money", "limit") || MAXIMUM.test(page.text.slice(word.start, word.end)));
      if (!isNone) found[isOther ? other : bound] = true;
    }
  }
  const isLimit = wordsNear("limit", start, end, page).some((word) => !isTurned(word, page));
  return isLimit || isNotExceeded(start, end, page) ? { ...found, ceiling: true } : found;
}

const MAXIMUM = /^(?:max|máx|maks|mass)/iu;
const COMMA = /[,،、]/u;

/** "Must not exceed 12", and with the verb behind: "zu keinem Zeitpunkt 12 Euro überschreitet". */
function isDeniedFloor(word: Mention, start: number, end: number, { text }: Page): boolean {
  return isDenied(word.start, text) || (word.start >= end && isDenied(start, text));
}

/** "Nowhere higher than 12", "stop whatever climbs above 12": more is denied, refused or stopped. */
function isNotExceeded(start: number, end: number, page: Page): boolean {
  const words = wordsNear("exceed", start, end, page);
  return words.some(
    (word) => isTurned(word, page) || isDeniedFloor(word, start, end, page) || isRefused(start, end, page),
  );
}

/** The negator of a bound is at most this many characters before it: "no CPM over". */
const TURNING = 12;

export function isTurned(word: Mention, { text, negators, content }: Page): boolean {
  return negators.some(
    ({ start, end }) =>
      end <= word.start &&
      start < word.start &&
      word.start - end <= TURNING &&
      !/[.,;:!?\d،؛؟、。]/u.test(text.slice(end, word.start)) &&
      !isOfThing(end, word, content, text),
  );
}

/** "No sports and under 20 euros": what is between is refused, and "and" begins something else. */
function isOfThing(from: number, bound: Mention, content: readonly Mention[], text: string): boolean {
  const refused = content.find((one) => one.start >= from && one.end <= bound.start);
  return refused !== undefined && AND.test(text.slice(refused.end, bound.end));
}

/** Arabic joins it to the word of the bound. */
const AND = /^\s(?:(?:and|but|und|aber|et|mais|y|pero|e|ma|mas|en|maar|i|ale|oraz)\s|و)/u;

/** "More than 15 euros we do not pay", "drop whatever costs more than 15": a floor of what is refused is a ceiling. */
export function isRefused(start: number, end: number, { text, unpaid }: Page): boolean {
  const isUnpaid = unpaid.some((word) => {
    if (word.start < end || word.start - end > NEAR * 3) return false;
    const between = text.slice(end, word.start);
    return !FULL_STOP.test(between) && !/\p{Nd}/u.test(between);
  });
  return isUnpaid || isStopped(start, end, text);
}

/** Whether an amount is a ceiling because what is above it is refused. */
export function isRefusal({ span }: Chip, page: Page): boolean {
  if (!span) return false;
  const { start, end } = span;
  const exceeding = [...wordsNear("floor", start, end, page), ...wordsNear("exceed", start, end, page)];
  return exceeding.length > 0 && isRefused(start, end, page);
}
