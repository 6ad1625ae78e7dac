import { expect, test } from "vitest";
import { firmDemandsOf, subjectsOf } from "../firm-demands.fixture.ts";
import { readBrief } from "../read-brief.ts";

const saidIn = (brief: string) => [...firmDemandsOf(brief), ...subjectsOf(brief)].toSorted();

test.each([
  ["Salvo revistas del corazón.", ["-celebrity", "-celebrity-news"]],
  ["Geen roddelbladen.", ["-celebrity", "-celebrity-news"]],
  ["Keine Boulevardblätter.", ["-celebrity", "-celebrity-news"]],
  ["Werbung in Zeitungen, aber keine Boulevardblätter.", ["-celebrity", "-celebrity-news", "print"]],
  ["Anuncios en periódicos, nada de prensa amarilla.", ["-celebrity", "-celebrity-news", "print"]],
])("who refuses the gossip press refuses what it is about, and no other paper: %s", (brief, said) => {
  expect(saidIn(brief)).toEqual(said);
});

test("and who refuses papers refuses them", () => {
  expect(firmDemandsOf("Podcasts, keine Zeitungen.")).toEqual(["-print", "podcast"]);
});

test.each([
  ["بدون فيديو، بحد أقصى 40 يورو للألف.", 40],
  ["بودكاست، لا نريد راديو، بحد أقصى 20 يورو للألف.", 20],
  ["لا سياسة، بحد أقصى 20 يورو للألف.", 20],
])("behind an Arabic comma, a ceiling is none that is refused: %s", (brief, price) => {
  const [ceiling] = readBrief(brief).chips.filter(({ kind }) => kind === "maxCpm");
  expect(Number(ceiling?.value)).toBe(price);
});

test("banners by their Arabic name", () => {
  expect(firmDemandsOf("بلا بودكاست ولا لافتات.")).toEqual(["-display", "-podcast"]);
  expect(firmDemandsOf("نعمل بلا لافتة. بودكاست.")).not.toContain("-display");
});

test.each([
  ["Podcasts, 40 € max les mille envois.", []],
  ["Podcasts, boven de 15 euro haken we af.", []],
  ["Podcasty dla sieci restauracji.", ["dining-out"]],
  ["LinkedIn we've done to death, so leave that off.", []],
  ["Podcasts, CPM compris entre 8 et 12 €.", []],
  ["Podcasts, CPM abaixo da casa dos 20 euros.", []],
  ["Passaggi radiofonici in Lombardia.", []],
])("an idiom has no subject: %s", (brief, subjects) => {
  expect(subjectsOf(brief)).toEqual(subjects);
});

test("haken and casa are subjects elsewhere", () => {
  expect(subjectsOf("Podcasts over haken en breien.").length).toBeGreaterThan(0);
  expect(subjectsOf("Podcasts sobre casa e jardim.").length).toBeGreaterThan(0);
});

test("before films on the web is not on television", () => {
  expect(firmDemandsOf("Wideo przed filmami online.")).toEqual(["olv"]);
});

test.each([
  "Cualquier canal nos sirve.",
  "Tous les canaux sauf la radio et les podcasts sont envisageables.",
  "Alle Kanäle außer Kino und Radio kommen für uns in Frage.",
])("what is said of all the others is no word to look for: %s", (brief) => {
  expect(readBrief(brief).terms).toEqual([]);
});

test.each(["Radio kommt für uns nicht in Frage.", "La radio no nos sirve.", "Radio komt niet in aanmerking."])(
  "and its contrary refuses: %s",
  (brief) => {
    expect(firmDemandsOf(brief)).toEqual(["-radio"]);
  },
);
