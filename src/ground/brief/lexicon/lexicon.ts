import { setImmediate as nextTurn } from "node:timers/promises";
import { LANGUAGES, type Language } from "../languages.ts";
import type { LexiconKind, Meaning } from "./lexicon-file.ts";
import { keyOf, type LexiconTexts, readTexts, withoutWords, wordsOf } from "./lexicon-texts.ts";
import { type CompiledVocabulary, type Vocabulary, vocabularyOf, type WordSet } from "./vocabulary.ts";

export type { Sense } from "./sense.ts";
export type { Vocabulary, WordSet } from "./vocabulary.ts";

export interface Lexicon {
  /** The digest of the files' contents: another lexicon may give another reading. */
  readonly digest: string;
  readonly lines: ReadonlyMap<string, Meaning>;
  vocabularyOf(language: Language): Vocabulary;
  /** The single words of a language's vocabulary. */
  singlesOf(language: Language): WordSet;
}

/** All of it as data, so that it can be written to a file: making it from its texts takes two seconds of processor time. */
export interface CompiledLexicon {
  readonly digest: string;
  readonly lines: ReadonlyMap<string, Meaning>;
  readonly vocabularies: ReadonlyMap<Language, CompiledVocabulary>;
}

interface Loaded {
  readonly lexicon: Lexicon;
  /** Undefined once everything is compiled. */
  readonly texts?: LexiconTexts;
}

let loaded: Loaded | undefined;
let recall: () => CompiledLexicon | undefined = () => undefined;

/** The concept lexicon, read once, when something is first to be read by it. */
export function lexicon(): Lexicon {
  return load().lexicon;
}

/** Says where the lexicon can be had as it was compiled before, from these very texts. */
export function recallLexicon(from: () => CompiledLexicon | undefined): void {
  recall = from;
}

/**
 * Reads the lexicon ahead of the first brief, a language a turn: one that came before would hold the event loop for as many of
 * them as there are. What had to be compiled is returned.
 */
export async function readLexiconAhead(): Promise<CompiledLexicon | undefined> {
  const { texts } = load();
  if (!texts) return undefined;
  const vocabularies = new Map<Language, CompiledVocabulary>();
  for (const language of LANGUAGES) {
    await nextTurn();
    vocabularies.set(language, texts.compiledOf(language));
  }
  const compiled = { digest: texts.digest, lines: withoutWords(texts.lines), vocabularies };
  loaded = { lexicon: fromCompiled(compiled) };
  return compiled;
}

/** A meaning by its kind and id. */
export function lineOf(kind: LexiconKind, id: string): Meaning | undefined {
  return lexicon().lines.get(keyOf(kind, id));
}

/**
 * The usual name of a meaning, in English; of a place, what a brief says of it, for many places may be one to the lexicon: "in Bath" is
 * Bath.
 */
export function labelOf(kind: LexiconKind, id: string, said = ""): string {
  const place = kind === "city" ? said.replace(/^(?:\p{Ll}{1,6}\s){1,2}(?=\p{Lu})/u, "") : "";
  return place || (lineOf(kind, id)?.label ?? id);
}

/** The meaning of a kind that these words have in English. */
export function idOf(kind: LexiconKind, words: string): string | undefined {
  const written = wordsOf(words).map(({ plain }) => plain);
  const senses = lexicon().vocabularyOf("en").senses.get(written.join(" "));
  return senses?.find((sense) => sense.kind === kind && !sense.isImplied)?.id;
}

function load(): Loaded {
  if (loaded) return loaded;
  const compiled = recall();
  if (compiled) loaded = { lexicon: fromCompiled(compiled) };
  else {
    const texts = readTexts();
    loaded = { lexicon: fromTexts(texts), texts };
  }
  return loaded;
}

function fromCompiled({ digest, lines, vocabularies }: CompiledLexicon): Lexicon {
  const inLanguages = eachOnce((language) => {
    const compiled = vocabularies.get(language);
    if (!compiled) throw new Error(`the compiled lexicon has no words in ${language}`);
    return vocabularyOf(compiled);
  });
  return { digest, lines, vocabularyOf: inLanguages, singlesOf: (language) => inLanguages(language).singles };
}

/** A vocabulary is made when it is first asked for. */
function fromTexts({ digest, lines, compiledOf, singlesOf }: LexiconTexts): Lexicon {
  return { digest, lines, vocabularyOf: eachOnce((language) => vocabularyOf(compiledOf(language))), singlesOf };
}

function eachOnce(make: (language: Language) => Vocabulary): (language: Language) => Vocabulary {
  const made = new Map<Language, Vocabulary>();
  return (language) => {
    const known = made.get(language) ?? make(language);
    made.set(language, known);
    return known;
  };
}
