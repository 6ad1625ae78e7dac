import { expect, test } from "vitest";
import { readPlaceAnchors } from "./place-anchor.ts";
import { isOption } from "./place-list.ts";
import { placeWords } from "./places.ts";

const anchors = readPlaceAnchors();
const arabic = placeWords("ar", anchors);
const german = placeWords("de", anchors);
const portuguese = placeWords("pt", anchors);
const spanish = placeWords("es", anchors);

test("names, options of fields, and look-up terms of a place are words of its topic", () => {
  expect(spanish.get("panadería")).toEqual(["baking"]);
  expect(spanish.get("tahona")).toEqual(["baking"]);
  expect(german.get("billard")).toEqual(["cue-sports"]);
});

test("Portuguese includes the words of both countries", () => {
  expect(portuguese.get("matraquilhos")).toEqual(["sports"]);
  expect(portuguese.get("pebolim")).toEqual(["sports"]);
});

test("a word for places of many topics belongs to none of them, and neither do phrases with it", () => {
  expect([...spanish.keys()].filter((word) => word.split(" ").includes("tienda"))).toEqual([]);
});

test("an untranslated term is not a word of another language, but a name is", () => {
  expect(portuguese.has("manor house")).toBe(false);
  expect(german.get("escape room")).toEqual(["puzzles"]);
});

test("words that mostly mean something else are left out, with or without accents", () => {
  expect(spanish.has("mano")).toBe(false);
  expect(portuguese.has("espírito")).toBe(false);
});

test("Arabic words are in Arabic letters", () => {
  expect([...arabic.keys()].filter((word) => /[a-z]/i.test(word))).toEqual([]);
});

test("a place that the list does not have is an error", () => {
  const wrong = [{ topic: "baking", field: "food", places: [{ id: "shop/none", hasTerms: true }] }];
  expect(() => placeWords("ar", wrong)).toThrow("no place shop/none");
});

test("no topic names a place twice, and only presets have terms to be left out", () => {
  for (const { topic, places } of anchors) {
    const ids = places.map(({ id }) => id);
    expect(new Set(ids).size, topic).toBe(ids.length);
    expect(places.filter(({ id, hasTerms }) => isOption(id) && !hasTerms)).toEqual([]);
  }
});
