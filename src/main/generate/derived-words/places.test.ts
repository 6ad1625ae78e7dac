import { expect, test } from "vitest";
import { LANGUAGES } from "../../../ground/brief/languages.ts";
import { readPlaceAnchors } from "./place-anchor.ts";
import { isOption, readPlaces } from "./place-list.ts";
import { placeWords } from "./places.ts";

const anchors = readPlaceAnchors();
const wordsOf = (language: (typeof LANGUAGES)[number]) => placeWords(language, anchors);

test("names, and the terms that a place is looked up by, are words of its topic", () => {
  expect(wordsOf("es").get("panadería")).toEqual(["baking"]);
  expect(wordsOf("es").get("tahona")).toEqual(["baking"]);
  expect(wordsOf("pl").get("szachy")).toEqual(["chess"]);
});

test("both kinds of Portuguese are read", () => {
  expect(wordsOf("pt").get("matraquilhos")).toEqual(["sports"]);
  expect(wordsOf("pt").get("pebolim")).toEqual(["sports"]);
});

test("a word of places of many topics belongs to none of them, and neither do phrases with it", () => {
  for (const language of ["es", "fr", "it", "pl"] as const) {
    const shops = { es: "tienda", fr: "magasin", it: "negozio", pl: "sklep" };
    const words = [...wordsOf(language).keys()];
    expect(words.filter((word) => word.split(" ").includes(shops[language]))).toEqual([]);
  }
});

test("a term that was left in English is no word of another language, and a name is", () => {
  const [bakery] = readPlaces("en").filter(({ id }) => id === "shop/bakery");
  expect(bakery?.terms).toContain("bread");
  expect(wordsOf("pt").has("manor house")).toBe(false);
  expect(wordsOf("de").get("escape room")).toEqual(["puzzles"]);
});

test("Arabic words are in Arabic letters", () => {
  expect([...wordsOf("ar").keys()].filter((word) => /[a-z]/i.test(word))).toEqual([]);
});

test("a place that the list does not have is an error", () => {
  const wrong = [{ topic: "baking", field: "food", places: [{ id: "shop/none", hasTerms: true }] }];
  expect(() => placeWords("de", wrong)).toThrow("no place shop/none");
});

test("every place is anchored once in a file, and a place with an option's words names that option", () => {
  for (const { topic, places } of anchors) {
    const ids = places.map(({ id }) => id);
    expect(new Set(ids).size, topic).toBe(ids.length);
  }
  expect(anchors.flatMap(({ places }) => places).some(({ id }) => isOption(id))).toBe(true);
});
