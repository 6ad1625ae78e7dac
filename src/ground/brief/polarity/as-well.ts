import { has, type Mention } from "../mention.ts";
import { type Before, isChoosable, sentenceOf } from "./clause.ts";
import { areOfOneMatter } from "./lists.ts";

/** What is refused as well is named at most this many tokens behind the word that refused. */
const NEAR = 3;
const REFUSING = ["drops", "postnegator", "done-with", "dismissal"] as const;

/** "Influencers are out, print too": the item before "too" shares the refusal that stands behind the one before. */
export function refuseAsWell(before: Before): void {
  const { tokens, content, scope, stances } = before;
  for (const little of scope) {
    if (!has(little, "scope", "also") || (tokens[little.to] && tokens[little.to]?.kind !== "break")) continue;
    const item = content.find((one) => one.to === little.from && isChoosable(one));
    const last = item && content.findLast((one) => one.end <= item.start && isChoosable(one));
    if (!item || !last || !stances.get(last)?.negated || !areOfOneMatter(item, last)) continue;
    const isBetween = (one: Mention) => one.start >= last.end && one.end <= item.start && item.from - one.to <= NEAR;
    const isShared = scope.some((one) => isBetween(one) && REFUSING.some((id) => has(one, "scope", id)));
    if (isShared && last.start >= sentenceOf(item, tokens).start)
      stances.set(item, { negated: true, hedged: false, exclusive: false });
  }
}
