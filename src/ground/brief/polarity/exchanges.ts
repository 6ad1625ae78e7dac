import { has, type Mention } from "../mention.ts";
import { REFUSED, WANTED } from "../stance.ts";
import { type Before, isChoosable, isIn, sentenceOf } from "./clause.ts";
import { mattersOf } from "./lists.ts";

/** What is exchanged stands at most this many tokens from the word between: "the radio for our podcasts". */
const NEAR = 3;

/** "Swap the radio for podcasts", "out with the radio, in with podcasts": the first is refused, and the second wanted. */
export function exchange(before: Before): void {
  for (const little of before.scope) {
    if (has(little, "scope", "exchanges")) swap(little, before);
    if (has(little, "scope", "goes-out")) turnOver(little, before);
  }
}

function swap(verb: Mention, before: Before): void {
  const named = namedIn(verb, before);
  const isJapanese = before.tokens[verb.from]?.kind === "japanese";
  const ahead = isJapanese ? named.filter(({ end }) => end <= verb.start).slice(-2) : named;
  for (let at = 1; at < ahead.length; at++) {
    const [first, second] = [ahead[at - 1], ahead[at]];
    if (!first || !second || !isAlike(first, second)) continue;
    if (!isJapanese && !isParted(first, second, before)) continue;
    before.stances.set(first, REFUSED);
    before.stances.set(second, WANTED);
    return;
  }
}

/** "For" stands between them; in Arabic it is a letter of the second. */
function isParted(first: Mention, second: Mention, { tokens, scope }: Before): boolean {
  if (tokens[second.from]?.text.startsWith("ب") && second.from - first.to <= 1) return true;
  return scope.some(
    (one) =>
      has(one, "scope", "in-exchange") &&
      one.from >= first.to &&
      one.from - first.to <= NEAR &&
      one.to <= second.from &&
      second.from - one.to <= NEAR,
  );
}

function turnOver(out: Mention, before: Before): void {
  const sentence = sentenceOf(out, before.tokens);
  const into = before.scope.find((one) => has(one, "scope", "comes-in") && one.start >= out.end && isIn(sentence, one));
  if (!into) return;
  const named = namedIn(out, before);
  const first = named.find(({ start }) => start >= out.end) ?? named[0];
  const second = named.find((one) => first && one.start >= first.end && isAlike(first, one));
  if (!first || !second || first.from - out.to > NEAR) return;
  before.stances.set(first, REFUSED);
  before.stances.set(second, WANTED);
}

function namedIn(one: Mention, { tokens, content }: Before): Mention[] {
  const sentence = sentenceOf(one, tokens);
  return content.filter((other) => isChoosable(other) && isIn(sentence, other));
}

function isAlike(one: Mention, other: Mention): boolean {
  return mattersOf(one).some((matter) => mattersOf(other).includes(matter));
}
