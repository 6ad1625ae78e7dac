import { expect, test } from "vitest";
import { readBrief } from "../read-brief.ts";

const refusedIn = (brief: string) =>
  readBrief(brief)
    .chips.filter(({ negated }) => negated)
    .map(({ value }) => value);
const demandedIn = (brief: string) =>
  readBrief(brief)
    .chips.filter(({ negated }) => !negated)
    .map(({ value }) => value);

test.each([
  "We seek beekeepers, but without media that appear in Germany.",
  "Wir suchen Imker, aber ohne Medien, die in Deutschland erscheinen.",
  "Nous cherchons des apiculteurs, sans médias qui paraissent en Allemagne.",
  "Buscamos apicultores, sin medios que se publican en Alemania.",
  "Cerchiamo apicoltori, ma senza testate che escono in Germania.",
  "Procuramos apicultores, mas sem meios que saiam na Alemanha.",
  "We zoeken imkers, maar zonder media die in Duitsland verschijnen.",
  "Szukamy pszczelarzy, tylko bez mediów, które wychodzą w Niemczech – tam nie wysyłamy.",
])("media that are described by where they appear are refused there: %s", (brief) => {
  expect(refusedIn(brief)).toContain("DE");
});

test("what is missing of goods refuses no place", () => {
  expect(refusedIn("Apps without fees that people in Germany use.")).toEqual([]);
});

test("a firm outside a town is at home there", () => {
  const brief = "Family-run garden centre outside Galway. We'd like people living in the county to know about it.";
  expect(refusedIn(brief)).toEqual([]);
  expect(demandedIn(brief)).toContain("IE");
});

test.each([
  "We look for cyclists outside London. Thanks.",
  "Cyclists outside London.",
  "Campaign outside London, CTV.",
])("otherwise it is no market: %s", (brief) => {
  expect(refusedIn(brief)).toHaveLength(1);
});
