import { expect, test } from "vitest";
import { readBrief } from "../read-brief.ts";

const datesOf = (brief: string) =>
  readBrief(brief)
    .chips.filter(({ kind }) => kind === "date")
    .map(({ value }) => value);

test.each([
  ["Wir starten am 15.9. und hören vor Weihnachten auf", ["09"]],
  ["Laufzeit 1.10. bis 30.11.", ["10", "11"]],
  ["Start 15.09.2027, Ende 31.10.2027", ["2027-09-15", "2027-10-31"]],
  ["Garden chairs from 3/15 to 4/30", ["03", "04"]],
  ["Fauteuils de jardin, du 15/03 au 30/04", ["03", "04"]],
  ["Campagne au T2 pour des fauteuils", ["Q2"]],
  ["Garden chairs, H2 2027", ["2027-H2"]],
  ["Ende Mai bis Anfang Juli", ["05", "07"]],
] as const)("dates written in numbers and parts of a year: %s", (brief, dates) => {
  expect(datesOf(brief)).toEqual(dates);
});

test.each([
  "Our shops are open 24/7, chairs from 9/10 customers recommended",
  "CPM up to 12.5.",
  "Stühle ab 12,50 Euro, TKP 8.5",
  "From 3/4 of our customers",
  "Ratio 50/50, S2 protection shoes",
])("numbers that are no dates: %s", (brief) => {
  expect(datesOf(brief)).toEqual([]);
});

test.each([
  ["Sept-Oct 2027", ["09", "2027-10"]],
  ["Jun/Jul 2027", ["06", "2027-07"]],
  ["Nov 1 - Dec 15, 2027", ["11", "12"]],
  ["Jan wants podcasts", []],
])("months are read in short beside days and years: %s", (brief, dates) => {
  expect(datesOf(brief)).toEqual(dates);
});

test.each([
  ["from May to July", ["05", "07"]],
  ["von Mai bis Juli", ["05", "07"]],
  ["de mai à juillet", ["05", "07"]],
  ["March and April", ["03", "04"]],
  ["w maju i czerwcu", ["05", "06"]],
  ["przed wrześniem", ["09"]],
  ["w lutym", ["02"]],
])("a month beside another one is a month, whatever else it is: %s", (brief, months) => {
  const { chips } = readBrief(brief);
  expect(chips.filter(({ kind }) => kind === "date").map(({ value }) => value)).toEqual(months);
  expect(chips.some(({ negated }) => negated)).toBe(false);
});

test.each([
  "Podcasts in Spain in December.",
  "On cherche des podcasts en Espagne. Retour avant le 15 décembre si possible.",
  "Display UK, 5 December",
  "Radio im Dezember",
])("a date is no season where it would be the only subject: %s", (brief) => {
  expect(readBrief(brief).chips.filter(({ kind }) => kind === "season")).toEqual([]);
});

test.each(["Podcasts Spain, christmas campaign in December", "Podcasts in December for toys"])(
  "a season beside a subject stays: %s",
  (brief) => {
    expect(readBrief(brief).chips.some(({ kind, value }) => kind === "season" && value.includes("christmas"))).toBe(
      true,
    );
  },
);
