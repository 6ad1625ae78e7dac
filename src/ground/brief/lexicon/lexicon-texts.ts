import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { collocationsText } from "../collocations/collocations-text.ts";
import { derivedTexts } from "../derived/derived-words.ts";
import { forgetStems, type Language, STOP_WORDS, stemOf } from "../languages.ts";
import { withoutArticle } from "../stems/stem-arabic.ts";
import { plainOf, type Token, tokensOf } from "../words.ts";
import { countryLines } from "./country-names.ts";
import { type Family, familyOf, withImplied } from "./implied.ts";
import { type LexiconKind, type LexiconLine, type Meaning, parseLexicon } from "./lexicon-file.ts";
import type { Sense } from "./sense.ts";
import { lettersOf } from "./umlaut-pairs.ts";
import { type CompiledVocabulary, compile, sharing, type WordSet, type WordsRead } from "./vocabulary.ts";

/** The lexicon as people write it. */
export interface LexiconTexts {
  /** Of the files' contents. */
  readonly digest: string;
  /** By `keyOf`. */
  readonly lines: ReadonlyMap<string, LexiconLine>;
  /** Takes some two hundred milliseconds of processor time, once. */
  compiledOf(language: Language): CompiledVocabulary;
  /** The single words of a language's vocabulary, which are known long before the rest of it. */
  singlesOf(language: Language): WordSet;
}

const FOLDER = import.meta.dirname;

export function keyOf(kind: LexiconKind, id: string): string {
  return `${kind}:${id}`;
}

export function readTexts(): LexiconTexts {
  const texts = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".txt"))
    .sort()
    .map((file) => readFileSync(join(FOLDER, file), "utf8"));
  const lines = [...texts.flatMap(parseLexicon), ...countryLines()];
  const byKey = new Map<string, LexiconLine>();
  for (const line of lines) {
    const key = keyOf(line.kind, line.id);
    const known = byKey.get(key);
    byKey.set(key, known ? joined(known, line) : line);
  }
  const compiled = new Map<Language, CompiledVocabulary>();
  const singles = new Map<Language, WordSet>();
  const meanings = lines.map(meaningsOf);
  const family = familyOf(lines);
  const shared = sharing();
  return {
    digest: createHash("sha256")
      .update([...texts, ...derivedTexts(), collocationsText()].join("\0"))
      .digest("hex")
      .slice(0, 12),
    lines: byKey,
    compiledOf(language) {
      const made = compiled.get(language) ?? compile(readWords(meanings, family, language), shared);
      compiled.set(language, made);
      return made;
    },
    singlesOf(language) {
      const known = singles.get(language) ?? singlesIn(lines, language);
      singles.set(language, known);
      return known;
    },
  };
}

/** The meanings alone, as data. */
export function withoutWords(lines: LexiconTexts["lines"]): Map<string, Meaning> {
  return new Map([...lines].map(([key, { wordsIn: _words, ...meaning }]) => [key, meaning]));
}

/** Of several lines for one meaning, the one with its place in the hierarchy names it; the others only add words. */
function joined(one: LexiconLine, other: LexiconLine): LexiconLine {
  const [first, second] = isPlaced(other) && !isPlaced(one) ? [other, one] : [one, other];
  const isNamed = ({ id, label }: LexiconLine) => label.toLowerCase() === id.replaceAll("-", " ");
  return {
    ...first,
    // "Winter", and not the "first snow" that a line with further words begins with.
    label: !isPlaced(first) && isNamed(second) ? second.label : first.label,
    parent: first.parent ?? second.parent,
    taxonomyId: first.taxonomyId ?? second.taxonomyId,
    related: [...new Set([...first.related, ...second.related])],
    close: [...new Set([...first.close, ...second.close])],
    replacements: [...new Set([...first.replacements, ...second.replacements])],
    values: first.values.length > 0 ? first.values : second.values,
  };
}

function isPlaced({ taxonomyId, parent }: LexiconLine): boolean {
  return taxonomyId !== null || parent !== null;
}

/** Most words have one meaning, and meanings have many words, which share what says so. */
type Alone = readonly [Sense];

interface Meanings {
  readonly line: LexiconLine;
  /** What its words mean. */
  readonly said: readonly Alone[];
  /** What those of its words mean that only hint at it. */
  readonly hinted: readonly Alone[];
}

function meaningsOf(line: LexiconLine): Meanings {
  const { kind, id, parent, impliesParent } = line;
  const as = (isHint: boolean): readonly Alone[] => {
    const implied: readonly Alone[] =
      impliesParent && parent !== null ? [[{ kind, id: parent, isHint, isImplied: true }]] : [];
    return [[{ kind, id, isHint }], ...implied];
  };
  return { line, said: as(false), hinted: as(true) };
}

/** What tells languages apart: a text is read in few of those that it is compared with. */
function singlesIn(lines: readonly LexiconLine[], language: Language): WordSet {
  const singles = new Set<string>();
  if (language === "ja") return singles;
  for (const line of lines) {
    if (line.kind === "known") continue;
    for (const { text } of line.wordsIn(language)) {
      const [token, second] = wordsOf(text);
      if (token && !second) singles.add(token.plain);
    }
  }
  return singles;
}

const PLAIN = /^[a-z]+(?: [a-z]+)*$/;

/** Most phrases are nothing but letters and spaces. */
export function wordsOf(text: string): readonly Pick<Token, "kind" | "text" | "plain">[] {
  if (PLAIN.test(text)) return text.split(" ").map((word) => ({ kind: "word", text: word, plain: word }));
  return tokensOf(text).filter(({ kind }) => kind === "word" || kind === "number");
}

