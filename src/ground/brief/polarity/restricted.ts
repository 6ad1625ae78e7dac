import { has, type Mention } from "../mention.ts";
import { PREFERRED, REFUSED } from "../stance.ts";
import { type Before, isMedium } from "./clause.ts";
import { areJoinedBy } from "./rejections.ts";

/** A number is at most this many tokens behind "before": "before about six". */
const NEAR = 2;
/** No medium is refused, and one of its kind may be preferred. */

/** "No obscure podcasts", "no radio or cinema before six": only some of a medium is refused. */
export function leaveRestricted(before: Before): void {
  const { text, content, stances } = before;
  const media = content.filter((one) => isMedium(one) && stances.get(one)?.negated);
  for (const one of media) {
    const form = content.find((other) => other.to === one.from && has(other, "format") && has(one, "channel"));
    // "Pop-up banners are out": their form is refused.
    if (form) stances.set(form, REFUSED);
    if (form || isInferior(one, before)) stances.set(one, PREFERRED);
    if (!isBounded(one, before)) continue;
    stances.set(one, PREFERRED);
    const joined = media.filter((other) => other.end <= one.start && areJoinedBy(text.slice(other.end, one.start)));
    for (const other of joined) stances.set(other, PREFERRED);
  }
}

function isInferior({ from, to, start }: Mention, { scope }: Before): boolean {
  // Japanese has no blanks between words that are tokens.
  const isBeside = (one: Mention) => one.to === from || one.from === to || one.end === start;
  return scope.some((one) => has(one, "scope", "inferior") && isBeside(one));
}

function isBounded({ to, end }: Mention, { tokens, scope }: Before): boolean {
  return scope.some((one) => {
    if (one.from !== to && one.start !== end) return false;
    if (has(one, "scope", "restricting")) return true;
    const next = tokens.slice(one.to, one.to + NEAR);
    return has(one, "scope", "bounding") && next.some(({ kind }) => kind === "number");
  });
}
