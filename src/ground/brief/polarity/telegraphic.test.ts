import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readBrief } from "../read-brief.ts";

const NOTES = readFileSync(join(import.meta.dirname, "telegraphic.txt"), "utf8")
  .split("\n")
  .flatMap((line) => {
    const [text = "", expected] = line.split(" => ");
    return expected === undefined ? [] : [{ text, expected }];
  });

test.each(NOTES)("$text", ({ text, expected }) => {
  const { chips } = readBrief(text.replaceAll("⏎", "\n"));
  const read = new Set(
    chips.flatMap(({ concept, value, negated }) => [concept, value].map((name) => `${negated ? "-" : "+"}${name}`)),
  );
  const meant = expected.split(" ");
  const opposite = meant.map((one) => (one.startsWith("+") ? "-" : "+") + one.slice(1));
  expect(meant.filter((one) => !read.has(one))).toEqual([]);
  expect(opposite.filter((one) => read.has(one))).toEqual([]);
});
