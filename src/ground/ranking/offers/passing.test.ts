import { expect, test } from "vitest";
import { readBrief } from "../../brief/index.ts";
import { product } from "../../seller-agent/product.fixture.ts";
import { findersOf } from "../finders.ts";
import { briefKindOf } from "../kinds.ts";
import { readOffer } from "../offer-reading.ts";
import { unitsOf } from "../units.ts";
import { passingFor } from "./passing.ts";

const BRIEF = "Ovens for bakers";
const STANDING = { worth: 0.5, isMass: false, isMeant: false, echoed: 0 };

function isInPassing(
  description: string,
  standing: Partial<typeof STANDING> = {},
  brief = BRIEF,
  name = "Saturday",
): boolean {
  const reading = readBrief(brief);
  const units = unitsOf(reading, brief);
  const read = readOffer({ salesAgentId: "one", product: { ...product("passing"), name, description } });
  return passingFor(units, briefKindOf(reading), findersOf(units))(read, { ...STANDING, ...standing });
}

const FOOTBALL =
  "Football below the Premier League: goalkeepers, strikers, referees, politics, gardening, cars, tattoos, pastries at half-time.";

test("what is said once among much else is said in passing", () => {
  expect(isInPassing(FOOTBALL)).toBe(true);
});

test.each([
  ["what is said twice", "Pastries, sourdough, football, goalkeepers, politics, gardening, cars, tattoos and yoga."],
  ["what says little else", "Pastries and football, goalkeepers and strikers."],
])("%s is not", (_, description) => {
  expect(isInPassing(description)).toBe(false);
});

test.each([
  ["is very likely an answer", { worth: 0.9 }],
  ["repeats a word of the brief", { echoed: 1 }],
  ["is meant by a model, or as one of a list", { isMeant: true }],
])("nor is what %s", (_, standing) => {
  expect(isInPassing(FOOTBALL, standing)).toBe(false);
});

test("nor is what the name says", () => {
  expect(isInPassing(FOOTBALL.replace("pastries", "snacks"), {}, BRIEF, "Saturday pastries")).toBe(false);
});

test("a brief that names no subject is not answered by one", () => {
  expect(isInPassing(FOOTBALL, {}, "Display in France")).toBe(false);
});
