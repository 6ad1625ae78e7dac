import { expect, test } from "vitest";
import { readBrief } from "../read-brief.ts";

function topicsOf(brief: string) {
  const { chips } = readBrief(brief);
  return chips
    .filter(({ kind }) => kind === "topic")
    .map(({ concept, negated }) => (negated ? `-${concept}` : concept));
}

test.each([
  ["An oat drink for people who don't eat meat", "vegan"],
  ["households without a car", "transport"],
  ["kleine Betriebe ohne Website", "web-hosting"],
  ["Menschen, die nicht mehr rauchen", "quit-smoking"],
  ["les gens qui ne mangent pas de viande", "vegan"],
  ["gente que no tiene coche", "transport"],
  ["chi non mangia né carne né pesce", "vegan"],
  ["quem não come carne", "vegan"],
  ["mensen die geen vlees eten", "vegan"],
  ["ludzie, którzy nie jedzą glutenu", "gluten-free"],
  ["肉を食べない人向け", "vegan"],
  ["الأشخاص الذين لا يشربون الكحول", "soft-drinks"],
])("people who go without something want what replaces it: %s", (brief, wanted) => {
  const topics = topicsOf(brief);
  expect(topics).toContain(wanted);
  expect(topics.filter((topic) => topic.startsWith("-"))).toEqual([]);
});

test.each([
  ["no alcohol, no gambling please", "-alcohol"],
  ["shows without alcohol", "-alcohol"],
  ["for families; without alcohol", "-alcohol"],
  ["people who like wine. No meat.", "-meat"],
])("whoever says nothing about people refuses: %s", (brief, refused) => {
  expect(topicsOf(brief)).toContain(refused);
});

test("a product is not found by what its people go without", () => {
  const { terms } = readBrief("for people who don't eat meat");
  expect(terms.map(({ word }) => word)).not.toContain("meat");
});

test("what stands behind the people is read as ever", () => {
  const { chips } = readBrief("Households who own no car, on radio but not on podcasts");
  const channels = chips.filter(({ kind }) => kind === "channel").map(({ value, negated }) => [value, negated]);
  expect(channels).toEqual([
    ["radio", false],
    ["podcast", true],
  ]);
});

test.each([
  ["Bread without wheat or rye, baked in our own oven.", "gluten-free"],
  ["Brot ohne Weizen und Roggen aus eigener Backstube.", "gluten-free"],
  ["Wurst ohne Fleisch, für Leute, die gern grillen.", "vegan"],
  ["Une saucisse sans viande pour les barbecues.", "vegan"],
  ["Una salchicha sin carne para barbacoas.", "vegan"],
  ["Una salsiccia senza carne per chi fa grigliate.", "vegan"],
  ["Uma salsicha sem carne para quem faz churrasco.", "vegan"],
  ["Worst zonder vlees voor mensen die barbecueën.", "vegan"],
  ["Kiełbasa bez mięsa dla ludzi, którzy grillują.", "vegan"],
  ["肉を使わないソーセージ。バーベキュー好きの人に。", "vegan"],
  ["小麦もライ麦も使わない自家製パン。", "gluten-free"],
  ["نقانق بدون لحم لمحبي الشواء.", "vegan"],
  ["شراب بدون كحول لمن يقود السيارة.", "soft-drinks"],
])("what goods are made without is not refused, but what they are: %s", (brief, wanted) => {
  const topics = topicsOf(brief);
  expect(topics).toContain(wanted);
  expect(topics.filter((topic) => topic.startsWith("-"))).toEqual([]);
});

test.each([
  ["Podcasts without alcohol", "-alcohol"],
  ["Bitte ohne Alkohol", "-alcohol"],
  ["アルコールを使わない番組", "-alcohol"],
])("what media or a whole brief go without is refused: %s", (brief, refused) => {
  expect(topicsOf(brief)).toContain(refused);
});
