import { expect, test } from "vitest";
import { isFirm } from "../chip.ts";
import { readBrief } from "../read-brief.ts";

const countriesIn = (brief: string) => [
  ...new Set(
    readBrief(brief)
      .chips.filter((chip) => chip.kind === "country" && !chip.negated && isFirm(chip))
      .map(({ value }) => value),
  ),
];

test.each([
  ["Bike shop near Whitby, for walkers in the Yorkshire Dales.", ["GB"]],
  ["Wir sind eine Baumschule bei Rathenow und möchten die Leute im Havelland erreichen.", ["DE"]],
  ["Magasin de vélos dans le Vercors, clients de la région.", ["FR"]],
  ["Tienda de bicis en las Alpujarras, clientes de la comarca.", ["ES"]],
  ["Piccolo caseificio in Val di Fassa, vorremmo raggiungere gli escursionisti della zona.", ["IT"]],
  ["Pequena queijaria na Serra da Estrela, queremos chegar a caminhantes da região.", ["PT"]],
  ["Kwekerij in de Hoeksche Waard, tuinliefhebbers uit de buurt.", ["NL"]],
  ["Mała serowarnia w Kotlinie Kłodzkiej, chcemy dotrzeć do turystów z okolicy.", ["PL"]],
  ["安曇野の園芸店です。地元の庭好きに届けたいです。", ["JP"]],
  ["متجر دراجات في الأغوار، نريد زبائن من المنطقة.", ["JO"]],
])("a landscape is a part of its country: %s", (brief, countries) => {
  expect(countriesIn(brief)).toEqual(countries);
});

test.each([
  "Télévision segmentée, sans télé linéaire, paniers repas.",
  "Cottage with a pantry, for people who bake.",
  "Skóry dla przemysłu meblowego.",
])("a word that is nearly a place is none: %s", (brief) => {
  expect(countriesIn(brief)).toEqual([]);
});
