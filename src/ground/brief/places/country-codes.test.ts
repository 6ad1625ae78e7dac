import { expect, test } from "vitest";
import { isFirm } from "../chip.ts";
import { readBrief } from "../read-brief.ts";

function countries(brief: string): string[] {
  const chips = readBrief(brief).chips.filter((chip) => chip.kind === "country" && isFirm(chip));
  return chips.map(({ value, negated }) => (negated ? `-${value}` : value)).sort();
}

test.each([
  ["Benelux bar NL. Office chairs.", ["-NL", "BE", "LU"]],
  ["Benelux exkl. NL. Bürostühle.", ["-NL", "BE", "LU"]],
  ["Benelux sauf NL. Sièges de bureau.", ["-NL", "BE", "LU"]],
  ["markets: DE, AT; office chairs", ["AT", "DE"]],
  ["paesi: IT, AT; sedie", ["AT", "IT"]],
  ["Germany, AT and CH: office chairs", ["AT", "CH", "DE"]],
])("codes of countries are read among places: %s", (brief, read) => {
  expect(countries(brief)).toEqual(read);
});

test.each([
  "No IT jobs, please",
  "We sell PR software",
  "OFFICE CHAIRS NO TV AT ALL",
  "Only IT people",
  "A vitamin with DE as a label",
])("what only looks like a code is a word: %s", (brief) => {
  expect(countries(brief)).toEqual([]);
});

test("where a shop does not deliver is refused, and a journey's end is not", () => {
  expect(countries("Nach Norwegen liefern wir nicht. Skier für Schweden.")).toEqual(["-NO", "SE"]);
  expect(countries("Flüge nach Norwegen")).toEqual([]);
});
