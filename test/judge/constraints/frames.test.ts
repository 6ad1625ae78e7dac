import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { LANGUAGES } from "../set.ts";
import { isReadIn, type Kind } from "./frames.ts";

interface Group {
  /** Names as they stand in these frames, and what each of them means; a price stands in the frame itself. */
  readonly names?: Readonly<Record<string, string>>;
  readonly frames: readonly string[];
}

/** The share of sentences that are read; at first it was between 0.888 in French and 1 in Japanese. */
const READ = 0.99;
/** A group's kind is its key; a further group of the kind, in another case of the names, has a number behind it. */
const NUMBER = /\d+$/;

function groupsOf(language: string): [Kind, Group][] {
  const path = join(import.meta.dirname, "frames", `${language}.json`);
  const groups: Record<string, Group> = JSON.parse(readFileSync(path, "utf8"));
  return Object.entries(groups).map(([key, group]) => [key.replace(NUMBER, "") as Kind, group]);
}

function sentenceOf(frame: string, name: string): string {
  const text = frame.replaceAll("{X}", name);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

test.each(LANGUAGES)("every name is read in every plain frame: %s", (language) => {
  const unread: string[] = [];
  let count = 0;
  for (const [kind, { names = { "": "" }, frames }] of groupsOf(language))
    for (const frame of frames)
      for (const [name, meant] of Object.entries(names)) {
        const text = sentenceOf(frame, name);
        count++;
        if (!isReadIn(text, kind, meant)) unread.push(`${kind}: ${text}`);
      }
  expect(count).toBeGreaterThan(150);
  expect(1 - unread.length / count, unread.join("\n")).toBeGreaterThanOrEqual(READ);
});
