import { expect, test } from "vitest";
import { demandsOf } from "../../ranking/demands.ts";
import { readBrief } from "../read-brief.ts";

const read = (brief: string) => {
  const { channels, languages } = demandsOf(readBrief(brief));
  return { channels, languages };
};

test.each([
  "English-language podcasts are out.",
  "No English-language podcasts.",
  "Podcasts in English are not wanted.",
])("a refused language refuses no medium: %s", (brief) => {
  const { channels, languages } = read(brief);
  expect([channels.none, languages]).toEqual([[], { any: [], none: ["en"] }]);
});

test.each([
  ["The audience must speak English.", ["en"]],
  ["Das Publikum muss Polnisch sprechen.", ["pl"]],
  ["Idioma del medio: inglés.", ["en"]],
])("who must speak a language demands it: %s", (brief, any) => {
  expect(read(brief).languages).toEqual({ any, none: [] });
});

test("who learns a language demands none", () => {
  expect(read("A course for adults who want to learn to speak English").languages.any).toEqual([]);
});
