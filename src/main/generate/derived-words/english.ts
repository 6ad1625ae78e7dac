import { STOP_WORDS } from "../../../ground/brief/languages.ts";
import { tokensOf } from "../../../ground/brief/words.ts";
import { type Anchor, shareField } from "./anchor.ts";
import type { Synset, WordNet, WordSense } from "./wordnet.ts";

/** A word's topics must cover at least this share of its meanings; otherwise the word would often be read in the wrong meaning. */
const DOMINANT = 0.65;
/** The share required of names, because many people and places bear them, of words with many meanings, and of common words with several. */
const CERTAIN = 0.95;
const MANY = 4;
const SEVERAL = 3;
const COMMON = 5;
/** A topic with a smaller share of a word's meanings is not one of its topics. */
const LEAST = 0.3;
/** The weight of verbs: most verbs mean the same as the noun with the same spelling ("to hammer"), whereas adjectives do not ("tailor-made"). */
const VERB = 0.5;
const SHORTEST = 4;
const LONGEST_PHRASE = 4;

/** The topics of English words: of all words below a topic's anchors in WordNet, those that mostly mean the topic. */
export function englishWords({ synsets, senses }: WordNet, anchors: readonly Anchor[]): Map<string, readonly string[]> {
  const topicsOf = topicsBelow(synsets, senses, anchors);
  const words = new Map<string, readonly string[]>();
  const lemmas = [...topicsOf.keys()].flatMap((id) => {
    const synset = synsets.get(id);
    return synset && !synset.isRude ? synset.words : [];
  });
  for (const lemma of new Set(lemmas)) {
    // In the form in which texts are read: `t shirt`.
    const word = tokensOf(lemma)
      .map(({ plain }) => plain)
      .join(" ");
    if (!isTelling(lemma, word, senses)) continue;
    const topics = dominantIn(senses.get(lemma.toLowerCase()) ?? [], topicsOf, isName(lemma));
    if (topics.length > 0 && shareField(topics, anchors)) words.set(word, topics);
  }
  return withoutNeedless(words);
}

type Topics = ReadonlySet<string | null>;

/** The topics of every meaning below an anchor: those of the most specific anchors above it, and among these of the nearest. */
function topicsBelow(
  synsets: ReadonlyMap<number, Synset>,
  senses: WordNet["senses"],
  anchors: readonly Anchor[],
): Map<number, Topics> {
  const topicsAt = new Map<number, Set<string | null>>();
  for (const { topic, senses: names } of anchors) {
    for (const name of names) {
      const id = synsetOf(name, senses);
      topicsAt.set(id, (topicsAt.get(id) ?? new Set()).add(topic));
    }
  }
  const stepsFrom = new Map([...topicsAt.keys()].map((id) => [id, stepsBelow(id, synsets)]));
  const anchorsOf = new Map<number, number[]>();
  for (const [anchor, steps] of stepsFrom)
    for (const id of steps.keys()) anchorsOf.set(id, [...(anchorsOf.get(id) ?? []), anchor]);
  const found = new Map<number, Topics>();
  for (const [id, above] of anchorsOf) {
    const specific = above.filter((one) => !above.some((other) => other !== one && stepsFrom.get(one)?.has(other)));
    const distanceOf = (anchor: number) => stepsFrom.get(anchor)?.get(id) ?? 0;
    const nearest = Math.min(...specific.map(distanceOf));
    const nearby = specific.filter((anchor) => distanceOf(anchor) === nearest);
    found.set(id, new Set(nearby.flatMap((anchor) => [...(topicsAt.get(anchor) ?? [])])));
  }
  return found;
}

/** All meanings below a meaning, each with its number of steps. */
function stepsBelow(top: number, synsets: ReadonlyMap<number, Synset>): ReadonlyMap<number, number> {
  const steps = new Map([[top, 0]]);
  for (const [id, step] of steps)
    for (const kind of synsets.get(id)?.kinds ?? []) if (!steps.has(kind)) steps.set(kind, step + 1);
  return steps;
}

function synsetOf(name: string, senses: WordNet["senses"]): number {
  const [, word = "", rank] = /^(.+)\.(\d+)$/.exec(name) ?? [];
  const sense = senses.get(word.toLowerCase())?.find((one) => one.synset !== undefined && one.rank === Number(rank));
  if (sense?.synset === undefined) throw new Error(`WordNet has no noun ${name}: correct the anchor`);
  return sense.synset;
}

/** Each sense is weighted by its frequency in a corpus, plus a little more the earlier it is listed. */
function dominantIn(
  senses: readonly WordSense[],
  topicsOf: ReadonlyMap<number, Topics>,
  isNameOfMany: boolean,
): string[] {
  const shares = new Map<string, number>();
  let [known, all, count] = [0, 0, 0];
  for (const sense of senses) {
    const weight = sense.count + (sense.isVerb ? VERB : 1) / sense.rank;
    const topics = [...((sense.synset === undefined ? undefined : topicsOf.get(sense.synset)) ?? [])];
    const named = topics.filter((topic) => topic !== null);
    if (topics.length > 0 && named.length === 0) continue;
    count += sense.count;
    all += weight;
    if (named.length > 0) known += weight;
    for (const topic of named) shares.set(topic, (shares.get(topic) ?? 0) + weight);
  }
  const isAmbiguous = senses.length >= MANY || (senses.length >= SEVERAL && count >= COMMON);
  if (all === 0 || known / all < (isNameOfMany || isAmbiguous ? CERTAIN : DOMINANT)) return [];
  return [...shares]
    .filter(([, share]) => share / all >= LEAST)
    .map(([topic]) => topic)
    .toSorted();
}

const LETTERS = /^[a-z]+(?: [a-z]+)*$/;

function isTelling(lemma: string, word: string, senses: WordNet["senses"]): boolean {
  const parts = word.split(" ");
  if (!LETTERS.test(word) || parts.length > LONGEST_PHRASE) return false;
  // "Lead-in" would match its two words wherever they occur next to each other.
  if ([parts[0], parts.at(-1)].some((part) => STOP_WORDS.get("en")?.has(part ?? ""))) return false;
  if (parts.length === 1) return word.length >= SHORTEST && !isForm(word, senses);
  // The last part of a Latin name, such as `Canis familiaris`, is not an English word.
  return !(isName(lemma) && !senses.has(parts.at(-1) ?? ""));
}

/** The plural of a noun and the participle of a verb may have the meaning of that noun or verb: "rooms", "pitching". */
function isForm(word: string, senses: WordNet["senses"]): boolean {
  if (word.endsWith("s") && !word.endsWith("ss")) return senses.has(word.slice(0, -1));
  const base = word.endsWith("ing") ? word.slice(0, -3) : undefined;
  return base !== undefined && (senses.has(base) || senses.has(`${base}e`));
}

function isName(lemma: string): boolean {
  return lemma !== lemma.toLowerCase();
}

/** Drops phrases that mean the same as their last word; a phrase that is listed with a different topic stays. */
function withoutNeedless(words: ReadonlyMap<string, readonly string[]>): Map<string, readonly string[]> {
  return new Map(
    [...words].filter(([word, topics]) => {
      const last = word.slice(word.lastIndexOf(" ") + 1);
      return last === word || words.get(last)?.join() !== topics.join();
    }),
  );
}
