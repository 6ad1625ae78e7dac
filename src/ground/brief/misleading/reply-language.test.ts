import { expect, test } from "vitest";
import { readBrief } from "../read-brief.ts";

function languages(brief: string): string[] {
  return readBrief(brief).chips.flatMap(({ kind, value }) => (kind === "language" ? [value] : []));
}

test.each([
  ["answer in French please; display in the UK", []],
  ["report in German, podcast in the US", []],
  ["Write the plan in Italian; display in Germany", []],
  ["the deck must be in English; audio in Spain", []],
  ["Rapport en anglais ; podcast en Espagne", []],
  ["Informe en inglés. Podcast en Alemania.", []],
  ["responda em inglês; podcast na Espanha", []],
  ["Bericht auf Englisch, Podcast in Spanien.", []],
  ["レポートは英語で。日本のポッドキャスト。", []],
  ["回答は日本語で。米国のポッドキャスト。", []],
  ["التقرير باللغة الانجليزية، بودكاست في اسبانيا", []],
  ["presentation in English; podcasts in French", ["fr"]],
  ["Slides in English, podcast in German", ["de"]],
  ["français uniquement, présentation en anglais", ["fr"]],
  ["日本語のポッドキャスト、レポートは英語で", ["ja"]],
])("the language of what the sender is handed is none of the media: %s", (brief, expected) => {
  expect(languages(brief)).toEqual(expected);
});

test.each([
  ["the podcast must be in English", ["en"]],
  ["we want reports and podcasts in German", ["de"]],
  ["content written in French, display", ["fr"]],
  ["podcasts only in English, reporting weekly", ["en"]],
  ["podcast en inglés", ["en"]],
  ["英語の説明動画", ["en"]],
])("the language of media is: %s", (brief, expected) => {
  expect(languages(brief)).toEqual(expected);
});
