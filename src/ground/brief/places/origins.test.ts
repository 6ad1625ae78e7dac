import { expect, test } from "vitest";
import { demandsOf } from "../../ranking/demands.ts";
import { readBrief } from "../read-brief.ts";

const countriesIn = (brief: string) => demandsOf(readBrief(brief)).countries.any;

test.each([
  "The albums are bound in Verona.",
  "The client manufactures in Bavaria and wants radiologists.",
  "Wir nähen Wäsche in Portugal und wollen Frauen zwischen 18 und 35 erreichen.",
  "Die Alben werden in Verona gebunden.",
  "La marque est née à Marseille et nos clientes regardent des tutos.",
  "Des violons montés à Londres.",
  "Muebles montados en Lisboa.",
  "Portabebés, tejidos de Guatemala.",
  "Stufe a pellet fatte in Slovenia.",
  "Caffè tostato a Trieste, bevuto dai nostri vicini.",
  "Geradores montados em Aveiro.",
  "Cada painel custa 900 euros e é montado na China.",
  "De albums worden in Verona gebonden.",
  "Albumy oprawiane w Weronie, szyte w Portugalii.",
  "福岡の工場で作っています。",
  "革はイタリアから取っています。",
  "روبوت صُمم في سيول",
  "نستورد أحذية أطفال من البرتغال",
])("where a ware is made or comes from is no market: %s", (brief) => {
  expect(countriesIn(brief)).toEqual([]);
});

test.each([
  "Wir liefern aus Tschechien.",
  "Chegaram lãs novas do Peru.",
  "In Dänemark sind wir Marktführer.",
  "Em 2016 cantámos em Roma.",
  "Abbiamo suonato a Monaco.",
  "Byliśmy na festiwalu w Bułgarii.",
  "Ein Kollege in Zürich hat vier gefunden.",
  "Onze melkrobot, die in Duitsland al jaren goed loopt.",
  "La nostra gelateria esporta in Giappone da dieci anni.",
  "Cloud-Anbieter (Sitz Helsinki).",
  "パリに本社があります。",
  "غنّينا مرة في إسطنبول.",
])("nor is where one sends from, has been, or sells already: %s", (brief) => {
  expect(countriesIn(brief)).toEqual([]);
});

test.each([
  ["Ads printed in Polish newspapers, in Poland.", ["PL"]],
  ["Our customers come from Sweden.", ["SE"]],
  ["Wir liefern nach Tschechien.", ["CZ"]],
  ["People who cycle in Portugal.", ["PT"]],
  ["Podcasts, gemacht für Deutschland.", ["DE"]],
  ["Anuncios hechos para España.", ["ES"]],
  ["日本で買える人に。", ["JP"]],
  ["We ship from Hamburg but only want buyers in Sweden.", ["SE"]],
])("where people are is one: %s", (brief, any) => {
  expect(countriesIn(brief)).toEqual(any);
});
