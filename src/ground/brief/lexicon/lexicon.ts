import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { LANGUAGES, type Language, STOP_WORDS, stemOf } from "../languages.ts";
import { tokensOf } from "../words.ts";
import { countryLines } from "./country-names.ts";
import { withImplied } from "./implied.ts";
import { type LexiconKind, type LexiconLine, parseLexicon } from "./lexicon-file.ts";
import type { Sense } from "./sense.ts";

export type { Sense } from "./sense.ts";

/** The words of one language, the words of a phrase with spaces between. */
export interface Vocabulary {
  /** By their letters, without accents. */
  readonly senses: ReadonlyMap<string, readonly Sense[]>;
  /** By their stems, where the letters are not known: `Hamburg` is no `Hamburger`. */
  readonly stems: ReadonlyMap<string, readonly Sense[]>;
  /** The most words that a phrase beginning with this one has. */
  readonly longest: ReadonlyMap<string, number>;
  /** Single words as they are written: what compounds are made of, and what typing errors are of. */
  readonly singles: ReadonlySet<string>;
  /** The words that phrases are made of. */
  readonly parts: ReadonlySet<string>;
}

export interface Lexicon {
  /** Of the files' contents: what is read by another lexicon may be read otherwise. */
  readonly digest: string;
  readonly lines: ReadonlyMap<string, LexiconLine>;
  readonly vocabularies: ReadonlyMap<Language, Vocabulary>;
}

const FOLDER = import.meta.dirname;
let loaded: Lexicon | undefined;

/** The concept lexicon, read once, when something is first to be read by it. */
export function lexicon(): Lexicon {
  loaded ??= load();
  return loaded;
}

/** A meaning by its kind and id. */
export function lineOf(kind: LexiconKind, id: string): LexiconLine | undefined {
  return lexicon().lines.get(keyOf(kind, id));
}

/** What people call a meaning, in English. */
export function labelOf(kind: LexiconKind, id: string): string {
  return lineOf(kind, id)?.words.get("en")?.[0]?.text ?? id;
}

function keyOf(kind: LexiconKind, id: string): string {
  return `${kind}:${id}`;
}

function load(): Lexicon {
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
  return {
    digest: createHash("sha256").update(texts.join("\0")).digest("hex").slice(0, 12),
    lines: byKey,
    vocabularies: new Map(LANGUAGES.map((language) => [language, vocabularyOf(lines, language)])),
  };
}

/** Of several lines for one meaning the one that says its place among the others names it; the others have words alone. */
function joined(one: LexiconLine, other: LexiconLine): LexiconLine {
  const [first, second] = isPlaced(other) && !isPlaced(one) ? [other, one] : [one, other];
  return {
    ...first,
    parent: first.parent ?? second.parent,
    taxonomyId: first.taxonomyId ?? second.taxonomyId,
    related: [...new Set([...first.related, ...second.related])],
    values: first.values.length > 0 ? first.values : second.values,
  };
}

function isPlaced({ taxonomyId, parent }: LexiconLine): boolean {
  return taxonomyId !== null || parent !== null;
}

function vocabularyOf(lines: readonly LexiconLine[], language: Language): Vocabulary {
  const senses = new Map<string, Sense[]>();
  const stems = new Map<string, Sense[]>();
  const longest = new Map<string, number>();
  const singles = new Set<string>();
  const parts = new Set<string>();
  for (const { kind, id, parent, impliesParent, words } of lines) {
    const implied = impliesParent && parent !== null ? { kind, id: parent, isImplied: true as const } : undefined;
    for (const { text, isHint } of words.get(language) ?? []) {
      const sense = { kind, id, isHint };
      const { written, stem } = language === "ja" ? japaneseOf(text) : spellingsOf(text, language, sense, singles);
      for (const one of implied ? [sense, { ...implied, isHint }] : [sense]) {
        note(written, one, senses);
        if (stem !== undefined) note(stem, one, stems);
      }
    }
  }
  const imply = (among: ReadonlyMap<string, readonly Sense[]>) => withImplied(among, lines);
  return { senses: imply(senses), stems: imply(stems), longest, singles, parts };

  function note(phrase: string, sense: Sense, among: Map<string, Sense[]>) {
    if (phrase === "") return;
    const known = among.get(phrase) ?? [];
    const same = known.find(({ kind, id }) => kind === sense.kind && id === sense.id);
    if (!same) among.set(phrase, [...known, sense]);
    else if (same.isImplied && !sense.isImplied) among.set(phrase, [...known.filter((one) => one !== same), sense]);
    const [first = ""] = language === "ja" ? [phrase.charAt(0)] : phrase.split(" ");
    const length = language === "ja" ? phrase.length : phrase.split(" ").length;
    if (length > 1 && language !== "ja") for (const part of phrase.split(" ")) parts.add(part);
    longest.set(first, Math.max(longest.get(first) ?? 0, length));
    // Latin letters within Japanese are words of their own: `SNS`.
    if (language === "ja" && /^[\w-]+$/.test(phrase)) longest.set(phrase, 1);
  }
}

interface Spellings {
  readonly written: string;
  /** Undefined where the word is known by its letters alone. */
  readonly stem?: string;
}

function japaneseOf(text: string): Spellings {
  return { written: text.toLowerCase() };
}

/**
 * Kinds that are known by their letters alone: `en France` and `en français` have one stem, and so have `na` and `não`, `Liège`
 * and `liegen`.
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

/** A phrase by its letters, and by its stems. */
function spellingsOf(text: string, language: Language, { kind, isHint }: Sense, singles: Set<string>): Spellings {
  const tokens = tokensOf(text).filter(({ kind }) => kind === "word" || kind === "number");
  const written = tokens.map((token) => token.plain).join(" ");
  if (tokens.length === 1) singles.add(written);
  // A number alone is an age nowhere.
  if (tokens.length === 1 && tokens[0]?.kind === "number") return { written: "" };
  const isName = LETTER_BY_LETTER.has(kind) && !isHint;
  if (isName && (kind === "scope" || kind === "money" || !BENDING.includes(language))) return { written };
  const stems = tokens.map((token) => stemOf(token.text, language));
  const isTelling =
    tokens.every((token, index) => isLongEnough(token.plain, stems[index] ?? "")) &&
    // French `danse` has the stem `dans`.
    !(tokens.length === 1 && STOP_WORDS.get(language)?.has(stems[0] ?? ""));
  return isTelling ? { written, stem: stems.join(" ") } : { written };
}
