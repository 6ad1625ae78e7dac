import { expect, test } from "vitest";
import { subjectsOf } from "../firm-demands.fixture.ts";
import { readBrief } from "../read-brief.ts";

const isCheap = (brief: string) => readBrief(brief).chips.some(({ kind }) => kind === "cheap");

test.each([
  "billiger",
  "preiswerter",
  "less expensive",
  "too expensive",
  "cheeper",
  "plus abordables",
  "trop cher",
  "más asequible",
  "demasiado caro",
  "meno costoso",
  "mais acessível",
  "minder duur",
  "taniej",
  "za drogo",
  "もっと安く",
  "高すぎる",
  "أقل سعرا",
])("what is too dear is to be cheaper: %s", (said) => {
  expect(isCheap(said)).toBe(true);
});

test.each(["cinema is too expensive", "our cars are too expensive for young people"])(
  "what has a name is too dear itself: %s",
  (said) => {
    expect(isCheap(said)).toBe(false);
  },
);

test.each(["más económico", "più economico"])("a low price is not about the economy: %s", (said) => {
  expect(subjectsOf(said)).toEqual([]);
});

test.each([
  ["younger", ["young-adults"]],
  ["a bit younger, please", ["young-adults"]],
  ["younger people", ["young-adults"]],
  ["jünger", ["young-adults"]],
  ["jüngere Leute", ["young-adults"]],
  ["młodsze osoby", ["young-adults"]],
  ["أصغر سنا", ["young-adults"]],
  ["older", ["seniors"]],
  ["älter", ["seniors"]],
  ["gente mayor", ["seniors"]],
  ["oudere mensen", ["seniors"]],
  ["men instead", ["men"]],
])("an age that is all that is said is the people's: %s", (said, people) => {
  expect(subjectsOf(said)).toEqual(people);
});

test.each(["look younger: anti-ageing cream", "for women who want to feel younger"])(
  "who wants to look younger need not be young: %s",
  (said) => {
    expect(subjectsOf(said)).not.toContain("young-adults");
  },
);

test.each([
  "show only the best matches",
  "I don't know",
  "that would be nice",
  "montre-m'en d'autres",
  "montrez-moi tout",
  "muestra más",
  "mostra altri",
  "mostrami altri",
  "mostre mais",
  "toon meer",
  "mamy tylko",
  "Podcasts bitte streichen",
  "take out the podcasts",
  "podcasts would be nice",
])("words of a chat are about nothing: %s", (said) => {
  const { chips } = readBrief(said);
  expect(chips.filter(({ kind }) => kind !== "channel")).toEqual([]);
});

test.each([
  ["montres de luxe", "watches"],
  ["una mostra d'arte", "museums"],
  ["soccer: the matches of the weekend", "soccer"],
  ["Restaurants in Nice", "dining-out"],
])("elsewhere they are about something: %s", (said, subject) => {
  expect(subjectsOf(said)).toContain(subject);
});

test.each([
  "we only have 5k",
  "wir haben nur 5k",
  "on a seulement 5k",
  "solo tenemos 5k",
  "abbiamo solo 5k",
  "só temos 5k",
  "we hebben maar 5k",
  "mamy tylko 5k",
])("what there is, is a budget: %s", (said) => {
  expect(readBrief(said).chips.map(({ kind, value }) => `${kind} ${value}`)).toEqual(["budget 5000"]);
});

test.each(["we have 5k subscribers", "we have a 5k in autumn"])("but not of what is counted: %s", (said) => {
  expect(readBrief(said).chips.some(({ kind }) => kind === "budget")).toBe(false);
});

test.each([
  ["Gaming, UK", false],
  ["CTV, gaming and DOOH", true],
  ["only gaming", true],
])("gaming is a subject, and a medium beside media: %s", (said, isDemanded) => {
  const isGaming = readBrief(said).chips.some(({ value, certainty }) => value === "gaming" && certainty >= 0.58);
  expect(isGaming).toBe(isDemanded);
});
