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

test.each([
  ["Our budget is 20k EUR, 15 December to 3 January", "20000", "EUR"],
  ["Budget 20.000 Euro, 14 Tage", "20000", "EUR"],
  ["Budget 5 000 euros, 12 décembre", "5000", "EUR"],
  ["Presupuesto: 10.000 dólares 12 semanas", "10000", "USD"],
  ["5.000 euro, 12 dicembre", "5000", "EUR"],
  ["orçamento de 50 mil reais, 12 de dezembro", "50000", "BRL"],
  ["budget 5.000 euro, 12 december", "5000", "EUR"],
  ["10 000 zł, 12 grudnia", "10000", "PLN"],
  ["予算は500万円、12月から", "5000000", "JPY"],
  ["2026年12月1日から、予算500万円、20代女性向け", "5000000", "JPY"],
  ["٥٠٠٠ درهم، ١٢ ديسمبر", "5000", "AED"],
  ["budget 50 000 $ 12 weeks", "50000", "USD"],
])("a day, a length or an age beside a budget is no amount: %s", (brief, value, currency) => {
  expect(amountsIn(brief)).toEqual([expect.objectContaining({ kind: "budget", value, currency })]);
});

test.each([
  ["from 1 December, CPM below 8 EUR", "8"],
  ["12 weeks at a CPM of 8 EUR", "8"],
  ["2 Podcasts, TKP unter 8 Euro", "8"],
  ["12 EUR per 1,000 impressions", "12"],
])("the only price is what is called one: %s", (brief, value) => {
  expect(amountsIn(brief)).toEqual([expect.objectContaining({ kind: "maxCpm", value, currency: "EUR" })]);
});

const amountsIn = (brief: string) =>
  readBrief(brief).chips.filter(({ kind }) => kind === "maxCpm" || kind === "budget");

test.each([
  '{"brief": "worktops", "max_cpm": {"amount": 12, "currency": "GBP"}}',
  '{"brief": "worktops", "currency": "GBP", "max_cpm": 12}',
  '{"produit": "plan de travail", "cpm_max": 12, "devise": "GBP"}',
])("a program names the currency in a field of its own: %s", (brief) => {
  const [ceiling] = readBrief(brief).chips.filter(({ kind }) => kind === "maxCpm");
  expect(ceiling).toMatchObject({ value: "12", currency: "GBP" });
});
