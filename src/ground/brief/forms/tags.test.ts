import { expect, test } from "vitest";
import { firmDemandsOf } from "../firm-demands.fixture.ts";

test.each([
  [
    "<brief><channels>ctv, olv</channels><exclude>linear tv</exclude><country>JP</country></brief>",
    ["-linear_tv", "JP", "ctv", "olv"],
  ],
  [
    "<channels><channel>podcast</channel></channels><excluded_channels><channel>radio</channel><channel>social</channel></excluded_channels><geo>Germany</geo>",
    ["-radio", "-social", "DE", "podcast"],
  ],
  ["Radio for less than <10 EUR>, podcasts", ["podcast", "radio"]],
])("tags are labels: %s", (brief, demands) => {
  expect(firmDemandsOf(brief).toSorted()).toEqual(demands);
});

test.each([
  ['{"geo":{"include":["ES","PT"],"exclude":["ES-CN"]},"channels":["display"]}', ["ES", "PT", "display"]],
  ['{"geo":["US-CA","US-NY"],"channels":["ctv"]}', ["US", "ctv"]],
])("a part of a country is none that is refused, nor another country: %s", (brief, demands) => {
  expect(firmDemandsOf(brief).toSorted()).toEqual(demands);
});

test.each([
  ["✅ CTV ❌ Radio | Geo: Italy", ["-radio", "IT", "ctv"]],
  ["✅ CTV ❌ Radio Geo: Italy", ["-radio", "IT", "ctv"]],
])("a mark reaches to a stroke, or to the next label: %s", (brief, demands) => {
  expect(firmDemandsOf(brief).toSorted()).toEqual(demands);
});

test.each([
  ["As a media buyer for Contoso Bank I need podcasts and CTV in Australia.", ["AU", "ctv", "podcast"]],
  ["You are a senior media planner and buyer. Find podcasts in Canada.", ["CA", "podcast"]],
  ["Als Mediaplaner suche ich Podcasts in Österreich.", ["AT", "podcast"]],
])("a role ends where the task begins: %s", (brief, demands) => {
  expect(firmDemandsOf(brief).toSorted()).toEqual(demands);
});
