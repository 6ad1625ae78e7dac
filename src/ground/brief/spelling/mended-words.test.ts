import { expect, test } from "vitest";
import { isFirm } from "../chip.ts";
import type { Language } from "../languages.ts";
import { readBrief } from "../read-brief.ts";
import { tokensOf } from "../words.ts";
import { mendedWords } from "./mended-words.ts";

/** What a brief demands, refuses and seeks, whatever its certainty, and whether its demands are firm. */
const readOf = (brief: string) =>
  readBrief(brief)
    .chips.map((chip) => `${chip.negated ? "no " : ""}${chip.kind} ${chip.value}${isFirm(chip) ? "" : "?"}`)
    .sort();

test.each([
  ["anythiing but tv, for people who cook", "anything but tv, for people who cook"],
  ["nohing for kids, plaese", "nothing for kids, please"],
  ["reach truk drivers", "reach truck drivers"],
  ["we want to reach truk drivres", "we want to reach truck drivers"],
  ["et surtout pas de resaux sociuax", "et surtout pas de réseaux sociaux"],
  ["kiene podcasts", "keine podcasts"],
  ["onnly podcasts", "only podcasts"],
  ["spots on raduo for bakers", "spots on radio for bakers"],
  ["nur in Österreoch", "nur in Österreich"],
  ["Iralia e Svizzera", "Italia e Svizzera"],
  ["nach Norwegen liefern wir niht", "nach Norwegen liefern wir nicht"],
  ["tetto al CPM di 8 ero", "tetto al CPM di 8 euro"],
  ["sites: tutto trsnne i social", "sites: tutto tranne i social"],
])("what a misspelt function word or phrase says is read: %s", (misspelt, meant) => {
  expect(readOf(misspelt)).toEqual(readOf(meant));
});

test.each<readonly [Language, string]>([
  ["fr", "Nous éditons un logiciel de gestion d'entrepôt."],
  ["de", "In unserer Gegend suchen wir Mitte des Monats."],
  ["en", "Whoever edits the charter is thinking about depots."],
  ["es", "Escribimos desde una oficina con mucho encanto y con fuerza."],
  ["en", "Avid runners, indeed, and 12 dog foods."],
  ["pl", "Linia produktów dla małych firm, włączając sport, i rada Polek."],
])("words that nobody misspelt are left alone: %s, %s", (language, text) => {
  const { tokens, isHasty } = mendedWords(tokensOf(text), [language]);
  const functionWords = tokens.filter(({ isMended, plain }) => isMended && plain.length < 6);
  expect([functionWords.map(({ plain }) => plain), isHasty]).toEqual([[], false]);
});

test("in a text typed in haste, sounds and forms of words are recognised as well", () => {
  const hasty = "dzien dobrry, szukma cukrzykuw, ktróych stać na zegarki, i cchę taniej reklamy";
  expect(readOf(hasty)).toContain("topic 317");
});
