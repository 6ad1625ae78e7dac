import { expect, test } from "vitest";
import { firmDemandsOf } from "../firm-demands.fixture.ts";

test.each([
  ["Podcasts com ouvintes angolanos.", "AO"],
  ["Podcasts com ouvintes moçambicanos.", "MZ"],
  ["Podcasts com ouvintes cabo-verdianos.", "CV"],
  ["Podcasts für angolanische Hörer.", "AO"],
  ["Podcasts für georgische Hörer.", "GE"],
  ["Podcasts pour les auditeurs sénégalais.", "SN"],
  ["Podcasts pour les auditeurs ivoiriens.", "CI"],
  ["Podcasts para oyentes bolivianos.", "BO"],
  ["Podcasts para oyentes hondureños.", "HN"],
  ["Display para lectores paraguayos.", "PY"],
  ["Podcast per ascoltatori albanesi.", "AL"],
  ["Podcasts voor Surinaamse luisteraars.", "SR"],
  ["Podcasty dla albańskich słuchaczy.", "AL"],
  ["Podcasts for Mozambican listeners.", "MZ"],
  ["Podcasts für die Ivorer.", "CI"],
])("the people of countries that seldom have a campaign: %s", (brief, country) => {
  expect(firmDemandsOf(brief)).toContain(country);
});

test.each([
  ["Wir verkaufen äthiopischen Kaffee. Podcasts für Köche.", "ET"],
  ["Cuban cigars, display.", "CU"],
  ["Podcasts para aficionados a la música cubana.", "CU"],
  ["Podcasts, CPM máximo 20 bolivianos.", "BO"],
])("what comes from a country is no place to advertise: %s", (brief, country) => {
  expect(firmDemandsOf(brief)).not.toContain(country);
});

test.each(["Advertenties in Vlaamse kranten.", "Ads in Flemish newspapers.", "Publicité dans les journaux flamands."])(
  "Flemish papers are Belgian, and printed: %s",
  (brief) => {
    expect(firmDemandsOf(brief)).toEqual(["BE", "print"]);
  },
);

test.each([
  ["Publicité dans les journaux danois.", ["print"]],
  ["Annunci su giornali danesi.", ["print"]],
  ["Pas de journaux polonais; podcasts.", ["podcast"]],
])("papers by their language are papers: %s", (brief, demands) => {
  expect(firmDemandsOf(brief).filter((one) => !one.startsWith("-"))).toEqual(demands);
});
