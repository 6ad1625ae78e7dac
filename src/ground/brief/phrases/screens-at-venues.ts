import { type Chip, isFirm } from "../chip.ts";

/** Subjects that are places as well, at which screens hang. */
const VENUES: ReadonlySet<string> = new Set(
  "airports transport rail-travel fitness medical healthcare-trade pharma grocery malls university fuel hotels dining-out hair-salons".split(
    " ",
  ),
);
const AT =
  /^ (?:in|at|inside|an|bei|im|dans|en|à|aux?|nei|negli|nelle|nella|em|nas|nos|op|w|na|przy|في)(?: (?:the|den|der|dem|les|la|los|las|de|het))? $/iu;
const SURE = 0.9;

/** "Schermi in aeroporto": screens of which nothing but the place is said are out of home, and demanded. */
export function withScreensAtVenues(chips: readonly Chip[], text: string): Chip[] {
  const isAtVenue = ({ span }: Chip) =>
    chips.some(
      ({ kind, concept, negated, span: place }) =>
        kind === "topic" &&
        VENUES.has(concept) &&
        !negated &&
        span &&
        place &&
        AT.test(text.slice(span.end, place.start)),
    );
  return chips.map((chip) => {
    if (chip.kind !== "channel" || chip.value !== "dooh" || chip.negated || isFirm(chip) || !isAtVenue(chip))
      return chip;
    const { chance: _, ...rest } = chip;
    return { ...rest, certainty: SURE };
  });
}
