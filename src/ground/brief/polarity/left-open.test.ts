import { expect, test } from "vitest";
import { firmDemandsOf } from "../firm-demands.fixture.ts";

test.each([
  "Paper, screens, it doesn't matter.",
  "Papier oder Bildschirm, ganz egal.",
  "Papier, écran, peu importe.",
  "Papel, pantalla, da igual.",
  "Riviste, radio, non importa.",
  "Revistas, rádio, tanto faz.",
  "Papier, scherm, maakt niet uit.",
  "Papier, ekran, obojętnie.",
  "紙でも画面でも構いません。",
  "مجلات أو راديو، لا فرق.",
])("of several media that are all the same to the buyer none is demanded: %s", (brief) => {
  expect(firmDemandsOf(brief)).toEqual([]);
});

test("what does not matter about a medium leaves the medium demanded", () => {
  expect(firmDemandsOf("Radio and podcasts; which station doesn't matter.")).toEqual(["podcast", "radio"]);
});

test.each([
  "Print is out, and Germany too.",
  "Print fällt weg, Deutschland auch.",
  "L'imprimé est exclu, l'Allemagne aussi.",
  "La prensa queda fuera, Alemania también.",
  "La stampa è esclusa, la Germania anche.",
  "A imprensa está fora, a Alemanha também.",
  "Print valt af, Duitsland ook.",
  "Druk odpada, a Niemcy też.",
])("a medium is out, and a country too: %s", (brief) => {
  expect(firmDemandsOf(brief)).toEqual(["-DE", "-print"]);
});

test.each([
  ["Only radio, only Ireland: the web is covered already.", "IE"],
  ["Nur Radio, nur Österreich: das Web haben wir schon.", "AT"],
  ["Seulement de la radio, seulement la Belgique : le web est déjà couvert.", "BE"],
  ["Solo radio, solo España: el web ya lo tenemos cubierto.", "ES"],
  ["Solo radio, solo Italia: il web è già coperto.", "IT"],
  ["Só rádio, só Portugal: a web já está coberta.", "PT"],
  ["Alleen radio, alleen België: het web hebben we al.", "BE"],
  ["Tylko radio, tylko Polska: internet już mamy.", "PL"],
])("what is covered already is not what alone is wanted: %s", (brief, country) => {
  expect(firmDemandsOf(brief)).toEqual(expect.arrayContaining([country, "radio"]));
});

test.each([
  ["In American movie theaters only.", ["US", "cinema"]],
  ["Nur polnische Kinos.", ["PL", "cinema"]],
  ["Uniquement dans des cinémas belges.", ["BE", "cinema"]],
  ["Solo cines mexicanos.", ["MX", "cinema"]],
  ["Solo cinema svizzeri.", ["CH", "cinema"]],
  ["Alleen Vlaamse bioscopen.", ["BE", "cinema"]],
])("media of one nation alone: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});

test.each([
  ["テレビ以外の提案は不要です。", ["ctv", "linear_tv"]],
  ["ドイツ以外の提案は不要です。", ["DE"]],
  ["ラジオ以外、日本以外のご提案は結構です。", ["JP", "radio"]],
])("what is unnecessary in Japanese is all that is not excepted: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});

test.each([
  "Firma z Krakowa robi ule.",
  "Uma empresa do Porto faz colmeias.",
  "札幌の会社が蜂箱を作っています。",
  "شركة من الرياض تصنع الخلايا.",
])("where the firm is from is no market: %s", (brief) => {
  expect(firmDemandsOf(brief)).toEqual([]);
});

test("where the firms are that are sought is one", () => {
  expect(firmDemandsOf("Szukamy firm z Krakowa.")).toEqual(["PL"]);
});
