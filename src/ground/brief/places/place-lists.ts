import type { Mention } from "../mention.ts";
import { isPlace } from "../polarity/lists.ts";

/** All that stands between two places of a list, with the article of the second. */
const JOINT =
  /^(?:[,、،] ?| (?:and|und|et|y|e|en|i|oraz|&) |و)(?:the |la |le |les |los |las |el |il |a |o |de |het |den |die )?$/u;
const LONGEST_JOINT = 9;

const known = new WeakMap<readonly Mention[], ReadonlyMap<Mention, Mention>>();

/** "To Poland, Brazil and England": the place that the list begins with, which says where all of them are; itself, if it is in none. */
export function firstOfList(place: Mention, text: string, content: readonly Mention[]): Mention {
  let firsts = known.get(content);
  if (!firsts) known.set(content, (firsts = firstsIn(text, content)));
  return firsts.get(place) ?? place;
}

/** In one pass over all that a text mentions, because a text may list hundreds. */
function firstsIn(text: string, content: readonly Mention[]): ReadonlyMap<Mention, Mention> {
  const firsts = new Map<Mention, Mention>();
  let [last, previous]: (Mention | undefined)[] = [];
  for (const place of content.filter(isPlace)) {
    // One place may be mentioned in several ways.
    if (last && last.end <= place.start) previous = last;
    const isListed = previous !== undefined && previous.end <= place.start && isJoint(text, previous.end, place.start);
    firsts.set(place, (isListed && previous && firsts.get(previous)) || place);
    last = place;
  }
  return firsts;
}

/** "German and Dutch families": the next place of its list. */
export function nextOfList(place: Mention, text: string, content: readonly Mention[]): Mention | undefined {
  return content.find((one) => isPlace(one) && one.start > place.end && isJoint(text, place.end, one.start));
}

function isJoint(text: string, from: number, to: number): boolean {
  return to - from <= LONGEST_JOINT && JOINT.test(text.slice(from, to));
}
