import type { Mention } from "../../mention.ts";
import { SENTENCE_END } from "../clause.ts";
import { isAnd, isOr, type Page } from "../lists.ts";
import type { State } from "../state.ts";

/** "Instead of radio, podcasts", and not "podcasts instead of radio". */
export function isOpeningSentence({ from }: Mention, { tokens }: Page): boolean {
  const before = tokens[from - 1];
  return before === undefined || (before.kind === "break" && SENTENCE_END.test(before.text));
}

/** "Statt Radio Podcasts": the next thing is what is wanted, unless an "and" joins it. */
export function isNextInstead(index: number, { isInstead, taken }: State, { tokens }: Page): boolean {
  const last = taken.at(-1);
  if (!isInstead || !last || last.to > index) return false;
  const between = tokens.slice(last.to, index);
  return !between.some(({ kind, plain }) => kind === "break" || isAnd(plain) || isOr(plain));
}

/** "Instead of radio, TV and print, podcasts": behind an "and" and another comma comes what is wanted. */
export function hasFurtherItem(index: number, { tokens }: Page): boolean {
  let isJoined = false;
  for (let at = index + 1; at < tokens.length; at++) {
    const { kind, plain, text } = tokens[at] ?? { kind: "break", plain: "", text: "." };
    if (kind !== "break") isJoined ||= isAnd(plain) || isOr(plain);
    else if (text !== ",") return false;
    else if (isJoined) return true;
  }
  return false;
}
