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
  ["Podcast DE", ["DE"]],
  ["podcast, ES", ["ES"]],
  ["Podcast - ES - 15k EUR", ["ES"]],
  ["dooh in FR", ["FR"]],
  ["dooh in NO", ["NO"]],
  ["display JP, 700 JPY CPM", ["JP"]],
  ["NL: podcast", ["NL"]],
  ["GB ohne Schottland, Podcast", ["GB"]],
  ["DOOH Deutschland KW 48/49", ["DE"]],
  ["Display US only. TZ EST.", ["US"]],
  ["podcast Denver CO", ["US"]],
  ["display Portland ME", ["US"]],
  ["podcast in Portland OR Seattle", ["US"]],
  ["markets: KW, AE; podcast", ["AE", "KW"]],
  ["Toronto CA podcast", ["CA"]],
])("a code alone is the market of the medium beside it, unless it is a week or a state: %s", (brief, read) => {
  expect(countries(brief)).toEqual(read);
});

test("of the union its members are meant, and of the continent its neighbours as well", () => {
  expect(countries("EU, podcast")).toHaveLength(27);
  expect(countries("EU only, podcast")).not.toContain("CH");
  expect(countries("Europe, podcast")).toEqual(expect.arrayContaining(["CH", "GB", "NO"]));
});

test("a code before an amount is no currency", () => {
  const [budget] = readBrief("DOOH FR 30k").chips.filter(({ kind }) => kind === "budget");
  expect(budget?.currency).not.toBe("CHF");
});

test.each([
  "HR podcast",
  "radio AM, FM",
  "the podcast IS good",
  "IN: podcasts, OUT: radio",
  "Put the podcast IN the morning",
  "podcast, NO radio",
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
