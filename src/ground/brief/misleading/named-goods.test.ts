import { expect, test } from "vitest";
import { isFirm } from "../chip.ts";
import { readBrief } from "../read-brief.ts";

function demanded(brief: string): string[] {
  const chips = readBrief(brief).chips.filter((chip) => isFirm(chip) && !chip.negated);
  return chips.filter(({ kind }) => ["country", "region", "language"].includes(kind)).map(({ value }) => value);
}

test.each([
  ["Turkey sandwiches, display UK", ["GB"]],
  ["China tableware brand wants US display", ["US"]],
  ["Dubai chocolate, display UK", ["GB"]],
  ["Wiener Schnitzel", []],
  ["Jamaican rum, display UK", ["GB"]],
  ["New York Times, display UK", ["GB"]],
  ["Client: Air France. Market: Japan", ["JP"]],
  ["jambon de Bayonne, podcasts", []],
  ["sombrero de Panamá, pódcast", []],
  ["cotoletta alla milanese, podcast", []],
  ["French press coffee makers, Canada, social", ["CA"]],
  ["Chicago-style pizza, display UK", ["GB"]],
  ["Cuban cigars, display UK", ["GB"]],
  ["US-owned brand, podcasts UK", ["GB"]],
  ["UK-based brand, podcasts in Germany", ["DE"]],
  ["Lisbon coffee, radio in Spain", ["ES"]],
])("what goods or their makers are called after is no market: %s", (brief, places) => {
  expect(demanded(brief)).toEqual(places);
});

test.each([
  ["display in Turkey", ["TR"]],
  ["UK wine, display", ["GB"]],
  ["UK tea drinkers, podcasts", ["GB"]],
  ["wine lovers in Bordeaux, display", ["bordeaux", "FR"]],
  ["Boston sports fans, radio", ["boston", "US"]],
  ["US-based listeners, podcasts", ["US"]],
  ["boulangeries de Paris, affichage", ["paris", "FR"]],
  ["restaurants de Lyon, affichage", ["lyon", "FR"]],
])("where people are is one: %s", (brief, places) => {
  expect(demanded(brief)).toEqual(places);
});

test("a style is no fashion", () => {
  expect(readBrief("Chicago-style pizza, display UK").chips.map(({ value }) => value)).not.toContain("fashion");
});
