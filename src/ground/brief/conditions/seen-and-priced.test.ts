import { expect, test } from "vitest";
import { firmDemandsOf } from "../firm-demands.fixture.ts";
import { readBrief } from "../read-brief.ts";

test.each([
  ["رأيت إعلانكم في السينما وأريد بودكاست", ["podcast"]],
  ["رأيت إعلانكم في السينما، نريد بودكاست", ["podcast"]],
  ["Vimos vuestro anuncio en el cine y queremos podcasts", ["podcast"]],
  ["Vi vuestro anuncio en la radio y quiero podcasts", ["podcast"]],
  ["Queremos un anuncio en el cine", ["cinema"]],
])("where the writer saw an ad is not what they ask for: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});

test.each([
  ["CPM9ユーロまで", "maxCpm", 9],
  ["CPM11ユーロまで", "maxCpm", 11],
  ["mamy 2 mln zł obrotu; podcasty", "budget", undefined],
] as const)("a price may be written together with its name, and a turnover is no budget: %s", (brief, kind, amount) => {
  const chip = readBrief(brief).chips.find((one) => one.kind === kind);
  expect(chip === undefined ? undefined : Number(chip.value)).toBe(amount);
});

test.each([
  ["CPM ideal 8 €, máximo 10 €, display", true],
  ["CPM ideale 8, massimo 10 euro, display", true],
  ["Ideally, CPM under 9 euros, podcasts", false],
])("a ceiling behind an ideal price binds: %s", (brief, binds) => {
  const chip = readBrief(brief).chips.find(({ kind }) => kind === "maxCpm");
  expect((chip?.certainty ?? 0) >= 0.58).toBe(binds);
});
