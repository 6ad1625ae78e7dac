import { expect, test } from "vitest";
import { firmDemandsOf } from "../firm-demands.fixture.ts";

test.each([
  ["podcast für Iberia in Deutschland", ["DE", "podcast"]],
  ["DOOH for Iberia airline in France", ["FR", "dooh"]],
  ["podcasts in Germany for Santander bank", ["DE", "podcast"]],
  ["DOOH in France for Emirates airline", ["FR", "dooh"]],
  ["إعلانات بودكاست في ألمانيا لطيران الإمارات", ["DE", "podcast"]],
  ["podcasts in Germany for Columbia jackets", ["DE", "podcast"]],
  ["podcasts in Germany for Victoria's Secret", ["DE", "podcast"]],
  ["podcasts for Samsung TV in Germany", ["DE", "podcast"]],
  ["podcasts in the UK for Roberts DAB radios", ["GB", "podcast"]],
  ["Havas Germany here: podcasts in Spain, please", ["ES", "podcast"]],
])("what an advertiser is called is no market and no medium: %s", (brief, read) => {
  expect(firmDemandsOf(brief)).toEqual(read);
});

test.each([
  ["Podcasts for Florida and Texas", ["US", "podcast"]],
  ["Podcasts for Iberia", ["ES", "PT", "podcast"]],
  ["DOOH in Santander", ["ES", "dooh"]],
  ["Germany here: podcasts in Spain", ["DE", "ES", "podcast"]],
  ["TV in Germany", ["DE", "ctv", "linear_tv"]],
])("a place and a medium that are sought stay so: %s", (brief, read) => {
  expect(firmDemandsOf(brief)).toEqual(read);
});
