import { expect, test } from "vitest";
import type { Language } from "../languages.ts";
import { tokensOf } from "../words.ts";
import { monthsFrom, monthsNamedIn, monthsUntil, NO_MONTHS } from "./months.ts";

const named = (text: string, language: Language) => monthsNamedIn(text, tokensOf(text), [language]);

test.each([
  ["Sold from March to September only.", "en", monthsUntil(3, 9)],
  ["Sept-May in volume", "en", monthsUntil(9, 5)],
  ["Nur von November bis April buchbar", "de", monthsUntil(11, 4)],
  ["Nur vom 15. November bis zum 24. Dezember", "de", monthsFrom([11, 12])],
  ["Dossier en ligne d'août à mi-septembre", "fr", monthsFrom([8, 9])],
  ["Solo de julio a septiembre", "es", monthsUntil(7, 9)],
  ["da giugno a settembre", "it", monthsUntil(6, 9)],
  ["só em fevereiro e março", "pt", monthsFrom([2, 3])],
  ["van maart tot oktober", "nl", monthsUntil(3, 10)],
  ["alleen te koop van december tot en met februari", "nl", monthsUntil(12, 2)],
  ["kwiecień–październik", "pl", monthsUntil(4, 10)],
  ["三月と四月のみ掲載", "ja", monthsFrom([3, 4])],
  ["11月から2月まで", "ja", monthsUntil(11, 2)],
  ["من مارس إلى مايو", "ar", monthsUntil(3, 5)],
] as const)("the months of %s", (text, language, months) => {
  expect(named(text, language)).toBe(months);
});

test.each([
  ["Bookable in December only", "en", 12],
  ["Only sold in May", "en", 5],
  ["Nur im Dezember buchbar", "de", 12],
  ["uniquement au mois de juin", "fr", 6],
  ["Sólo en septiembre", "es", 9],
  ["Tre settimane di radiocronaca, solo a maggio", "it", 5],
  ["apenas em junho", "pt", 6],
  ["alleen in december", "nl", 12],
  ["wyłącznie w grudniu", "pl", 12],
  ["8月の全国大会期間のみの放送枠", "ja", 8],
  ["فقط في ديسمبر", "ar", 12],
] as const)("the only month of %s", (text, language, month) => {
  expect(named(text, language)).toBe(monthsFrom([month]));
});

test("one month, or two that have nothing to do with each other, say nothing of when something is sold", () => {
  expect(named("Spring here is September.", "en")).toBe(NO_MONTHS);
  expect(named("The only magazine of its kind since March 1998.", "en")).toBe(NO_MONTHS);
  expect(named("Buchbar nur Dezember bis Ostern.", "de")).toBe(NO_MONTHS);
  expect(named("You may only book whole weeks.", "en")).toBe(NO_MONTHS);
  expect(named("Founded in March 1998. Relaunched with a new look in October.", "en")).toBe(NO_MONTHS);
});

test("over the new year", () => {
  expect(monthsUntil(12, 2)).toBe(monthsFrom([12, 1, 2]));
});
