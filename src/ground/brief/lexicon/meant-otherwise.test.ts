import { expect, test } from "vitest";
import { readBrief } from "../read-brief.ts";

const topicsIn = (text: string) => readBrief(text).chips.map(({ concept }) => concept);

test.each([
  ["Neue Küchen vom Schreiner", "kitchen", "baking"],
  ["Kuchen und Plätzchen", "baking", "kitchen"],
  ["Küchenkäufer", "kitchen", "baking"],
  ["Bürger und Bürgerinnen der Stadt", "civic-affairs", "dining-out"],
  ["Burger und Pommes", "dining-out", "civic-affairs"],
])("words that only an umlaut tells apart are two words: %s", (text, meant, other) => {
  expect(topicsIn(text)).toContain(meant);
  expect(topicsIn(text)).not.toContain(other);
});

test.each([
  ["People who run half marathons", "running"],
  ["Readers who love a good drama series", "drama"],
  ["Film fans", "movies"],
  ["A sofa or an armchair for the living room", "furniture"],
  ["Power tools for the shed", "diy"],
  ["Fly with our airline", "airlines"],
  ["Kartfahren", "motorsport"],
])("what is meant as it usually is stays what it is: %s", (text, meant) => {
  expect(topicsIn(text)).toContain(meant);
});

test.each([
  ["Meteor showers over the garden", "astronomy", "bathrooms"],
  ["Fly anglers", "fishing", "airlines"],
  ["Transfer gossip", "soccer", "celebrity"],
  ["Montres mécaniques", "watches", "auto-parts"],
  ["Pensionskasse", "retirement", "bed-and-breakfast"],
  ["Dentallabore", "dentistry", "chemistry"],
  ["bloembakken op het balkon", "gardening", "baking"],
  ["liefhebbers van veldrijden", "cycling", "automotive"],
  ["zbieracze grzybów", "foraging", "collecting"],
  ["psy do adopcji", "pet-adoption", "adoption"],
])("a word that is a part of another name is read as that: %s", (text, meant, other) => {
  expect(topicsIn(text)).toContain(meant);
  expect(topicsIn(text)).not.toContain(other);
});

test.each([
  ["Sponsored tiles in the search", "flooring"],
  ["Two retired detectives", "retirement"],
  ["On camera", "cameras"],
  ["Laufleistung", "running"],
  ["Faltplan", "skincare"],
  ["Transparente", "retirement"],
  ["Stallhaltung", "back-pain"],
  ["rechtstreekse uitzendingen", "legal"],
  ["te boeken van februari tot mei", "books"],
  ["zespołów IT", "music"],
])("a word that only looks like another has none of its meaning: %s", (text, other) => {
  expect(topicsIn(text)).not.toContain(other);
});
