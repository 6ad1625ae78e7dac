import { STEM } from "../../../ground/brief/derived/derived-words.ts";
import { LANGUAGES, type Language, STOP_WORDS, stemOf } from "../../../ground/brief/languages.ts";
import { isLongEnough } from "../../../ground/brief/lexicon/lexicon.ts";
import { plainOf } from "../../../ground/brief/words.ts";
import { readAnchors } from "./anchor.ts";
import { emojiWords } from "./emoji.ts";
import { englishWords } from "./english.ts";
import { readPlaceAnchors } from "./place-anchor.ts";
import { placeWords } from "./places.ts";
import { pluralsOf } from "./plurals.ts";
import { readWordNet } from "./wordnet.ts";

/**
 * The files of `ground/brief/derived`, one for each language, with one word and its topics on each line. They are sorted in the order in
 * which JavaScript compares strings, because they are searched by bisection.
 */
export function derivedWords(): { readonly path: string; readonly text: string }[] {
  const anchors = readAnchors();
  const placeAnchors = readPlaceAnchors();
  const english = englishWords(readWordNet(), anchors);
  return LANGUAGES.map((language) => {
    const places = placeWords(language, placeAnchors);
    const words =
      language === "en"
        ? new Map([...[...places].map(([word, topics]) => [plainOf(word), topics] as const), ...english])
        : bent(new Map([...places, ...emojiWords(language, anchors, english)]), language);
    return { path: `src/ground/brief/derived/${language}.txt`, text: textOf(words) };
  });
}

type Words = ReadonlyMap<string, readonly string[]>;

/** The languages in which nouns have many cases. */
const BENDING: readonly Language[] = ["pl", "ar"];
/** Shorter stems are shared with unrelated words. */
const SHORTEST_STEM = 5;

/** Names of emoji are in the singular, and keep the accents that stemmers need. */
function bent(words: Words, language: Language): Words {
  if (language === "ja") return words;
  const forms = new Map<string, readonly string[]>();
  for (const [phrase, topics] of words) {
    for (const form of [...pluralsOf(plainOf(phrase), language), ...stemsOf(phrase, language)]) {
      const known = forms.get(form);
      forms.set(form, known === undefined || known.join() === topics.join() ? topics : []);
    }
  }
  const written = [...words].map(([phrase, topics]) => [plainOf(phrase), topics] as const);
  return new Map([...[...forms].filter(([, topics]) => topics.length > 0), ...written]);
}

function stemsOf(phrase: string, language: Language): string[] {
  if (!BENDING.includes(language)) return [];
  const parts = phrase.split(" ");
  const stems = parts.map((part) => stemOf(part, language));
  const isTelling =
    stems.join("").length >= SHORTEST_STEM &&
    parts.every((part, place) => isLongEnough(plainOf(part), stems[place] ?? "")) &&
    !STOP_WORDS.get(language)?.has(stems.join(" "));
  return isTelling ? [STEM + stems.join(" ")] : [];
}

function textOf(words: Words): string {
  const lines = [...words].map(([word, topics]) => `${word}\t${topics.join()}\n`);
  // A tab sorts before all letters, so the lines are in the order of their words.
  return lines.toSorted((a, b) => (a < b ? -1 : 1)).join("");
}
