import { nearTo } from "../closeness.ts";

/** If a product lists many things, each counts less. */
const FEW = 5;
/** What is for everybody is a little about each of the things that it lists. */
const FOR_ALL = 0.4;
/** So many subjects that have nothing to do with each other are sections: "news, cycling, homes, cars, food". */
const SECTIONS = 6;
/** A description with this many topics says what the product is about. */
const SAYS_ENOUGH = 1;
const BEARS_OUT = 0.15;
const DOUBTED = 0.6;
/** A subject that none of at least so many others is near. */
const OTHERS = 2;
const IN_PASSING = 0.8;

/** A name promises much: it counts less if the description has a subject and does not support it. */
export function doubtNames(
  concepts: Map<string, number>,
  lastAt: ReadonlyMap<string, number>,
  nameLength: number,
): void {
  const described = [...lastAt]
    .filter(([key, last]) => last >= nameLength && key.startsWith("topic:"))
    .map(([key]) => key);
  if (described.length < SAYS_ENOUGH) return;
  for (const [key, last] of lastAt) {
    const weight = concepts.get(key);
    if (last >= nameLength || weight === undefined || !key.startsWith("topic:")) continue;
    if (!described.some((other) => (nearTo(key).get(other) ?? 0) >= BEARS_OUT)) concepts.set(key, weight * DOUBTED);
  }
}

/** A site for dog owners that mentions holidays is not about travel: nothing else that it says is near. */
function isMentionedInPassing(key: string, topics: readonly string[]): boolean {
  if (topics.length <= OTHERS || !key.startsWith("topic:") || !standsAlone(key, topics)) return false;
  const others = topics.filter((other) => other !== key);
  return others.some((one) => others.some((other) => one !== other && (nearTo(one).get(other) ?? 0) >= BEARS_OUT));
}

function standsAlone(key: string, topics: readonly string[]): boolean {
  const near = nearTo(key);
  return !topics.some((other) => other !== key && (near.get(other) ?? 0) >= BEARS_OUT);
}

/** What the product is about in few words, it is completely about; of a portfolio's many sections, it is a little about each. */
export function focused(concepts: ReadonlyMap<string, number>, saysForAll: boolean): Map<string, number> {
  const share = concepts.size <= FEW ? 1 : Math.max(0.7, 1 - 0.04 * (concepts.size - FEW));
  const topics = [...concepts.keys()].filter((key) => key.startsWith("topic:"));
  const isForAll = saysForAll || topics.filter((key) => standsAlone(key, topics)).length >= SECTIONS;
  const factorOf = (key: string, weight: number) => {
    if (isForAll) return FOR_ALL;
    return weight === 1 ? 1 : share * (isMentionedInPassing(key, topics) ? IN_PASSING : 1);
  };
  return new Map([...concepts].map(([key, weight]) => [key, weight * factorOf(key, weight)]));
}
