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

test.each([
  ["radio in Norway at a CPM of not more than 70 kroner", "70", "NOK"],
  ["Kino in Dänemark, TKP höchstens 30 Kronen", "30", "DKK"],
  ["bannery w Czechach, CPM maks. 140 koron", "140", "CZK"],
  ["radio au Maroc, plafond 15 dirhams le mille", "15", "MAD"],
  ["CPM máximo 1.800 pesos en Chile", "1800", "CLP"],
  ["display in Romania, maximum price per 1,000 impressions: 12 lei", "12", "RON"],
  ["7 rands le mille au maximum, Le Cap", "7", "ZAR"],
  ["5 dollars de Singapour par mille maximum", "5", "SGD"],
  ["up to S$20 per thousand on digital screens", "20", "SGD"],
  ["capped at US$20 per thousand", "20", "USD"],
  ["no more than NZ$14 CPM", "14", "NZD"],
  ["radio en Côte d'Ivoire, plafond : 3 000 XOF le mille", "3000", "XOF"],
  ["pantallas, máximo 100.000 guaraníes por cada mil", "100000", "PYG"],
  ["olv allemagne, cpm pas plus de 6,5e", "6.5", "EUR"],
  ["online video, cpm_cap: 11, ccy: GBP", "11", "GBP"],
])("a currency is known by its short name, and by the country: %s", (brief, value, currency) => {
  expect(amountsIn(brief)).toEqual([expect.objectContaining({ kind: "maxCpm", value, currency })]);
});

test.each([
  ["banners, CPM at most four pounds fifty", "4.5", "GBP"],
  ["TKP höchstens vier Euro fünfzig", "4.5", "EUR"],
  ["deux francs cinquante le mille au maximum", "2.5", "CHF"],
  ["CPM massimo quattro euro e cinquanta", "4.5", "EUR"],
])("what is said behind a currency is its hundredths: %s", (brief, value, currency) => {
  expect(amountsIn(brief)).toEqual([expect.objectContaining({ kind: "maxCpm", value, currency })]);
});

test.each([
  ["Please don't bid above 8 pounds per thousand", "8"],
  ["no podcast in Spain over 19 euros a thousand", "19"],
  ["le CPM ne doit pas dépasser 12 €", "12"],
  ["il CPM non deve superare i 9 euro", "9"],
  ["el coste por mil no puede exceder de 27 dólares", "27"],
  ["target CPM of 6 euros, hard cap 9 euros", "9"],
  ["CPM max. 12 Euro, da sind wir nicht flexibel", "12"],
  ["CPM capped at 8 pounds, not negotiable", "8"],
])("what must not be exceeded is a ceiling: %s", (brief, value) => {
  expect(amountsIn(brief)).toEqual([expect.objectContaining({ kind: "maxCpm", value, certainty: 0.95 })]);
});

test.each([
  "CPM under 3 pounds would be nice for banners",
  "we aim at a target CPM of 9 euros on social",
  "TKP-Ziel 6 CHF, Social",
  "CPM cible de 9 €, sans plafond",
  "un CPM intorno a 8 euro, siamo flessibili",
])("a price that would be welcome hides nothing: %s", (brief) => {
  for (const { certainty } of amountsIn(brief)) expect(certainty).toBeLessThan(0.6);
});
