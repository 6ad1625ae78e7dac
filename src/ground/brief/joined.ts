import { type Chip, isFirm } from "./chip.ts";
import type { Passage } from "./passages.ts";

const LAST: Readonly<Record<Passage["about"], number>> = { sought: 0, sold: 1, writer: 2 };

/**
 * Of several chips for one thing the most certain counts, and of equal ones the one about who is sought; excluded once
 * means excluded.
 */
export function joined(chips: readonly Chip[], passages: readonly Passage[]): Chip[] {
  const lastOf = ({ span }: Chip) => {
    const within = passages.find(({ start, end }) => span !== null && span.start >= start && span.end <= end);
    return within ? LAST[within.about] : 0;
  };
  const byThing = Map.groupBy(
    chips,
    ({ kind, value, concept }) => `${kind} ${value} ${kind === "country" || kind === "channel" ? "" : concept}`,
  );
  return [...byThing.values()].flatMap((same) => {
    const refused = same.filter(({ negated }) => negated);
    // "Power tools, but not for those who do it at home": who does something is less than the thing.
    const isWanted = !refused.some(isFirm) && same.some((chip) => !chip.negated && isFirm(chip));
    const among = refused.length > 0 && !isWanted ? refused : same;
    return among.toSorted((a, b) => b.certainty - a.certainty || lastOf(a) - lastOf(b)).slice(0, 1);
  });
}
