import { expect, test } from "vitest";
import { readBrief } from "./read-brief.ts";

/** Kind, value or the lexicon's name of it, and a minus before what is refused. */
function saidIn(brief: string): string[] {
  return readBrief(brief).chips.map(({ kind, value, concept, negated, currency }) => {
    const name = kind === "topic" || kind === "audience" || kind === "season" ? concept : value;
    return `${negated ? "-" : ""}${kind} ${name}${currency ? ` ${currency}` : ""}`;
  });
}

test("a verb is no city whose stem it shares", () => {
  const { chips } = readBrief("Podcasts, die Hörerschaft sollte zwischen 25 und 45 liegen");
  expect(chips.filter(({ kind }) => kind === "country" || kind === "region")).toEqual([]);
});

test.each([
  [
    "Homeowners in Ohio and Ontario; not Quebec",
    ["region ohio", "region ontario", "-region quebec", "country US", "country CA"],
  ],
  ["Hausbesitzer in Sachsen und Tirol, außer in München", ["region saxony", "region tyrol", "-region munich"]],
])("states and provinces are places of their own: %s", (brief, there) => {
  const { chips } = readBrief(brief);
  const said = chips.map(
    ({ kind, value, concept, negated }) => `${negated ? "-" : ""}${kind} ${kind === "region" ? concept : value}`,
  );
  for (const chip of there) expect(said).toContain(chip);
  expect(said).not.toContain("-country CA");
});

test.each([
  [
    "Steer clear of horror, true crime and anything with guns.",
    ["-topic true-crime", "-topic weapons"],
    "-topic movies",
  ],
  [
    "Giochi da tavolo, niente armi, horror né scommesse",
    ["-topic weapons", "-topic horror-films"],
    "-topic board-games",
  ],
  [
    "家族向けのボードゲーム。ホラー、銃以外でお願いします",
    ["-topic weapons", "-topic horror-films"],
    "-topic board-games",
  ],
  ["CTV spots, but no television", ["-channel linear_tv", "channel ctv"], "-channel ctv"],
  ["Familles, jamais de presse", ["-channel print"], "-topic news"],
])("a refusal goes to the end of its list and no further than its word: %s", (brief, there, absent) => {
  const said = saidIn(brief);
  for (const chip of there) expect(said).toContain(chip);
  expect(said).not.toContain(absent);
});

test("a phrase of a rate card, and a word within a word of katakana, are about nothing", () => {
  expect(saidIn("Host-read, baked in")).not.toContain("topic baking");
  expect(saidIn("ゼロトラスト製品")).not.toContain("topic lottery");
});

test("what a brief advertises and whom it looks for are distinguished", () => {
  const brief = "We sell board games. Aimed at hikers.";
  const { passages } = readBrief(brief);
  expect(passages.map(({ about, start, end }) => [about, brief.slice(start, end)])).toEqual([
    ["sold", "We sell board games"],
    ["sought", "Aimed at hikers"],
  ]);
});
