import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readBrief } from "../../src/ground/brief/index.ts";
import { lexicon } from "../../src/ground/brief/lexicon/lexicon.ts";

/** The shares of phrases that no change may fall below. The cold ones were written before they were read, and are not tuned on. */
const FLOORS = [
  ["first", 200, 0.98],
  ["cold", 100, 0.9],
  ["doing", 217, 0.98],
  ["paraphrases", 150, 0.98],
  ["paraphrases-cold", 50, 0.76],
] as const;

interface Phrase {
  readonly language: string;
  readonly text: string;
  /** One of these, or a kind of it, is what a reader would name. */
  readonly meanings: readonly string[];
}

function readPhrases(name: string): Phrase[] {
  return readFileSync(join(import.meta.dirname, "words", `${name}.tsv`), "utf8")
    .split("\n")
    .filter((row) => row !== "" && !row.startsWith("#"))
    .map((row) => row.split("\t"))
    .map(([language = "", text = "", meanings = ""]) => ({ language, text, meanings: meanings.split(" ") }));
}

/** The meanings that are read, and all above them. */
function meaningsIn(text: string): Set<string> {
  const { lines } = lexicon();
  const found = new Set<string>();
  for (const { kind, concept, negated } of readBrief(text).chips) {
    let line = negated ? undefined : lines.get(`${kind}:${concept}`);
    while (line && !found.has(line.id)) {
      found.add(line.id);
      line = line.parent === null ? undefined : lines.get(`${kind}:${line.parent}`);
    }
  }
  return found;
}

test.each(FLOORS)(
  "of the %s phrases, %i, what a reader would name is read in the share of %f",
  (name, count, floor) => {
    const phrases = readPhrases(name);
    expect(phrases).toHaveLength(count);
    const missed = phrases.filter(({ text, meanings }) => {
      const read = meaningsIn(text);
      return !meanings.some((meaning) => read.has(meaning));
    });
    const share = 1 - missed.length / phrases.length;
    expect(share, missed.map(({ language, text }) => `${language} ${text}`).join("\n")).toBeGreaterThanOrEqual(floor);
  },
);

/** What may be read of the sentences in which nothing is said of a subject: no more than this share of them. */
const MOST_MISREAD = 0.01;

test("of sentences about senders, thanks and budgets nothing is read", () => {
  const sentences = readFileSync(join(import.meta.dirname, "words/nothing-said.txt"), "utf8")
    .split("\n")
    .filter((row) => row !== "" && !row.startsWith("#"));
  expect(sentences.length).toBeGreaterThan(230);
  const misread = sentences.flatMap((text) => {
    const { chips } = readBrief(text);
    return chips.length === 0 ? [] : [`${text}: ${chips.map(({ concept }) => concept).join(", ")}`];
  });
  expect(misread.length / sentences.length, misread.join("\n")).toBeLessThanOrEqual(MOST_MISREAD);
});

test("every meaning that a phrase names is one of the lexicon", () => {
  const ids = new Set([...lexicon().lines.values()].map(({ id }) => id));
  const unknown = FLOORS.flatMap(([name]) => readPhrases(name)).flatMap(({ meanings }) =>
    meanings.filter((meaning) => !ids.has(meaning)),
  );
  expect(unknown).toEqual([]);
});
