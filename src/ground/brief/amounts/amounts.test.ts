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

test.each([
  ["Reject any placement on which a thousand contacts cost more than 14 euros", "14", "EUR"],
  ["Rechnungen, auf denen der TKP 9 Euro übersteigt, werden zurückgewiesen", "9", "EUR"],
  ["Écartez tout support qui revient à plus de 11 € le mille", "11", "EUR"],
  ["En cuanto el CPM rebase los 8 euros, parad la línea", "8", "EUR"],
  ["Le proposte con un CPM superiore a 12 euro saranno scartate", "12", "EUR"],
  ["O CPM com todas as taxas não pode ser maior do que 20 reais", "20", "BRL"],
  ["de kosten per duizend mogen nergens hoger zijn dan 7 euro", "7", "EUR"],
  ["CPM musi wynosić 15 zł lub mniej", "15", "PLN"],
  ["CPMが700円を上回る枠は停止してください", "700", "JPY"],
  ["تستبعد العروض التي تزيد فيها تكلفة الألف ظهور على 20 درهما", "20", "AED"],
  ["cinema, and 18 euros per thousand is the absolute maximum", "18", "EUR"],
])("what is refused above a price makes it a ceiling: %s", (brief, value, currency) => {
  expect(amountsIn(brief)).toEqual([expect.objectContaining({ kind: "maxCpm", value, currency })]);
});

test.each([
  ["Last winter we paid a CPM of 12 euros; this winter 9 euros is the most we pay, at most 9 euros CPM", "9"],
  ["Das Tool schätzt 15 Euro TKP, wir zahlen höchstens 12 Euro TKP", "12"],
  ["CPM : 10 € au maximum (à titre de comparaison, la moyenne du printemps était de 13 €)", "10"],
  ["Vendemos un gel que cuesta 6 euros; por mil impresiones no pagamos más de 11 euros", "11"],
  ["La concessionaria propone 14 euro per mille, noi arriviamo al massimo a 10 euro di CPM", "10"],
  ["Een kaartje kost 18 euro. Per duizend contacten betalen we hoogstens 8 euro", "8"],
  ["The same ceiling as last year, a CPM of at most 13 euros", "13"],
])("a price to compare with is none: %s", (brief, value) => {
  expect(amountsIn(brief)).toEqual([expect.objectContaining({ kind: "maxCpm", value, currency: "EUR" })]);
});

test.each([
  "The former CPM cap of 14 euros has been scrapped",
  "Das TKP-Limit von 9 Euro gilt nicht mehr",
  "Como editor no vendemos por debajo de 10 euros de CPM",
  "Non scendiamo sotto 8 euro di CPM, come concessionaria",
  "Één uitgever vraagt 12 euro per duizend, een andere 15 euro",
  "Kosmetik zum Ausprobieren, der Lippenstift zu 12,90 Euro",
  "W zeszłym roku średni CPM wyniósł 22 zł",
  "Cost per click at most 2 dollars",
])("what is not in force, or is of others, is no amount of this brief: %s", (brief) => {
  expect(amountsIn(brief)).toEqual([]);
});

test.each([
  "Ideally the CPM would stay below 9 euros",
  "Ideally, the CPM would stay below 9 euros",
  "Am liebsten hätten wir einen TKP unter 9 Euro, bestehen aber nicht darauf",
  "L'idéal serait un CPM sous 9 €, sans en faire une condition, pas une obligation",
  "Lo ideal sería un CPM por debajo de 9 euros",
  "Het liefst een CPM onder 9 euro",
])("a ceiling that is only wished for hides nothing: %s", (brief) => {
  expect(amountsIn(brief)).toEqual([expect.objectContaining({ value: "9", certainty: 0.5 })]);
});

test.each([
  ["Budget: half a million pounds", "500000", "GBP"],
  ["Gesamtetat 0,5 Mio. Euro", "500000", "EUR"],
  ["Mediabudget 120 T€", "120000", "EUR"],
  ["Etat 85 Tsd. €", "85000", "EUR"],
  ["budget de 300 k€", "300000", "EUR"],
  ["presupuesto: medio millón de euros", "500000", "EUR"],
  ["budget di mezzo milione di euro", "500000", "EUR"],
  ["verba de meio milhão de reais", "500000", "BRL"],
  ["budget: een half miljoen euro", "500000", "EUR"],
  ["budżet to pół miliona złotych", "500000", "PLN"],
  ["الميزانية نصف مليون ريال سعودي", "500000", "SAR"],
  ["Budget: 180.000,– €", "180000", "EUR"],
])("a budget is read as it is written: %s", (brief, value, currency) => {
  expect(amountsIn(brief)).toEqual([expect.objectContaining({ kind: "budget", value, currency })]);
});

test.each([
  ["CPM max. 12 € 50", "12.5", "EUR"],
  ["TKP höchstens Fr. 16.50", "16.5", "CHF"],
  ["CPM de 19,90 $ CA maximum", "19.9", "CAD"],
  ["سعر الألف ظهور 30 د.إ كحد أقصى", "30", "AED"],
  ["TKP maximal 28,– €", "28", "EUR"],
])("a price is read as it is written: %s", (brief, value, currency) => {
  expect(amountsIn(brief)).toEqual([expect.objectContaining({ kind: "maxCpm", value, currency })]);
});

test.each([
  ["予算は1億円。", "100000000"],
  ["予算：1億2000万円", "120000000"],
  ["予算は3千万円", "30000000"],
  ["予算1.5億円", "150000000"],
  ["予算は三千万円", "30000000"],
  ["予算は300万円", "3000000"],
  ["الميزانية مليون درهم", "1000000"],
  ["الميزانية 2 مليون درهم", "2000000"],
  ["الميزانية مليوني ريال", "2000000"],
  ["خمسون ألف درهم", "50000"],
])("a number in digits and words is one: %s", (brief, value) => {
  const amounts = readBrief(brief).chips.filter(({ kind }) => kind === "budget");
  expect(amounts.map((one) => one.value)).toEqual([value]);
});

test.each(["500 دولار في اليوم كحد أقصى", "500 € pro Tag maximal"])(
  "what is paid a day is no price of a thousand: %s",
  (brief) => {
    expect(readBrief(brief).chips).toEqual([]);
  },
);

test.each([
  ["Display, $50-70 CPM is ok.", "maxCpm", "70", "USD"],
  ["Display, €20-30 TKP", "maxCpm", "30", "EUR"],
  ["Display, £10–15 CPM", "maxCpm", "15", "GBP"],
  ["Podcasts, C$10-15 CPM", "maxCpm", "15", "CAD"],
  ["Podcasts Deutschland, 1 Mio. Kontakte, Budget max. 20.000 €", "budget", "20000", "EUR"],
  ["Podcasts Deutschland, 2 Mio. Hörer, Budget 20.000 €", "budget", "20000", "EUR"],
])("the sign before a range is of both ends, and contacts are no budget: %s", (brief, kind, value, currency) => {
  const amounts = readBrief(brief).chips.filter((chip) => chip.kind === "maxCpm" || chip.kind === "budget");
  expect(amounts.map((chip) => [chip.kind, chip.value, chip.currency])).toEqual([[kind, value, currency]]);
});
