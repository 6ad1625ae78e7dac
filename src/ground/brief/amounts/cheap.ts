import type { Chip } from "../chip.ts";
import type { Mentions } from "../mention.ts";

/** Where a brief asks for low prices. */
export function cheapIn({ scope }: Mentions): Chip[] {
  return scope
    .filter(({ senses }) => senses.some(({ kind, id }) => kind === "money" && id === "cheap"))
    .map(({ start, end }) => ({
      kind: "cheap",
      value: "cheap",
      concept: "cheap",
      negated: false,
      span: { start, end },
      certainty: 0.8,
    }));
}
