import { expect, test } from "vitest";
import { LANGUAGES } from "../set.ts";
import { framesIn, isReadIn } from "./frames.ts";

/** The share of sentences that are read; at first it was between 0.888 in French and 1 in Japanese. */
const READ = 0.99;
test.each(LANGUAGES)("every name is read in every plain frame: %s", (language) => {
  const unread: string[] = [];
  let count = 0;
  for (const { text, kind, meant } of framesIn(language)) {
    count++;
    if (!isReadIn(text, kind, meant)) unread.push(`${kind}: ${text}`);
  }
  expect(count).toBeGreaterThan(150);
  expect(1 - unread.length / count, unread.join("\n")).toBeGreaterThanOrEqual(READ);
});