function readWords(meanings: readonly Meanings[], family: Family, language: Language): WordsRead {
  const senses = new Map<string, readonly Sense[]>();
  const stems = new Map<string, readonly Sense[]>();
  const longest = new Map<string, number>();
  const single = { singles: new Set<string>(), umlauts: new Set<string>() };
  const [parts, known, accented] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const { line, said, hinted } of meanings) {
    if (line.kind === "known") {
      for (const { text } of line.wordsIn(language)) {
        known.add(plainOf(text.toLowerCase()));
        accented.add(text.toLowerCase());
      }
      continue;
    }
    for (const { text, isHint } of line.wordsIn(language)) {
      const { written, bare, stem } =
        language === "ja" ? japaneseOf(text) : spellingsOf(text, language, { kind: line.kind, isHint }, single);
      for (const one of isHint ? hinted : said) {
        note(written, one, senses);
        if (bare !== undefined && bare !== written) note(bare, one, senses);
        if (stem !== undefined) note(stem, one, stems);
      }
    }
  }
  for (const word of accented) if (isToldByAccent(word, senses)) known.add(word);
  // A brief has few of the words that a lexicon has.
  forgetStems(language);
  const implied = { senses: withImplied(senses, family), stems: withImplied(stems, family) };
  return { ...implied, ...single, longest, parts, known };

  function note(phrase: string, alone: Alone, among: Map<string, readonly Sense[]>) {
    if (phrase === "") return;
    const [sense] = alone;
    const known = among.get(phrase);
    const same = known?.find(({ kind, id }) => kind === sense.kind && id === sense.id);
    if (!known) among.set(phrase, alone);
    else if (!same) among.set(phrase, [...known, sense]);
    else if (same.isImplied && !sense.isImplied) among.set(phrase, [...known.filter((one) => one !== same), sense]);
    const words = language === "ja" ? [phrase.charAt(0)] : phrase.split(" ");
    const [first = ""] = words;
    const length = language === "ja" ? phrase.length : words.length;
    if (length > 1 && language !== "ja") for (const part of words) parts.add(part);
    if (length > 1 || language === "ja") longest.set(first, Math.max(longest.get(first) ?? 0, length));
    // Latin letters within Japanese text are separate words: `SNS`.
    if (language === "ja" && /^[\w-]+$/.test(phrase)) longest.set(phrase, 1);
  }
}

/** Only an accent tells it from a word of the lexicon, which stays what it is. */
function isToldByAccent(word: string, senses: ReadonlyMap<string, readonly Sense[]>): boolean {
  const plain = plainOf(word);
  return word !== plain && (senses.get(plain)?.some(({ kind }) => kind === "topic" || kind === "audience") ?? false);
}

interface Spellings {
  readonly written: string;
  /** Without Arabic articles. */
  readonly bare?: string;
  /** Undefined if the word is only known by its exact spelling. */
  readonly stem?: string;
}

function japaneseOf(text: string): Spellings {
  return { written: text.toLowerCase() };
}

/**
 * Kinds that are only matched by exact spelling: `en France` and `en français` have the same stem, and so have `na` and
 * `não`, `Liège` and `liegen`.
 */
const LETTER_BY_LETTER: ReadonlySet<LexiconKind> = new Set(["country", "region", "city", "language", "scope", "money"]);

/** In these even names bend: `w Polsce`, `بمصر`. */
const BENDING: readonly Language[] = ["pl", "ar"];

const ARABIC = /\p{Script=Arabic}/u;

/** A stem that is but a rest of its word is a rest of others too: `parl` of `parlamento` and of `parliamo`. */
export function isLongEnough(word: string, stem: string): boolean {
  // What lost an ending as well as its article has little left: `أدوية` and `أدوات` are two words.
  if (ARABIC.test(word)) return stem.length >= (word.endsWith(stem) ? 3 : 4);
  const isShort = stem.length < 5 && word.length - stem.length > 2;
  return stem.length === word.length || (!isShort && stem.length >= Math.max(4, word.length / 2));
}

const UMLAUT = /[äöü]/;

/** A phrase by its letters, and by its stems. */
function spellingsOf(
  text: string,
  language: Language,
  { kind, isHint }: Pick<Sense, "kind" | "isHint">,
  { singles, umlauts }: Record<"singles" | "umlauts", Set<string>>,
): Spellings {
  const tokens = wordsOf(text);
  const letters = tokens.map((token) => token.plain).join(" ");
  if (tokens.length === 1) singles.add(letters);
  if (tokens.length === 1 && tokens.some((token) => UMLAUT.test(token.text))) umlauts.add(letters);
  const written = tokens.length === 1 ? lettersOf(tokens[0]?.text ?? "", letters, language) : letters;
  // A number alone is never an age.
  if (tokens.length === 1 && tokens[0]?.kind === "number") return { written: "" };
  const isName = LETTER_BY_LETTER.has(kind) && !isHint;
  // `الإيطالي` is what is Italian, `بالإيطالية` the language.
  const isRigid = kind === "scope" || kind === "money" || (kind === "language" && language === "ar");
  if (isName && (isRigid || !BENDING.includes(language))) return { written };
  const stems = tokens.map((token) => stemOf(token.text, language));
  const isTelling =
    tokens.every((token, index) => isLongEnough(token.plain, stems[index] ?? "")) &&
    // French `danse` has the stem `dans`.
    !(tokens.length === 1 && STOP_WORDS.get(language)?.has(stems[0] ?? ""));
  const bare = language === "ar" && !isName ? tokens.map(({ plain }) => withoutArticle(plain)).join(" ") : written;
  return isTelling ? { written, bare, stem: stems.join(" ") } : { written, bare };
}
