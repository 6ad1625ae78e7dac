import { expect, test } from "vitest";
import { isFirm } from "../chip.ts";
import { readBrief } from "../read-brief.ts";

function countries(brief: string): string[] {
  const chips = readBrief(brief).chips.filter((chip) => chip.kind === "country" && isFirm(chip));
  return chips.map(({ value }) => value).sort();
}

test.each([
  ["Birmingham, Alabama, radio", ["US"]],
  ["London, Ontario, display", ["CA"]],
  ["Paris, Texas, radio", ["US"]],
  ["Athens, Georgia, radio", ["US"]],
  ["Georgia, USA, radio", ["US"]],
  ["Perth, Scotland, display", ["GB"]],
  ["Newcastle, NSW, radio", ["AU"]],
  ["Display in Munster, Ireland", ["IE"]],
])("the state behind a city says which one it is: %s", (brief, read) => {
  expect(countries(brief)).toEqual(read);
});

test.each([
  ["London and Ontario, display", ["CA", "GB"]],
  ["Paris, London and Texas, radio", ["FR", "GB", "US"]],
  ["Glasgow, Scotland, radio", ["GB"]],
])("a list has all its items: %s", (brief, read) => {
  expect(countries(brief)).toEqual(read);
});

test.each([
  ["Bath, UK, display", "bath-england"],
  ["Reading, Berkshire, radio", "reading-england"],
  ["Plakate in Essen", "essen-ruhr"],
  ["Podcasts in Hof", "hof-bavaria"],
  ["vallas en Rosario", "rosario-argentina"],
  ["affichage à Nice", "nice-city"],
  ["billboardy w Zielonej Górze", "zielona-gora"],
  ["podcasts em Floripa", "florianopolis"],
  ["York, radio", "york-england"],
])("a town whose name is a word of daily life: %s", (brief, town) => {
  const { chips } = readBrief(brief);
  expect(chips.filter(({ kind }) => kind === "region").map(({ value }) => value)).toContain(town);
  expect(chips.filter(({ kind }) => kind === "topic" || kind === "season")).toEqual([]);
});

test.each([
  "We love reading in the bath, podcasts",
  "Gardening, reading, podcasts",
  "Wir lieben Essen und Trinken, Podcasts",
  "nice tours, podcasts",
  "gli spot durano 20 secondi",
])("the word itself is no town: %s", (brief) => {
  expect(readBrief(brief).chips.filter(({ kind }) => kind === "region")).toEqual([]);
});
