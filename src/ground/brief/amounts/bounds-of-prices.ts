import type { Chip } from "../chip.ts";
import type { Mention } from "../mention.ts";
import { highestCpm } from "./highest-cpm.ts";

/** "CPM target 6, hard cap 9 euros": of two prices in one sentence, of which only the second is called a ceiling, it is the one. */
export function withCeilings(amounts: readonly Chip[], text: string): Chip[] {
  return amounts.flatMap((one, place) => {
    const [previous, next] = [amounts[place - 1], amounts[place + 1]];
    if (next && isIdealBelow(one, next, text))
      return [{ ...one, kind: "maxCpm", concept: "maxCpm", certainty: CALLED, ...withCurrency(one, next) }];
    if (isTargetOf(one, next, text) || (previous && isIdealBelow(previous, one, text))) return [];
    return [previous && isTargetOf(previous, one, text) ? { ...one, certainty: CALLED } : one];
  });
}

const CALLED = 0.95;
/** Of an amount that is called a ceiling, and not a price per mille. */
export const ONLY_CEILING = 0.6;

/** "At most 12 euros, ideally a CPM of 9". */
function isIdealBelow(one: Chip, next: Chip, text: string): boolean {
  const between = text.slice(one.span?.end, next.span?.start);
  if (next.kind !== "maxCpm" || !isListed(between) || !IDEAL.test(between)) return false;
  return Number(one.value) > Number(next.value) && Number(one.value) <= highestCpm(one.currency ?? next.currency);
}

const IDEAL = /id[eé]a|理想|مثالي/iu;
const COMMA = /[,、،]/;
const SENTENCE_END = /[.;!?\n。]/;

/** Between two amounts of one sentence, with a comma between them. */
function isListed(between: string): boolean {
  return between.length <= CORRECTED && COMMA.test(between) && !SENTENCE_END.test(between);
}

function withCurrency(one: Chip, other: Chip): Pick<Chip, "currency"> {
  const currency = one.currency ?? other.currency;
  return currency === undefined ? {} : { currency };
}

/** Prices of two media, each called one, are none of the other's: "radio at a CPM of 5 euros, cinema at a CPM of 9". */
function isTargetOf({ kind, certainty, currency, span }: Chip, next: Chip | undefined, text: string): boolean {
  if (!span || !next?.span || kind !== "maxCpm" || next.kind !== "maxCpm") return false;
  if (next.certainty !== ONLY_CEILING || certainty <= ONLY_CEILING) return false;
  const between = text.slice(span.end, next.span.start);
  return (currency ?? next.currency) === next.currency && isListed(between);
}

/** "14 euros, sorry, 12 euros": the second is what was meant. */
export function withCorrections(amounts: readonly Chip[], corrections: readonly Mention[]): Chip[] {
  return amounts.flatMap((one, place) => {
    const [previous, next] = [amounts[place - 1], amounts[place + 1]];
    if (isTakenBack(one, next, corrections)) return [];
    if (!previous || !isTakenBack(previous, one, corrections)) return [one];
    const { kind, concept, certainty, currency } = previous;
    return [{ ...one, kind, concept, certainty, ...(currency && { currency: one.currency ?? currency }) }];
  });
}

/** At most this many characters between an amount and what it is corrected to. */
const CORRECTED = 30;

function isTakenBack({ span }: Chip, next: Chip | undefined, corrections: readonly Mention[]): boolean {
  const [from, to] = [span?.end ?? 0, next?.span?.start ?? 0];
  return to - from > 0 && to - from <= CORRECTED && corrections.some(({ start, end }) => start >= from && end <= to);
}
