import { expect, test } from "vitest";
import { readBrief } from "../../read-brief.ts";

test.each([
  ["CPM max dix-sept euros.", 17, "EUR"],
  ["CPM max dix-neuf euros.", 19, "EUR"],
  ["CPM max dix euros.", 10, "EUR"],
  ["CPM max vingt et un euros.", 21, "EUR"],
  ["CPM max soixante-dix-sept euros.", 77, "EUR"],
  ["CPM max quatre-vingt-dix-huit euros.", 98, "EUR"],
  ["CPM max deux cent dix-sept euros.", 217, "EUR"],
  ["CPM máximo treinta y un euros.", 31, "EUR"],
  ["CPM máximo vinte e um euros.", 21, "EUR"],
  ["CPM máximo doce euros con cincuenta.", 12.5, "EUR"],
  ["CPM máximo doce con cincuenta euros.", 12.5, "EUR"],
  ["CPM máximo doze euros e meio.", 12.5, "EUR"],
  ["CPM massimo dodici euro e mezzo.", 12.5, "EUR"],
  ["CPM max douze euros et demi.", 12.5, "EUR"],
  ["TKP höchstens zwölf Komma fünf Euro.", 12.5, "EUR"],
  ["TKP höchstens zwölf Euro fünfzig.", 12.5, "EUR"],
  ["Podcasts; a tenner per thousand is our limit.", 10, "GBP"],
  ["Podcasts, no more than a fiver CPM.", 5, "GBP"],
])("amounts as they are said: %s", (brief, value, currency) => {
  const [ceiling] = readBrief(brief).chips.filter(({ kind }) => kind === "maxCpm");
  expect(Number(ceiling?.value)).toBe(value);
  expect(ceiling?.currency).toBe(currency);
});
