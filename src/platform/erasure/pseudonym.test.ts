import { expect, test } from "vitest";
import { pseudonymiser, pseudonymOf } from "./pseudonym.ts";

const ANN = { userId: 7, email: "Ann@brand.example", name: 'Ann "A" Lee' };
const ODD = { userId: 8, email: "o'neil=x@brand.example", name: null };
const pseudonymise = pseudonymiser([ANN, ODD]);

test("an address is replaced wherever it occurs separately, in any letter case", () => {
  expect(pseudonymise("ann@brand.example")).toBe(pseudonymOf(7));
  expect(pseudonymise("<ANN@BRAND.EXAMPLE>, o'neil=x@brand.example.")).toBe(`<${pseudonymOf(7)}>, ${pseudonymOf(8)}.`);
});

test("another address that contains it, and a longer domain, stay", () => {
  for (const text of ["joann@brand.example", "ann@brand.example.org", "x-ann@brand.example"])
    expect(pseudonymise(text)).toBe(text);
});

test("a name is replaced if it is the whole text, and left where it is a word among others", () => {
  expect(pseudonymise(ANN.name)).toBe(pseudonymOf(7));
  expect(pseudonymise(`${ANN.name} and others`)).toBe(`${ANN.name} and others`);
});

test("the time depends on the length of the text, and not on the number of people", () => {
  const many = Array.from({ length: 5_000 }, (_, userId) => ({
    userId,
    email: `p${userId}@brand.example`,
    name: null,
  }));
  const text = Array.from({ length: 20_000 }, (_, index) => `p${index % 5_000}@brand.example`).join(" ");
  expect(pseudonymiser(many)(text)).not.toContain("@brand.example");
});
