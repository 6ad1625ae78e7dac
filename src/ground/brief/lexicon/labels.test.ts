import { expect, test } from "vitest";
import { readBrief } from "../read-brief.ts";
import { labelOf } from "./lexicon.ts";

function seasons(brief: string): string[] {
  const chips = readBrief(brief).chips.filter(({ kind }) => kind === "season");
  return chips.map(({ concept }) => labelOf("season", concept));
}

test.each([
  ["Father's Day, podcasts US", "father's day"],
  ["Vatertag, Podcasts", "father's day"],
  ["Muttertag, Podcasts", "mother's day"],
  ["Holi, social India", "holi"],
  ["Boxing Day sales, radio Australia", "boxing day"],
  ["Super Bowl, CTV US", "super bowl"],
  ["January, podcasts UK", "winter"],
  ["Podcasts zu Pfingsten", "whitsun"],
])("a season is called what it is: %s", (brief, season) => {
  expect(seasons(brief)).toEqual([season]);
});

test.each(["spring water, display UK", "spring rolls, display UK"])("no season: %s", (brief) => {
  expect(seasons(brief)).toEqual([]);
});

test.each([
  ["radio in Bath", "Bath"],
  ["Podcasts im Allgäu", "Allgäu"],
  ["Nagpur, radio", "Nagpur"],
  ["Podcast nelle Marche", "Marche"],
  ["Yorkshire, radio", "Yorkshire"],
])("a place is called what the brief calls it: %s", (brief, place) => {
  const [region] = readBrief(brief).chips.filter(({ kind }) => kind === "region");
  expect(labelOf("city", region?.concept ?? "", brief.slice(region?.span?.start, region?.span?.end))).toBe(place);
});
