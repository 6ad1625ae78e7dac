import type { Mention } from "../mention.ts";
import type { Token } from "../words.ts";

/** "And", "und". */
const LONGEST = 3;

/** "Greece and Turkey", "print, radio": nothing but a comma or a short word is between two items of a list, in either order. */
export function areJoined(one: Mention, other: Mention, tokens: readonly Token[]): boolean {
  const [first, second] = one.from <= other.from ? [one, other] : [other, one];
  const joint = tokens[first.to];
  if (second.from !== first.to + 1 || !joint) return false;
  return joint.kind === "break" || joint.plain.length <= LONGEST;
}
