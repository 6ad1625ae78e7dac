import { expect, test } from "vitest";
import { isFirm } from "../chip.ts";
import { readBrief } from "../read-brief.ts";

function countriesOf(brief: string) {
  const chips = readBrief(brief).chips.filter((chip) => chip.kind === "country" && isFirm(chip));
  return chips.map(({ value, negated }) => (negated ? `-${value}` : value)).sort();
}

test.each([
  ["Walking boots for people in the Cotswolds", ["GB"]],
  ["Gartenhäuser im Sauerland", ["DE"]],
  ["Vélos dans le Morbihan", ["FR"]],
  ["Bicicletas en Guipúzcoa", ["ES"]],
  ["Biciclette in Brianza", ["IT"]],
  ["Bicicletas em Trás-os-Montes", ["PT"]],
  ["Fietsen in de Achterhoek", ["NL"]],
  ["Rowery na Podlasiu", ["PL"]],
  ["湘南で自転車", ["JP"]],
  ["دراجات في القصيم", ["SA"]],
])("a district is a place of its country: %s", (brief, countries) => {
  expect(countriesOf(brief)).toEqual(countries);
});

test.each([
  ["Belgian pensioners, hearing tests", ["BE"]],
  ["Czescy emeryci, aparaty słuchowe", ["CZ"]],
  ["المتقاعدون المصريون، سماعات أذن", ["EG"]],
  ["Belgian chocolate for connoisseurs", []],
])("a people is demanded with an audience beside it, and not with a thing: %s", (brief, countries) => {
  expect(countriesOf(brief)).toEqual(countries);
});

test.each([
  ["Paesi nordici esclusa l'Islanda, sci di fondo", ["-IS", "DK", "FI", "NO", "SE"]],
  ["Kraje nordyckie bez Islandii, narty biegowe", ["-IS", "DK", "FI", "NO", "SE"]],
])("an exception to a region takes its country out: %s", (brief, countries) => {
  expect(countriesOf(brief).filter((one) => one !== "IS")).toEqual(countries);
});

test.each(["Vi piace il trapano: trapani e levigatrici", "Bateaux et canoas", "La réunion de lundi"])(
  "a word of daily life is no place, though a place is called so: %s",
  (brief) => {
    expect(countriesOf(brief)).toEqual([]);
  },
);

test("a point of the compass is a part of the only country of a brief, and of none beside a town", () => {
  const regions = (brief: string) =>
    readBrief(brief)
      .chips.filter(({ kind }) => kind === "region")
      .map(({ concept, negated }) => `${negated ? "-" : ""}${concept}`);
  expect(regions("Deutschland, aber nicht im Süden")).toEqual(["-south-de"]);
  expect(regions("Gardens in the north, Germany and Poland")).toEqual([]);
});

test.each([
  ["Wohnungen in Dubai für Anleger, Land egal", []],
  ["Holiday flats, any country is fine, Dubai for instance", []],
  ["Fishing tackle in Munster and Connacht", ["IE"]],
  ["People who ski, from Germany, Austria and Switzerland", ["AT", "CH", "DE"]],
  ["Gente que esquía, de Alemania, Austria y Suiza", ["AT", "CH", "DE"]],
  ["Une chaîne de boulangeries, pain au levain", []],
])("a place is demanded where the brief wants one, and no namesake of it: %s", (brief, countries) => {
  expect(countriesOf(brief)).toEqual(countries);
});

test.each([
  ["Siamo una piccola azienda della provincia di Lucca, facciamo lapidi", []],
  ["Petite entreprise du Morbihan : peinture pour bateaux", []],
  ["Vogliamo raggiungere chi vive a Lucca", ["IT"]],
  ["Vitaminas para la República Mexicana", ["MX"]],
  ["Auditeurs flamands", ["BE"]],
  ["Schottische Hörer", ["GB"]],
  ["Sicilian readers", ["IT"]],
  ["ludzie, którzy mają psa", []],
])("where the author is, and whose people are sought: %s", (brief, countries) => {
  expect(countriesOf(brief)).toEqual(countries);
});

test("Polish people who have something are not sought in May", () => {
  expect(readBrief("Osoby, które mają dom").chips.map(({ kind }) => kind)).not.toContain("date");
});

test.each([
  ["Turkish-speaking families in Germany", "tr", ["DE"]],
  ["Podcasts auf Dänisch", "da", []],
  ["Radios turcophones", "tr", []],
  ["Familias de habla rumana", "ro", []],
  ["Famiglie che parlano albanese", "sq", []],
  ["Falantes de mandarim", "zh", []],
  ["Oekraïenstalige lezers", "uk", []],
  ["Po czesku", "cs", []],
  ["韓国語の番組", "ko", []],
  ["العائلات الناطقة بالتركية", "tr", []],
])("a language that no brief is read in is a language, and no country: %s", (brief, language, countries) => {
  const spoken = readBrief(brief).chips.filter(({ kind }) => kind === "language");
  expect(spoken.map(({ value }) => value)).toEqual([language]);
  expect(countriesOf(brief)).toEqual(countries);
});

test.each([
  "Brazil nuts and dried fruit for hikers",
  "Wiener Würstchen für Grillfans",
  "Du fil d'Écosse pour hommes",
  "Naranjas de Valencia por internet",
  "Pan di Spagna per chi fa dolci",
  "Bolas de Berlim para o lanche",
  "Eau de cologne voor mannen",
  "Śledź po kaszubsku i orzechy brazylijskie",
  "台湾カステラとイギリスパン",
  "العطور الفرنسية للنساء",
])("a ware that is named by a place demands none: %s", (brief) => {
  expect(countriesOf(brief)).toEqual([]);
});

test("a nation's people are demanded in Arabic too", () => {
  expect(countriesOf("النساء الفرنسيات")).toEqual(["FR"]);
});
