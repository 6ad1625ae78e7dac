import { expect, test } from "vitest";
import { readBrief } from "../brief/index.ts";
import { product } from "../seller-agent/product.fixture.ts";
import { demandsOf, unmetBy } from "./demands.ts";
import { preferencesOf } from "./preferences.ts";

const reading = { languages: ["en"] } as never;
const runningIn = (...countries: string[]) => ({ product: product("boots", { countries }) }) as never;

test("a region is one preference, with all its countries", () => {
  const ofEurope = preferencesOf(readBrief("Hiking boots, preferably in Europe"));
  const ofGermany = preferencesOf(readBrief("Hiking boots, preferably in Germany"));
  expect(ofEurope(runningIn("DE"), reading)).toBe(ofGermany(runningIn("DE"), reading));
});

test("what also runs in a refused country is out, wherever else it runs", () => {
  const demands = demandsOf(readBrief("Hiking boots, not in Poland"));
  expect(unmetBy(runningIn("DE"), demands)).toEqual([]);
  expect(unmetBy(runningIn("DE", "PL"), demands)).toHaveLength(1);
});
