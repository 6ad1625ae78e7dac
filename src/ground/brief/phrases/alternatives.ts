import { type Chip, isFirm } from "../chip.ts";

const OR = /^\s*(?:or|oder|ou|o|u|of|lub|albo|または|もしくは|أو|أو\/و|\/)\s*$/iu;

/** "Display oder Podcast": of media between which nothing stands but an "or", each is demanded as much as the other. */
export function withAlternatives(chips: readonly Chip[], text: string): Chip[] {
  const media = chips.filter(({ kind, negated, span }) => kind === "channel" && !negated && span !== null);
  const isBesideFirm = ({ span }: Chip) =>
    media.some((other) => {
      if (!span || !other.span || !isFirm(other)) return false;
      const [first, second] = other.span.start < span.start ? [other.span, span] : [span, other.span];
      return first.end <= second.start && OR.test(text.slice(first.end, second.start));
    });
  return chips.map((chip) => {
    if (chip.kind !== "channel" || chip.negated || isFirm(chip) || !isBesideFirm(chip)) return chip;
    const { chance: _, ...rest } = chip;
    return { ...rest, certainty: SURE };
  });
}

const SURE = 0.95;
