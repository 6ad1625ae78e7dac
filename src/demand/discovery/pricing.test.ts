import { expect, test } from "vitest";
import { auction, fixed, product } from "./discovery.fixture.ts";
import { cpmOf, priceRangeOf } from "./pricing.ts";

test("the price per mille is the cheapest of one currency, the buyer's where there is one", () => {
  const pricingOptions = [
    fixed("9", { currency: "EUR" }),
    fixed("20"),
    auction("12.5"),
    fixed("1", { pricingModel: "cpc" }),
  ];
  expect(cpmOf(product("p", { pricingOptions }), "USD")).toEqual({ amount: "12.5", currency: "USD" });
  expect(cpmOf(product("p", { pricingOptions }), "GBP")).toEqual({ amount: "9", currency: "EUR" });
  expect(cpmOf(product("p", { pricingOptions: [auction(null)] }), "USD")).toBeNull();
});

test("a price range is exact and in one currency, and there is none for several currencies", () => {
  const usd = (amount: string) => ({ amount, currency: "USD" });
  expect(priceRangeOf([usd("0.1"), usd("0.2"), usd("10")])).toEqual({
    min: "0.1",
    max: "10",
    avg: "3.4333",
    currency: "USD",
  });
  const none = { min: null, max: null, avg: null, currency: null };
  expect(priceRangeOf([usd("1"), { amount: "1", currency: "EUR" }])).toEqual(none);
  expect(priceRangeOf([])).toEqual(none);
});
