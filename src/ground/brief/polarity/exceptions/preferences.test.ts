import { expect, test } from "vitest";
import { firmDemandsOf } from "../../firm-demands.fixture.ts";
import { readBrief } from "../../read-brief.ts";

test.each([
  "vino tinto, podcasts si puede ser",
  "aceite de oliva, si puede ser en la radio",
  "viaggi, meglio i social",
  "cocina, mejor la radio",
  "culinária, melhor em podcasts",
  "gotowanie, lepiej w podcastach",
  "koken, beter podcasts",
  "Kochen, lieber Podcasts",
  "Kochen, besser im Radio",
  "camping, podcasts if you can",
  "cuisine, plutôt la radio",
  "cuisine, plutôt au cinéma",
  "assurance auto, plutôt vidéo en ligne",
  "cuisine, plutôt sur les réseaux sociaux",
  "ワイン、できればポッドキャスト",
  "ワイン、なるべくラジオ",
  "できればイギリスで、ワイン",
  "kemping, podcasty jeśli się da",
  "camping, graag podcasts",
])("what would be better, or is asked for if possible, is a preference: %s", (brief) => {
  expect(firmDemandsOf(brief)).toEqual([]);
  const wanted = readBrief(brief).chips.filter(({ kind, negated }) => !negated && kind !== "topic");
  expect(wanted).not.toEqual([]);
});

test.each([
  ["Lieber Kunde, wir suchen Podcasts in Deutschland.", ["DE", "podcast"]],
  ["Tell us if you can offer radio in Spain.", ["ES", "radio"]],
  ["Bessere Radios", ["radio"]],
  ["Mejor no radio. Podcasts en España.", ["-radio", "ES", "podcast"]],
  ["Kein Radio, lieber Podcasts.", ["-radio", "podcast"]],
  ["Graag podcasts in Nederland.", ["NL", "podcast"]],
  ["ワイン、ラジオで", ["radio"]],
])("words like these that prefer nothing soften no demand: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});
