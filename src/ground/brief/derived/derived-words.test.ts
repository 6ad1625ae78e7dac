import { expect, test } from "vitest";
import { type Chip, isFirm, readBrief, tokensOf } from "../index.ts";
import { LANGUAGES } from "../languages.ts";
import { lexicon } from "../lexicon/lexicon.ts";
import { derivedAt, derivedTexts } from "./derived-words.ts";

const topicsIn = (brief: string): Chip[] => readBrief(brief).chips.filter(({ kind }) => kind === "topic");
const conceptsIn = (brief: string) => topicsIn(brief).map(({ concept }) => concept);

test.each([
  ["We walk whippets", "dogs"],
  ["Bassoons, second to none", "musical-instruments"],
  ["Reeds for an oboe", "musical-instruments"],
  ["Jerusalem artichokes", "food-drink"],
  ["Wir verleihen Geigen", "musical-instruments"],
  ["Nous vendons des homards vivants", "seafood"],
  ["Gumowe homary", "seafood"],
  ["バイオリン教室", "musical-instruments"],
])("a word that only a public list has is read in the language of the text: %s", (brief, topic) => {
  expect(conceptsIn(brief)).toContain(topic);
});

test.each([
  ["Memberships at a dojang", "martial-arts"],
  ["Das Lichtspielhaus am Markt", "cinema-going"],
  ["Familien am Kettenkarussell", "theme-parks"],
  ["La pinacothèque du quartier", "art"],
  ["Chez l'ergothérapeute", "health"],
  ["Pan recién hecho en la tahona", "baking"],
  ["Quienes juegan al metegol", "sports"],
  ["Con la levatrice a casa", "birth"],
  ["Una grattachecca in centro", "ice-cream"],
  ["Um botequim de esquina", "bars-restaurants"],
  ["Quem joga pebolim", "sports"],
  ["Een ritje op de paardenmolen", "theme-parks"],
  ["Wie graag zwerfboeken leest", "books"],
  ["Zabawki do piaskownicy", "kids"],
  ["Rękodzielnicy z całej Polski", "crafts"],
  ["回転木馬に乗る家族", "theme-parks"],
  ["大観覧車の見える店", "theme-parks"],
  ["مرجيحة في الحديقة", "kids"],
  ["تنجيد الكراسي", "furniture"],
])("a kind of place that nobody has added to the lexicon is read: %s", (brief, topic) => {
  expect(conceptsIn(brief)).toContain(topic);
});

test.each([
  "Deposits are safe",
  "Die Stimme der Kunden",
  "Une bonne pratique",
  "La mano abierta",
  "Lo stato del progetto",
  "Um trabalho especial",
  "Geef ons de ruimte",
  "Różności i wieże",
  "作品と空間",
  "مركز المدينة",
])("what is a place's word only for those who map it is not read: %s", (brief) => {
  expect(topicsIn(brief).filter(({ certainty }) => certainty <= 0.5)).toEqual([]);
});

test("a word that two other languages have is international, unless it is English", () => {
  expect(conceptsIn("Unsere Telefonia")).toContain("telecom");
  expect(conceptsIn("An independent practice")).toEqual([]);
});

test("it is a guess: never a requirement, and never an exclusion of more than the word", () => {
  const [chip] = topicsIn("whippets");
  expect(chip && isFirm(chip)).toBe(false);
  const { chips, terms } = readBrief("Pets, but no whippets");
  expect(chips.filter(({ negated }) => negated)).toEqual([]);
  expect(terms.find(({ word }) => word === "whippets")).toMatchObject({ isKnown: false, isRefused: true });
});

test("the lexicon takes precedence, over whole phrases too", () => {
  const tea = "labrador tea";
  expect(derivedAt(tokensOf(tea), 0, 2, "en")?.senses.map(({ id }) => id)).toEqual(["gardening"]);
  expect(conceptsIn(tea)).toContain("tea");
  expect(conceptsIn(tea)).not.toContain("gardening");
  for (const word of ["target", "buy", "reach", "run", "lead", "spring", "launch", "drive", "spot", "campaign"])
    expect(topicsIn(word).filter(({ certainty }) => certainty <= 0.5)).toEqual([]);
});

test("a part of a Japanese word is not read", () => {
  expect(conceptsIn("メカニックの求人")).not.toContain("seafood");
});

test("a Japanese word of a public list is read instead of a single character in it", () => {
  expect(conceptsIn("大観覧車")).toEqual(["theme-parks"]);
  expect(conceptsIn("車")).toEqual(["automotive"]);
});

test("a compound whose parts mean the same is no guess, and nothing else that its parts mean is read", () => {
  const [chip, ...others] = topicsIn("Fahrradwaschanlage");
  expect(chip).toMatchObject({ concept: "cycling", certainty: 0.75 });
  expect(others).toEqual([]);
});

test("every list is sorted, and all its topics are in the lexicon", () => {
  const { lines } = lexicon();
  const texts = derivedTexts();
  expect(texts).toHaveLength(LANGUAGES.length);
  for (const text of texts) {
    const rows = text.trimEnd().split("\n");
    expect(rows.every((row, place) => place === 0 || (rows[place - 1] ?? "") < row)).toBe(true);
    const topics = new Set(rows.flatMap((row) => row.split("\t")[1]?.split(",") ?? []));
    expect([...topics].filter((topic) => !lines.has(`topic:${topic}`))).toEqual([]);
  }
});
