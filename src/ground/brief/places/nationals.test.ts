import { expect, test } from "vitest";
import { demandsOf } from "../../ranking/demands.ts";
import { firmDemandsOf } from "../firm-demands.fixture.ts";
import { readBrief } from "../read-brief.ts";

const countriesIn = (brief: string) => demandsOf(readBrief(brief)).countries;

test.each([
  ["Danes who cycle to work.", ["DK"]],
  ["Ausschließlich Dänen, niemand sonst.", ["DK"]],
  ["Les Portugais qui font du vélo.", ["PT"]],
  ["Tylko dla Duńczyków.", ["DK"]],
])("a people is in its country: %s", (brief, any) => {
  expect(countriesIn(brief)).toEqual({ any, none: [] });
});

test.each([
  ["Poles living in Germany who send money home.", ["DE"]],
  ["Los colombianos que viven en España.", ["ES"]],
  ["Our founders are Swedes. Radio in Finland.", ["FI"]],
  ["We are Danes and make chairs. Ads in Norway.", ["NO"]],
])("and elsewhere where that is said, or where it is who writes: %s", (brief, any) => {
  expect(countriesIn(brief).any).toEqual(any);
});

test("a people is refused as anybody is", () => {
  expect(countriesIn("Everybody is welcome except Danes.").none).toEqual(["DK"]);
});

test.each([
  ["Netherlands brand coming to the UK", ["GB"]],
  ["Podcasts für Türken in Deutschland", ["DE", "podcast"]],
  ["podcasts pour les Portugais de France", ["FR", "podcast"]],
  ["podcasts para brasileiros em Portugal", ["PT", "podcast"]],
  ["podcasts voor Polen in Nederland", ["NL", "podcast"]],
  ["podcasts pour les Italiens de Belgique", ["BE", "podcast"]],
  ["Indian diaspora in the US and Canada", ["CA", "US"]],
  ["African American women, podcasts", ["US", "podcast"]],
  ["Native American communities, US", ["US"]],
  ["Asian American families", ["US"]],
])("a people elsewhere is where it lives: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});

test.each([
  ["targeting German and Dutch families", ["DE", "NL"]],
  ["British, Irish and American travellers, social", ["GB", "IE", "US"]],
  ["familles françaises et belges", ["BE", "FR"]],
])("of several peoples in a list all are meant: %s", (brief, countries) => {
  expect(firmDemandsOf(brief)).toEqual(expect.arrayContaining(countries));
});
