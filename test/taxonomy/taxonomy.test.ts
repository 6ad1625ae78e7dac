import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lexicon } from "../../src/ground/brief/index.ts";

/** The lexicon's own meanings are finer than those of the taxonomy, and no copy of it; only its ids are checked here. */
const TAXONOMIES = [
  ["topic", "iab-content-3.1.tsv", 700],
  ["audience", "iab-audience-1.1.tsv", 400],
] as const;

function namesIn(file: string): ReadonlyMap<string, string> {
  const rows = readFileSync(join(import.meta.dirname, file), "utf8")
    .split("\n")
    .filter((row) => row !== "" && !row.startsWith("#"))
    .map((row) => row.split("\t"));
  return new Map(rows.map(([id = "", name = ""]) => [id, name]));
}

test.each(TAXONOMIES)("every id that a %s of the lexicon has exists in %s", (kind, file, least) => {
  const names = namesIn(file);
  expect(names.size).toBeGreaterThan(least);
  const lost = [...lexicon().lines.values()].filter(
    (line) => line.kind === kind && line.taxonomyId !== null && !names.has(line.taxonomyId),
  );
  expect(lost.map(({ id, taxonomyId }) => `${id} #${taxonomyId}`)).toEqual([]);
});

test.each([
  ["camping", "Camping"],
  ["running", "Running and Jogging"],
  ["agriculture", "Agriculture"],
  ["logistics", "Logistics and Transportation Industry"],
  ["mortgage", "Home Financing"],
  ["skincare", "Skin Care"],
  ["hiphop", "Hip Hop Music"],
  ["mobile", "Smartphones"],
  ["charity", "Non-Profit Organizations"],
])("%s is what the taxonomy calls %s", (id, name) => {
  const taxonomyId = lexicon().lines.get(`topic:${id}`)?.taxonomyId ?? "";
  expect(namesIn("iab-content-3.1.tsv").get(taxonomyId)).toBe(name);
});

test("every parent and every related meaning exists in the lexicon", () => {
  const { lines } = lexicon();
  const kinds = ["topic", "audience", "season"];
  const isKnown = (id: string) => kinds.some((kind) => lines.has(`${kind}:${id}`));
  const lost = [...lines.values()].flatMap(({ id, kind, parent, related }) =>
    [
      ...(parent === null || lines.has(`${kind}:${parent}`) ? [] : [parent]),
      ...related.filter((one) => !isKnown(one)),
    ].map((one) => `${id}: ${one}`),
  );
  expect(lost).toEqual([]);
});
