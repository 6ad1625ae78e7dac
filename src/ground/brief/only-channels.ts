import type { Chip } from "./chip.ts";
import { has, type Mentions } from "./mention.ts";
import { SENTENCE_END } from "./polarity/clause.ts";

/** "Only with influencers. Banners are nice in theory": a later sentence adds no channel, unless it says "also" or where. */
export function onlyChannels(chips: readonly Chip[], text: string, { content, scope }: Mentions): Chip[] {
  const only = chips.filter(isWanted).filter(({ exclusive }) => exclusive);
  const until = Math.max(...only.map(({ span }) => span?.end ?? 0));
  const after = SENTENCE_END.exec(text.slice(Math.max(until, 0)));
  if (only.length === 0 || !after) return [...chips];
  const from = until + after.index;
  const isIn = (one: { start: number; end: number }, place: number) =>
    one.start > from && !SENTENCE_END.test(text.slice(Math.min(one.end, place), Math.max(one.start, place)));
  const isAdded = (place: number) =>
    scope.some((one) => isIn(one, place) && has(one, "scope", "also")) ||
    content.some((one) => isIn(one, place) && PLACES.some((kind) => has(one, kind)));
  return chips.filter((chip) => {
    const start = chip.span?.start ?? 0;
    return !isWanted(chip) || start < from || isAdded(start);
  });
}

const PLACES = ["country", "region", "city"] as const;

function isWanted({ kind, negated }: Chip): boolean {
  return kind === "channel" && !negated;
}
