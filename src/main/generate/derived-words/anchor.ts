import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Where a topic of the lexicon is in WordNet and among the emoji. */
export interface Anchor {
  /** Null: what is below has no topic, and does not make a word ambiguous either. */
  readonly topic: string | null;
  /** Topics of one field may share a word: what is bred and what is eaten. */
  readonly field: string;
  /** A word and the number of its sense among its nouns: `toy.1`. */
  readonly senses: readonly string[];
  readonly emoji: readonly string[];
}

const FOLDER = join(import.meta.dirname, "anchors");

/** A file is a field. */
export function readAnchors(): Anchor[] {
  return globSync("*.txt", { cwd: FOLDER })
    .toSorted()
    .flatMap((field) =>
      readFileSync(join(FOLDER, field), "utf8")
        .split("\n")
        .filter((line) => line !== "" && !line.startsWith("#"))
        .map((line) => anchorIn(line, field)),
    );
}

/** `topic : sense, … | emoji …`; the topic `none` is null. */
function anchorIn(line: string, field: string): Anchor {
  const [, topic = "", senses = "", emoji = ""] = /^([\w-]+) : ([^|]*)(?:\|(.*))?$/.exec(line) ?? [];
  if (topic === "") throw new Error(`an anchor is not "topic : senses | emoji": ${line}`);
  return {
    topic: topic === "none" ? null : topic,
    field,
    senses: partsOf(senses, ","),
    emoji: partsOf(emoji, " "),
  };
}

function partsOf(text: string, separator: string): string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter(Boolean);
}

/** Whether the topics are of one field; a topic may be in several. */
export function shareField(
  topics: readonly string[],
  anchors: readonly { readonly topic: string | null; readonly field: string }[],
): boolean {
  if (topics.length < 2) return true;
  const fieldsOf = (topic: string) => new Set(anchors.filter((one) => one.topic === topic).map(({ field }) => field));
  const [first = new Set<string>(), ...others] = topics.map(fieldsOf);
  return [...first].some((field) => others.every((fields) => fields.has(field)));
}
