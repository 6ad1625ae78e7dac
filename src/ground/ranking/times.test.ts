import { expect, test } from "vitest";
import { readBrief } from "../brief/index.ts";
import { product } from "../seller-agent/product.fixture.ts";
import { readOffer } from "./offer-reading.ts";
import { seasonFactorFor } from "./times.ts";

const soldIn = (description: string, ...countries: string[]) => {
  const offer = { salesAgentId: "seller", product: product("snow", { description, countries }) };
  return { offer, reading: readOffer(offer) };
};
const factorOf = (brief: string, { offer, reading }: ReturnType<typeof soldIn>) =>
  seasonFactorFor(readBrief(brief).chips)(offer, reading);

const winter = soldIn("Snow reports. Sold from November to April.", "AT");

test("what is sold at another time than the campaign's loses, what overlaps with it does not", () => {
  expect(factorOf("Hiking boots, June to August", winter)).toBeLessThan(0.5);
  expect(factorOf("Gloves, from December to February", winter)).toBe(1);
  expect(factorOf("Gloves, from April to June", winter)).toBe(1);
});

test("a brief without a date, or a product without one, loses nothing", () => {
  expect(factorOf("Gloves for skiers", winter)).toBe(1);
  expect(factorOf("Hiking boots, June to August", soldIn("Snow reports.", "AT"))).toBe(1);
});

test("a season is another time in the south", () => {
  const june = soldIn("Beach kiosks. Sold from December to February.", "AU");
  expect(factorOf("Sunscreen for the summer", june)).toBe(1);
  expect(
    factorOf("Sunscreen for the summer", soldIn("Beach kiosks. Sold from December to February.", "ES")),
  ).toBeLessThan(1);
});
