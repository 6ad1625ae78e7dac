import { type Chip, isFirm } from "../brief/index.ts";
import { type Ask, isDemanded, isSame, PLAIN } from "./ask.ts";
import type { Said } from "./phrases.ts";

/** "Only display, also Austria": what is added is not all that is wanted. */
export function notAlone(chips: readonly Chip[], said: Said): readonly Chip[] {
  const places = said.get("adds") ?? [];
  const isAdded = ({ span }: Chip) =>
    span !== null &&
    places.some(
      ({ start, end }) =>
        (span.start >= end && span.start - end <= NEAR) || (start >= span.end && start - span.end <= 1),
    );
  return chips.map((chip) => {
    if (!chip.exclusive || !isAdded(chip)) return chip;
    const { exclusive: _, ...others } = chip;
    return others;
  });
}

/** In characters. */
const NEAR = 12;

/** "Like the second, but in Germany": another medium or place replaces that of before. */
export function asLikeness(chips: readonly Chip[], known: readonly Chip[]): Joined {
  const isReplaced = (one: Chip) =>
    (one.kind === "channel" || one.kind === "country") &&
    chips.some((chip) => !chip.negated && chip.kind === one.kind && !isSame(chip, one));
  return { chips, joins: undefined, takesBack: known.filter((one) => !one.negated && isReplaced(one)) };
}

/** "And CTV". */
const LEADING_AND = /^\s*(?:and|und|et|y|e|ed|en|i|oraz|あと|それと|و)\s/iu;
/** 「ポッドキャストも」. */
const JAPANESE_ALSO = /も(?:$|[。、！!])/u;

/** "Podcasts -> CTV". */
const ARROW = /\p{L}\s?(?:->|=>|→|➜)\s?\p{L}/u;
/** "No, CTV". */
const NO_FIRST =
  /^\s*(?:(?:actually|well|en fait|eigentlich|en realidad|in realtà|na verdade) )?(?:no|nope|nein|non|nee|não|nie|いや|いえ|لا)\s?[,،、]/iu;

/** "Change podcasts to display", and not "climate change": a verb at the beginning, or behind other little words. */
function isExchanging(said: Said, text: string): boolean {
  const little = said.get("chatter") ?? [];
  return (said.get("exchanges") ?? []).some(({ start }) => {
    const before = text.slice(0, start).trim();
    return (
      before === "" ||
      /[,.;:!?]$/.test(before) ||
      little.some(({ end }) => end <= start && text.slice(end, start).trim() === "")
    );
  });
}

/** "Keep display", "don't drop the podcasts": what stays is not refused. */
export function withKept(chips: readonly Chip[], said: Said, text: string): readonly Chip[] {
  const places = (said.get("keeps") ?? []).filter(({ end }) => !AWAY.test(text.slice(end)));
  if (places.length === 0) return chips;
  const isKept = ({ span }: Chip) =>
    span !== null &&
    places.some(
      ({ end }) => span.start >= end && span.start - end <= NEAR_KEPT && !/[,;.]/.test(text.slice(end, span.start)),
    ) &&
    !AWAY.test(text.slice(span.end));
  return chips.map((chip) => (chip.negated && isKept(chip) ? { ...chip, negated: false } : chip));
}

/** "Keep podcasts out", "keep away from". */
const AWAY = /^\s*(?:off|out|away|clear|weg|raus|fern|fora|fuera|fuori)(?!\p{L})/iu;
/** In characters. */
const NEAR_KEPT = 24;

export interface Joined {
  readonly chips: readonly Chip[];
  readonly joins: Ask["joins"];
  readonly takesBack: readonly Chip[];
}

/** What "instead", "too" and "after all" say of how it stands to what was wanted before. */
export function joined(chips: readonly Chip[], said: Said, text: string, known: readonly Chip[]): Joined {
  const wanted = chips.filter(({ negated }) => !negated);
  const isRefused = wanted.some((chip) => known.some((one) => one.negated && isSame(one, chip)));
  const isAdded = said.has("adds") || said.has("keeps") || JAPANESE_ALSO.test(text) || LEADING_AND.test(text);
  const isInstead =
    said.has("replaces") ||
    said.has("restricts") ||
    isExchanging(said, text) ||
    ARROW.test(text) ||
    NO_FIRST.test(text);
  const isRather = !isAdded && said.has("rather");
  if (said.has("allows") && (isRefused || !(isInstead || isRather))) return { chips, joins: "adds", takesBack: [] };
  if ((isInstead || isRather) && wanted.length > 0) {
    // "Change podcasts to display" names both.
    const old = wanted.filter((chip) => known.some((one) => !one.negated && isSame(one, chip)));
    const isOld = (chip: Chip) => old.includes(chip);
    const others = wanted.filter((chip) => !isOld(chip));
    const isExchange = old.some((chip) => others.some(({ kind }) => kind === chip.kind));
    const meant = (isExchange ? chips.filter((chip) => !isOld(chip)) : chips).map(plainly);
    return isExchange
      ? { chips: meant, joins: undefined, takesBack: old }
      : { chips: meant, joins: "replaces", takesBack: [] };
  }
  return { chips, joins: isAdded && wanted.length > 0 ? "adds" : undefined, takesBack: [] };
}

const PLACES: ReadonlySet<Chip["kind"]> = new Set(["country", "region"]);

/**
 * "Germany out again", "Austria instead of Germany": a place that was wanted, where others still are, is no longer asked for; refused it would
 * take those products along that run in the others too.
 */
export function withTakenBack({ chips, joins, takesBack }: Joined, known: readonly Chip[]): Joined {
  const isOther = (chip: Chip) => isDemanded(chip) && !chips.some((one) => one.negated && isSame(one, chip));
  const given = chips.filter(
    (chip) =>
      chip.negated &&
      PLACES.has(chip.kind) &&
      isInForce(chip, known) &&
      [...known, ...chips].some((one) => one.kind === chip.kind && isOther(one)),
  );
  if (given.length === 0) return { chips, joins, takesBack };
  return { chips: chips.filter((chip) => !given.includes(chip)), joins, takesBack: [...takesBack, ...given] };
}

/** "No podcasts, display" where podcasts are wanted: the one in force goes, and the other comes. */
export function withExchanged(chips: readonly Chip[], known: readonly Chip[], text: string): readonly Chip[] {
  const [first, second, ...others] = chips;
  if (!first?.negated || !second?.negated || others.length > 0 || first.kind !== second.kind) return chips;
  if (first.kind !== "channel" && first.kind !== "country") return chips;
  const between = text.slice(first.span?.end ?? 0, second.span?.start ?? 0);
  if (!isInForce(first, known) || isInForce(second, known) || !/^\s?[,;]\s?$/.test(between)) return chips;
  return [first, { ...second, negated: false }];
}

function isInForce(one: Chip, known: readonly Chip[]): boolean {
  return known.some((chip) => isDemanded(chip) && isSame(one, chip));
}

/** "Rather Germany" asks for it plainly, where a brief's "rather" is a preference. */
function plainly(chip: Chip): Chip {
  const isPlace = chip.kind === "channel" || chip.kind === "country";
  return isPlace && !chip.negated && !isFirm(chip) ? { ...chip, certainty: PLAIN } : chip;
}
