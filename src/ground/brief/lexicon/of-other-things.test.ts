import { expect, test } from "vitest";
import { subjectsOf } from "../firm-demands.fixture.ts";
import { readBrief } from "../read-brief.ts";

test.each([
  ["una serie di prodotti per la casa", "drama"],
  ["eine Serie von Anzeigen für Gartenmöbel", "drama"],
  ["una squadra di calcio di Serie C in Brasile", "drama"],
  ["donne attente alla cura della pelle", "violence"],
  ["ils passent leurs soirées à cuisiner", "nightlife"],
  ["vanno al lavoro in auto", "careers"],
  ["la gente que va al trabajo en coche", "careers"],
  ["نبحث عن مساحات اعلانية", "civil-engineering"],
  ["home-made jam", "home-garden"],
  ["confiture maison", "home-garden"],
])("words that mean something else are no subject: %s", (brief, other) => {
  expect(subjectsOf(brief)).not.toContain(other);
});

test.each([
  ["una serie de televisión", "drama"],
  ["una serie di Netflix", "drama"],
  ["soirées en discothèque", "nightlife"],
])("and in other phrases they are one: %s", (brief, subject) => {
  expect(subjectsOf(brief)).toContain(subject);
});

test.each([
  ["przed Bożym Narodzeniem chcemy promować świece", "christmas"],
  ["przed Nowym Rokiem", "new-year"],
  ["juguetes para Reyes", "epiphany"],
])("feasts bend: %s", (brief, season) => {
  expect(
    readBrief(brief)
      .chips.filter(({ kind }) => kind === "season")
      .map(({ concept }) => concept),
  ).toContain(season);
});
