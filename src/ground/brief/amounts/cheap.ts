import type { Chip } from "../chip.ts";
import { isSaidAlone } from "../conditions/said-alone.ts";
import { has, type Mentions } from "../mention.ts";
import type { Token } from "../words.ts";

/** Where a brief asks for low prices, or says of what it is offered that it is too expensive. */
export function cheapIn(mentions: Mentions, tokens: readonly Token[]): Chip[] {
  return mentions.scope
    .filter(
      (one) => has(one, "money", "cheap") || (has(one, "money", "too-dear") && isSaidAlone(one, mentions, tokens)),
    )
    .map(({ start, end }) => ({
      kind: "cheap",
      value: "cheap",
      concept: "cheap",
      negated: false,
      span: { start, end },
      certainty: 0.8,
    }));
}
