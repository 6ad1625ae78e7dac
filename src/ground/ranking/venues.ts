import { type Chip, isFirm } from "../brief/index.ts";

const OUT_OF_HOME: ReadonlySet<string> = new Set(["dooh", "ooh"]);
/** "screens in gyms", "Screens an den Bahnhöfen", "écrans dans les gares", in characters. */
const LONGEST = 24;
const AT =
  /^ (?:\S+ )?(?:in|at|on|inside|near|an|am|auf|bei|im|dans|en|sur|à|aux?|nelle|nei|negli|nella|nel|em|na|nas|no|nos|op|bij|w|przy|في)(?: (?:the|den|der|dem|les|la|los|las|de|het|os|as))? $/iu;
const AND = /^(?: (?:and|or|und|oder|et|ou|y|o|e|en|of|i|lub) |, )$/u;
/** The place comes first: 「駅のサイネージ」. */
const OF_JAPANESE = /^(?:構内|内)?の$/u;

/** Where an out-of-home medium shall stand, by the words beside it: "digital screens in gyms and at stations". */
export function venuesAmong(chips: readonly Chip[], brief: string): ReadonlySet<Chip> {
  const venues = new Set<Chip>();
  const media = chips.filter(
    (chip) => chip.kind === "channel" && !chip.negated && isFirm(chip) && OUT_OF_HOME.has(chip.value),
  );
  if (media.length === 0) return venues;
  const between = (one: Chip, other: Chip) => brief.slice(one.span?.end ?? 0, other.span?.start ?? 0);
  const isBefore = (one: Chip, other: Chip) =>
    one.span !== null && other.span !== null && one.span.end <= other.span.start;
  for (const chip of chips.toSorted((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0))) {
    if (chip.kind !== "topic" || chip.negated || !chip.span) continue;
    const isAt = (before: Chip) => {
      if (!isBefore(before, chip)) return false;
      const words = between(before, chip);
      return words.length <= LONGEST && (AT.test(words) || (venues.has(before) && AND.test(words)));
    };
    const isOf = (medium: Chip) => isBefore(chip, medium) && OF_JAPANESE.test(between(chip, medium));
    if (media.some((medium) => isAt(medium) || isOf(medium)) || [...venues].some(isAt) || isSaidWith(chip, venues))
      venues.add(chip);
  }
  return venues;
}

/** Another meaning of the same words. */
function isSaidWith(chip: Chip, venues: ReadonlySet<Chip>): boolean {
  return [...venues].some(({ span }) => span?.start === chip.span?.start && span?.end === chip.span?.end);
}
