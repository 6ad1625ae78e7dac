import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Where the words of a topic of the lexicon are found in WordNet and among the emoji. */
export interface Anchor {
  /** Null if the meanings below belong to no topic; they do not make a word ambiguous either. */
  readonly topic: string | null;
  /** Topics of the same field may share a word, such as an animal that is bred and its meat. */
  readonly field: string;
  /** Each is a word and the number of its sense as a noun: `toy.1`. */
  readonly senses: readonly string[];
  readonly emoji: readonly string[];
}

const FOLDER = join(import.meta.dirname, "anchors");

/** Each file is a field. */
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

/** Parses `topic : sense, … | emoji …`; the topic `none` becomes null. */
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

/** Whether the topics are in one field; a topic may be in several fields. */
export function shareField(
  topics: readonly string[],
  anchors: readonly { readonly topic: string | null; readonly field: string }[],
): boolean {
  if (topics.length < 2) return true;
  const fieldsOf = (topic: string) => new Set(anchors.filter((one) => one.topic === topic).map(({ field }) => field));
  const [first = new Set<string>(), ...others] = topics.map(fieldsOf);
  return [...first].some((field) => others.every((fields) => fields.has(field)));
}
