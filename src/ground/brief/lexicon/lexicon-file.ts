import { LANGUAGES, type Language } from "../languages.ts";

/** What a word of the lexicon can mean. */
export type LexiconKind =
  | "topic"
  | "audience"
  | "channel"
  | "format"
  | "property"
  | "season"
  | "country"
  | "region"
  | "city"
  | "language"
  | "scope"
  | "money"
  | "filler"
  /** A word that is what it is: no form, misspelling or part of another, whatever it looks like. */
  | "known";

/** A meaning, and where it stands among the others. */
export interface Meaning {
  readonly kind: LexiconKind;
  readonly id: string;
  /** Its usual name, in English. */
  readonly label: string;
  readonly parent: string | null;
  /** It includes its parent: running shoes are about running. */
  readonly impliesParent: boolean;
  /** The id in the taxonomy of its kind. */
  readonly taxonomyId: string | null;
  readonly related: readonly string[];
  /** Meanings whose products a buyer of this one is glad of as well: cycling, for e-bikes. */
  readonly close: readonly string[];
  /** What is sold to people who go without it: vegetarian food to those who eat no meat. */
  readonly replacements: readonly string[];
  /** AdCP channels, or the countries of a region. */
  readonly values: readonly string[];
}

/** One line of a lexicon file: a meaning, and the words for it in each language. */
export interface LexiconLine extends Meaning {
  /** Read anew each time: as texts they take a fifth of the memory. */
  wordsIn(language: Language): readonly LexiconWord[];
}

interface LexiconWord {
  readonly text: string;
  /** The word hints at the meaning and does not demand it: `?screens`. */
  readonly isHint: boolean;
}

/**
 * Lines are `id < parent #taxonomy ~related,… &close,… !instead,… =value,… : en | de | fr | es | it | pt | nl | pl | ja | ar`. With `<<`
 * the words also mean the parent.
 */
export function parseLexicon(text: string): LexiconLine[] {
  const lines: LexiconLine[] = [];
  let kind: LexiconKind = "topic";
  for (const line of text.split("\n")) {
    if (line.startsWith("@")) kind = line.slice(1).trim() as LexiconKind;
    else if (line.trim() !== "" && !line.startsWith("#")) lines.push(parseLine(line, kind));
  }
  return lines;
}

function parseLine(line: string, kind: LexiconKind): LexiconLine {
  const colon = line.indexOf(" :");
  if (colon < 0) throw new Error(`a line of the lexicon has no words: ${line.slice(0, 60)}`);
  const head = line.slice(0, colon).split(" ").filter(Boolean);
  const [id = ""] = head;
  const parentAt = head.findIndex((part) => part === "<" || part === "<<");
  const columnOf = (language: Language) => line.slice(colon + 2).split("|")[LANGUAGES.indexOf(language)] ?? "";
  return {
    kind,
    id,
    label: wordsIn(columnOf("en"))[0]?.text ?? id,
    parent: parentAt < 0 ? null : (head[parentAt + 1] ?? null),
    impliesParent: head[parentAt] === "<<",
    taxonomyId: marked(head, "#")[0] ?? null,
    related: marked(head, "~"),
    close: marked(head, "&"),
    replacements: marked(head, "!"),
    values: kind === "country" ? [id] : marked(head, "="),
    wordsIn: (language) => wordsIn(columnOf(language)),
  };
}

function marked(head: readonly string[], mark: string): string[] {
  return head.filter((part) => part.startsWith(mark)).flatMap((part) => part.slice(1).split(","));
}

/** A comma between digits belongs to a number: `per 1,000`. */
function wordsIn(column: string): LexiconWord[] {
  return column
    .split(/,(?!\d)/)
    .map((word) => word.trim())
    .filter(Boolean)
    .map((word) => (word.startsWith("?") ? { text: word.slice(1), isHint: true } : { text: word, isHint: false }));
}
