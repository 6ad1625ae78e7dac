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

test.each([
  ["Radio, so kindly leave both out.", "tablets"],
  ["Search ads. I've put 1,500 dollars a month aside for it.", "-savings"],
  ["Nicht teurer als 3 Euro, sonst rechnet sichs nicht.", "sikhism"],
  ["Hors Belgique puisqu'on n'y livre plus.", "books"],
  ["Solo Italia: le nostre box non viaggiano oltre confine.", "travel"],
  ["Acima de 50 euros de CPM não avançamos.", "soccer"],
  ["Chega de influencers, os últimos nem postaram direito.", "legal"],
  ["Sin anuncios por correo electrónico.", "electronics"],
  ["Dispensamos programas de afiliados.", "software"],
  ["Non vogliamo la radio. Che ne dite per le caldaie a condensazione?", "-gas-heating"],
  ["Bez kina, na produkcję spotu nie ma kasy.", "grocery"],
  ["قنوات التواصل ممنوعة، يديرها فريق كامل.", "sports"],
])("a word of what is said besides is no subject that is refused: %s", (brief, other) => {
  const subjects = subjectsOf(brief);
  expect(subjects).not.toContain(other);
  expect(subjects).not.toContain(`-${other}`);
});

test.each([
  ["Radio, as we have no film.", "-movies"],
  ["Pas de télé, puisqu'on n'a aucun film.", "-movies"],
  ["Kein Kino, wir haben keinen Film.", "-movies"],
  ["Ons klooster verhuurt kamers, ook aan niet-gelovigen.", "-christianity"],
])("what is lacked, and who are not so, are not refused: %s", (brief, other) => {
  expect(subjectsOf(brief)).not.toContain(other);
});

test("and a subject is", () => {
  expect(subjectsOf("No movies, please.")).toContain("-movies");
});
