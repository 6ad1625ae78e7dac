import { expect, test } from "vitest";
import { readBrief } from "../read-brief.ts";
import { readText } from "../read-text.ts";

const SUBJECTS: ReadonlySet<string> = new Set(["topic", "audience"]);

const subjectsOf = (text: string) =>
  readText(text).mentions.content.flatMap(({ senses }) => senses.filter(({ kind }) => SUBJECTS.has(kind)));

test.each([
  ["en", "It suffers and believes that it is boasting, which prevents what was evacuated."],
  ["de", "Das Wesen ist dem Rechteck angelehnt, und man unterscheidet den Vorläufer."],
  ["fr", "Il est construit de manière extrême, et les têtes forment un organisme."],
  ["es", "Se celebró y se desarrolló así, pero los dedos del organismo no se conservaron."],
  ["it", "È stato sviluppato e conservato così, e la cellula dell'organismo non è autonoma."],
  ["pt", "Foi realizado e dividido assim, e a célula não se sustenta."],
  ["nl", "Het is vervangen en gekoppeld, en de rechthoek is niet langer noodzakelijk."],
  ["pl", "To jest prawie tak, jak położona tam komora, która twierdzi, że projektów trzema nie ma."],
] as const)("in %s, words of everyday language are no forms and no misspellings of subjects: %s", (language, text) => {
  expect(readText(text).mentions.languages[0]).toBe(language);
  expect(subjectsOf(text)).toEqual([]);
  expect(readBrief(text).chips.filter(({ kind }) => SUBJECTS.has(kind))).toEqual([]);
});

test.each([
  ["Podcasts for state-of-the-art machines", "art"],
  ["Jean-Luc verkauft Fahrräder", "fashion"],
])("a part of a word with a hyphen is not read by itself: %s", (brief, concept) => {
  expect(readBrief(brief).chips.map((chip) => chip.concept)).not.toContain(concept);
});

test.each([
  ["Nous avons montré, livré et traité le péché.", ["fishing", "watches", "books", "agriculture"]],
  ["Ha lottò e manifestò nel scontò.", ["gambling", "deals"]],
  ["Él jugó, pisó y libró.", ["soft-drinks", "apartments", "books"]],
  ["To stał i sądzą.", ["metals-mining", "gardening"]],
])("an accent tells a word from one of the lexicon: %s", (text, others) => {
  const read = subjectsOf(text).map(({ id }) => id);
  expect(others.filter((id) => read.includes(id))).toEqual([]);
});

test.each([
  ["Une montre, un livre et la pêche", ["fishing", "watches", "books"]],
  ["Jugo y piso en un libro", ["soft-drinks", "apartments", "books"]],
])("which is read as it was: %s", (text, ids) => {
  expect(subjectsOf(text).map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
});
