import { expect, test } from "vitest";
import { readBrief } from "../read-brief.ts";

test.each([
  ["fútbol, tope: nueve euros el mil", "9", "EUR"],
  ["CPM no máximo trinta e cinco reais", "35", "BRL"],
  ["TKP unter fünfunddreißig Euro", "35", "EUR"],
  ["ولا يزيد سعر الألف ظهور عن خمسة وثلاثين درهما", "35", "AED"],
  ["CPM under nine hundred and fifty yen", "950", "JPY"],
  ["TKP höchstens zweihundertfünfzig Yen", "250", "JPY"],
  ["CPM maximum neuf cent quatre-vingt-dix yens", "990", "JPY"],
  ["CPM máximo doscientos pesos", "200", "MXN"],
  ["CPM massimo duecentocinquanta yen", "250", "JPY"],
  ["CPM no máximo cento e vinte reais", "120", "BRL"],
  ["maximaal tweehonderd yen CPM", "200", "JPY"],
  ["CPM do stu dwudziestu złotych", "120", "PLN"],
  ["CPM 九百円以下", "900", "JPY"],
  ["CPMは千五百円まで", "1500", "JPY"],
  ["CPM 9百円以下", "900", "JPY"],
  ["CPM ٩٠٠ ين كحد أقصى", "900", "JPY"],
  ["CPM بحد أقصى مئة وخمسين جنيها", "150", "EGP"],
])("a price in words is read: %s", (brief, value, currency) => {
  const { chips } = readBrief(brief);
  expect(chips).toContainEqual(expect.objectContaining({ kind: "maxCpm", value, currency }));
});

test("the words of an amount are none that a product could have", () => {
  const words = readBrief("Rowing for students, CPM at most nine hundred yen").terms.map(({ word }) => word);
  expect(words).not.toContain("hundred");
});
