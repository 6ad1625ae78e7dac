import type { Language } from "../../../ground/brief/languages.ts";
import { plainOf } from "../../../ground/brief/words.ts";
import { shareField } from "./anchor.ts";
import { type PlaceAnchor, readLeftOut } from "./place-anchor.ts";
import { isOption, type Place, readPlaces } from "./place-list.ts";
import { isTelling, spellingsOf } from "./spellings.ts";

/** A word's topics must cover at least this share of the places that it stands for. */
const DOMINANT = 0.65;
/** A topic with a smaller share of a word's places is not one of its topics. */
const LEAST = 0.4;
/** Names count for more, because they are translated with more care than the terms by which places are looked up. */
const NAME = 3;
const TERM = 1;
/** A word in the names of places of this many topics is generic, such as "shop": phrases that contain it are not words of their own. */
const GENERIC = 16;

/** A place that a word stands for, and how much weight that has. */
interface Use {
  readonly id: string;
  readonly weight: number;
}

/** The topics of a language's words, from the names of each topic's places and the terms by which they are looked up. */
export function placeWords(language: Language, anchors: readonly PlaceAnchor[]): Map<string, readonly string[]> {
  const topicsOf = new Map<string, string[]>();
  for (const { topic, places } of anchors)
    for (const { id } of places) topicsOf.set(id, [...(topicsOf.get(id) ?? []), topic]);
  const uses = usesOf(placesOf(language, anchors), language);
  const leftOut = readLeftOut(language);
  const generic = genericIn(uses, topicsOf);
  const words = new Map<string, readonly string[]>();
  for (const [word, places] of uses) {
    if (!isTelling(word, language) || leftOut.has(plainOf(word)) || isGenericPhrase(word, generic)) continue;
    const topics = dominantIn(places, topicsOf);
    if (topics.length > 0 && shareField(topics, anchors)) words.set(word, topics);
  }
  return withoutNeedless(words);
}

/** The places, with their terms if the anchors ask for them. Options that no anchor names only repeat presets. */
function placesOf(language: Language, anchors: readonly PlaceAnchor[]): Place[] {
  const anchored = new Map(anchors.flatMap(({ places }) => places).map(({ id, hasTerms }) => [id, hasTerms]));
  const english = new Map(
    readPlaces("en").map(({ id, names, terms }) => [id, new Set([...names, ...terms].map(lower))]),
  );
  const missing = [...anchored.keys()].find((id) => !english.has(id));
  if (missing !== undefined) throw new Error(`no place ${missing}: correct the anchor`);
  return readPlaces(language)
    .filter(({ id }) => anchored.has(id) || !isOption(id))
    .map((place) => ({
      ...place,
      terms: place.terms.filter(
        (term) => anchored.get(place.id) !== false && (language === "en" || !isForeign(term, place.id, english)),
      ),
    }));
}

/** Whether a term is not in this language: some terms are not translated, and some are the place's id. */
function isForeign(term: string, id: string, english: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const parts = id.split(/[/_]/);
  return (
    english.get(id)?.has(lower(term)) === true ||
    lower(term)
      .split(/[ :=_]/)
      .every((part) => parts.includes(part))
  );
}

function lower(text: string): string {
  return text.toLowerCase();
}

/** Every word or phrase, with its accents, and the places for which it stands. */
function usesOf(places: readonly Place[], language: Language): Map<string, Use[]> {
  const uses = new Map<string, Use[]>();
  for (const { id, names, terms } of places) {
    const weights = new Map(terms.flatMap((term) => spellingsOf(term, language)).map((word) => [word, TERM]));
    for (const word of names.flatMap((name) => spellingsOf(name, language))) weights.set(word, NAME);
    for (const [word, weight] of weights) uses.set(word, [...(uses.get(word) ?? []), { id, weight }]);
  }
  return uses;
}

function dominantIn(uses: readonly Use[], topicsOf: ReadonlyMap<string, readonly string[]>): string[] {
  const shares = new Map<string, number>();
  let [known, all] = [0, 0];
  for (const { id, weight } of uses) {
    const topics = topicsOf.get(id) ?? [];
    all += weight;
    if (topics.length > 0) known += weight;
    for (const topic of topics) shares.set(topic, (shares.get(topic) ?? 0) + weight);
  }
  if (known / all < DOMINANT) return [];
  return [...shares]
    .filter(([, share]) => share / all >= LEAST)
    .map(([topic]) => topic)
    .toSorted();
}

/** The words that occur in the names of places of many topics. */
function genericIn(
  uses: ReadonlyMap<string, readonly Use[]>,
  topicsOf: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> {
  const topicsWith = new Map<string, Set<string>>();
  for (const [phrase, places] of uses) {
    if (!phrase.includes(" ")) continue;
    const topics = places.flatMap(({ id }) => topicsOf.get(id) ?? []);
    for (const part of phrase.split(" ")) {
      const known = topicsWith.get(part) ?? new Set();
      for (const topic of topics) known.add(topic);
      topicsWith.set(part, known);
    }
  }
  return new Set([...topicsWith].filter(([, topics]) => topics.size >= GENERIC).map(([part]) => part));
}

/** A phrase such as "Magasin de vélos". */
function isGenericPhrase(phrase: string, generic: ReadonlySet<string>): boolean {
  return phrase.split(" ").some((part) => generic.has(part));
}

/** Drops phrases that mean the same as a word in them; a phrase that is listed with a different topic stays. */
function withoutNeedless(words: ReadonlyMap<string, readonly string[]>): Map<string, readonly string[]> {
  return new Map(
    [...words].filter(([phrase, topics]) => {
      const parts = phrase.split(" ");
      return parts.length === 1 || parts.every((part) => words.get(part)?.join() !== topics.join());
    }),
  );
}
