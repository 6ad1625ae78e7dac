import { expect, test } from "vitest";
import { firmDemandsOf, subjectsOf } from "../../firm-demands.fixture.ts";
import { readBrief } from "../../read-brief.ts";

test.each([
  ["Alle Kanäle außer Social Media und Influencern kommen in Frage.", ["-influencer", "-social"]],
  ["Alle Kanäle bis auf Social Media und Podcasts sind willkommen.", ["-podcast", "-social"]],
  ["Außer Radio und Podcasts kommt alles infrage.", ["-podcast", "-radio"]],
  ["Alle Kanäle außer Radio, Kino und Podcasts sind recht.", ["-cinema", "-podcast", "-radio"]],
  ["Tutti i canali tranne radio e podcast vanno bene.", ["-podcast", "-radio"]],
  ["Alle media behalve radio en podcasts zijn welkom.", ["-podcast", "-radio"]],
  ["Wszystkie kanały oprócz radia i podcastów wchodzą w grę.", ["-podcast", "-radio"]],
  ["كل القنوات ما عدا الراديو والبودكاست مقبولة.", ["-podcast", "-radio"]],
  ["Alle landen behalve Frankrijk en Duitsland zijn welkom.", ["-DE", "-FR"]],
])("what is said behind a list of exceptions is said of all the others: %s", (brief, refused) => {
  expect(firmDemandsOf(brief)).toEqual(refused);
});

test("so it is of subjects", () => {
  expect(subjectsOf("Alle Themen außer Politik und Glücksspiel sind willkommen.")).toEqual(["-politics", "-gambling"]);
});

test.each([
  "Alle Kanäle außer Radio, Podcasts sind willkommen.",
  "Kein Radio, und Podcasts sind willkommen.",
  "Tutti i canali tranne la radio; i podcast vanno bene.",
  "Alle landen behalve Frankrijk, en podcasts zijn welkom.",
])("what stands beside the list is welcome: %s", (brief) => {
  const podcasts = readBrief(brief).chips.filter(({ kind, concept }) => kind === "channel" && concept === "podcast");
  expect(podcasts.map(({ negated }) => negated)).toEqual([false]);
});
