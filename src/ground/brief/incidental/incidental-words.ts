import { readFileSync } from "node:fs";
import { join } from "node:path";
import { LANGUAGES, type Language } from "../languages.ts";
import { parseLexicon } from "../lexicon/lexicon-file.ts";
import { type Token, tokensOf } from "../words.ts";

/** Words that say how something is spoken of, and where they stand, in tokens. */
export interface Spoken {
  readonly from: number;
  readonly to: number;
  readonly language: Language;
}

interface Phrase {
  readonly id: string;
  readonly words: readonly string[];
  readonly language: Language;
  /** It is known whatever the language of a text is taken for: of a short one that is a guess. */
  readonly isPlain: boolean;
}

/** By their first word. */
type Phrases = ReadonlyMap<string, readonly Phrase[]>;

/** All such words of a text, by what they say. */
export function spokenIn(
  tokens: readonly Token[],
  languages: readonly Language[],
): ReadonlyMap<string, readonly Spoken[]> {
  const phrases = phrasesByWord();
  const found = new Map<string, Spoken[]>();
  tokens.forEach(({ plain }, from) => {
    for (const { id, words, language, isPlain } of phrases.get(plain) ?? []) {
      if (!(isPlain || languages.includes(language))) continue;
      if (!words.every((word, at) => tokens[from + at]?.plain === word)) continue;
      const one = { from, to: from + words.length, language };
      const known = found.get(id);
      if (known) known.push(one);
      else found.set(id, [one]);
    }
  });
  return found;
}

/** In letters: a word or phrase that is as long is one of its language only. */
const LONG = 8;
const LONG_IN_ENGLISH = 6;
/** These demand that something else stands beside them. */
const ALWAYS: ReadonlySet<string> = new Set(["as", "like", "we", "ads", "over", "staff", "seated", "told-in"]);

/** Read with the first brief that needs them. */
let read: Phrases | undefined;

function phrasesByWord(): Phrases {
  read ??= Map.groupBy(phrasesIn(readFileSync(join(import.meta.dirname, "incidentals.txt"), "utf8")), firstOf);
  return read;
}

function firstOf({ words }: Phrase): string {
  return words[0] ?? "";
}

function phrasesIn(text: string): Phrase[] {
  return parseLexicon(text).flatMap((line) =>
    LANGUAGES.flatMap((language) =>
      line.wordsIn(language).map((word) => {
        const words = tokensOf(word.text).map(({ plain }) => plain);
        const isLong = words.join("").length >= (language === "en" ? LONG_IN_ENGLISH : LONG);
        return { id: line.id, words, language, isPlain: isLong || ALWAYS.has(line.id) };
      }),
    ),
  );
}
