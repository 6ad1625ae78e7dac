import { expect, test } from "vitest";
import { readBrief } from "../read-brief.ts";

const read = (brief: string) => readBrief(brief).chips.map(({ kind, concept }) => `${kind}:${concept}`);

test.each([
  "English lessons for children",
  "Eine App, mit der man Italienisch lernt",
  "Apprendre l'anglais en ligne",
  "Academia de inglés para niños",
  "Corsi di tedesco per adulti",
  "Aulas de francês para adultos",
  "Cursus Spaans voor volwassenen",
  "Kurs niemieckiego dla pielęgniarek",
  "フランス語を学びたい人",
  "تطبيق لتعلم اللغة الإنجليزية للشباب",
])("a language that is learnt is a subject, and no demand: %s", (brief) => {
  expect(read(brief)).toContain("topic:language-learning");
  expect(read(brief).filter((chip) => /^(?:language|country):/.test(chip))).toEqual([]);
});

test.each([
  ["Anuncios en inglés para expatriados", "language:en"],
  ["Podcast in lingua tedesca per chi lavora in Svizzera", "language:de"],
  ["Ads must be in Arabic. Students of medicine.", "language:ar"],
])("a language of advertising is one: %s", (brief, demand) => {
  expect(read(brief)).toContain(demand);
});

test.each(["Corso di cucina giapponese", "Cooking classes with Italian chefs", "Cours de cuisine italienne à Lyon"])(
  "courses about something else teach no language: %s",
  (brief) => {
    expect(read(brief)).not.toContain("topic:language-learning");
  },
);
