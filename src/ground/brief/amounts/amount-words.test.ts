import { expect, test } from "vitest";
import { labelOf } from "../lexicon/lexicon.ts";
import { readBrief } from "../read-brief.ts";

function amounts(brief: string): string[] {
  const chips = readBrief(brief).chips.filter(({ kind }) => kind === "budget" || kind === "maxCpm");
  return chips.map(({ kind, value, currency }) => [kind, value, currency].filter(Boolean).join(" "));
}

function subjects(brief: string): string[] {
  const chips = readBrief(brief).chips.filter(({ kind }) => ["topic", "season", "channel"].includes(kind));
  return chips.map(({ kind, concept }) => (kind === "channel" ? concept : labelOf(kind as "topic", concept)));
}

test.each([
  ["£5k, display UK", ["budget 5000 GBP"], ["display"]],
  ["Budget 5k, podcasts", ["budget 5000"], ["podcast"]],
  ["5k im Monat, Podcasts", ["budget 5000"], ["podcast"]],
  ["une enveloppe de 10k, podcasts", ["budget 10000"], ["podcast"]],
  ["50 grand, display UK", ["budget 50000"], ["display"]],
  ["2.5 crore, display India", ["budget 25000000 INR"], ["display"]],
  ["5 lakh, display India", ["budget 500000 INR"], ["display"]],
  ["Budget £2m. UK display", ["budget 2000000 GBP"], ["display"]],
  ["Budget CAD 80,000, podcasts", ["budget 80000 CAD"], ["podcast"]],
  ["CPM max RON 30, podcasts", ["maxCpm 30 RON"], ["podcast"]],
  ["60.000 Euro, Podcasts", ["budget 60000 EUR"], ["podcast"]],
  ["60.000 € + IVA, pódcast", ["budget 60000 EUR"], ["podcast"]],
  ["60 000 zł + VAT, podcasty", ["budget 60000 PLN"], ["podcast"]],
  ["60.000 euro excl. btw, podcasts", ["budget 60000 EUR"], ["podcast"]],
  ["Budget: 80,000, podcasts", ["budget 80000"], ["podcast"]],
])("the words of an amount are no subject: %s", (brief, read, said) => {
  expect(amounts(brief)).toEqual(read);
  expect(subjects(brief)).toEqual(said);
});

test.each([
  ["CPM between $10 and $20, podcasts US", ["maxCpm 20 USD"]],
  ["CPM range $15-$25, CTV US", ["maxCpm 25 USD"]],
  ["CPM from $15 to $25, CTV US", ["maxCpm 25 USD"]],
  ["CPM 10 EUR to 20 EUR, display", ["maxCpm 20 EUR"]],
  ["20p CPM, display UK", ["maxCpm 0.2 GBP"]],
  ["CPM floor $5, display", []],
  ["min CPM $10, display", []],
  ["CPM above $20 is fine, display", []],
  ["no more than 500 EUR per day, display", []],
  ["Daily cap 500 EUR, display", []],
])("the upper end of a range is the ceiling, and a floor is none: %s", (brief, read) => {
  expect(amounts(brief)).toEqual(read);
  expect(subjects(brief).filter((one) => one === "flooring")).toEqual([]);
});

test.each([
  ["running 5k races, podcasts", "running"],
  ["accounting and VAT software, display", "tax"],
])("without money they are subjects: %s", (brief, subject) => {
  expect(subjects(brief)).toContain(subject);
});

const ceilingOf = (brief: string) =>
  readBrief(brief)
    .chips.filter(({ kind }) => kind === "maxCpm")
    .map(({ value, currency }) => `${value} ${currency ?? ""}`.trim());

test.each([
  ["Radio, y un CPM de doce como mucho.", "12"],
  ["Radio at a CPM of twelve at most.", "12"],
  ["Radio, un CPM di dodici al massimo.", "12"],
  ["Radio onder de 5 Amerikaanse dollar per mille.", "5 USD"],
  ["Radio under 5 US dollars CPM.", "5 USD"],
  ["راديو، والالف باقل من 6 دولار امريكي", "6 USD"],
  ["Radio, CPM liefst rond de 5, en meer dan 9 euro betaal ik niet.", "9 EUR"],
])("a ceiling in spoken words: %s", (brief, ceiling) => {
  expect(ceilingOf(brief)).toEqual([ceiling]);
});

test("a number of things beside a CPM is no ceiling", () => {
  expect(ceilingOf("Two podcasts at a CPM of 12 euros.")).toEqual(["12 EUR"]);
  expect(ceilingOf("We ran two podcasts, the CPM was fine.")).toEqual([]);
});
