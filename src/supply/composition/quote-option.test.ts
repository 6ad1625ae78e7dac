import fc from "fast-check";
import { expect, test } from "vitest";
import { compare, type Decimal } from "../../ground/kernel/money.ts";
import type { PricingOption } from "../../ground/seller-agent/index.ts";
import { netOf, quoteIn } from "../instructions/index.ts";
import { quoteOption } from "./quote-option.ts";

const FIXED: PricingOption = {
  pricingOptionId: "cpm",
  pricingModel: "cpm",
  currency: "USD",
  fixedPrice: "8",
  floorPrice: null,
  minSpendPerPackage: "400",
};
const AUCTION: PricingOption = { ...FIXED, fixedPrice: null, floorPrice: "4", priceGuidance: { p25: "5", p75: "12" } };

function floor(amount: Decimal, currency = "USD", pricingModel: PricingOption["pricingModel"] = "cpm") {
  return { kind: "price_floor", ruleId: `f${amount}`, match: {}, amount, currency, pricingModel } as const;
}

test("without a floor a price is the source's, less the discount", () => {
  expect(quoteOption(FIXED, "0", [])).toEqual({ option: FIXED, raised: false, bidFloor: null });
  expect(quoteOption(FIXED, "15", [])?.option).toMatchObject({ pricingOptionId: "cpm~15", fixedPrice: "6.8" });
});

test("a price below its floor is raised to it, and its name says by how much", () => {
  expect(quoteOption(FIXED, "0", [floor("10")])).toEqual({
    option: { ...FIXED, pricingOptionId: "cpm~-25", fixedPrice: "10", minSpendPerPackage: "500" },
    raised: true,
    bidFloor: null,
  });
});

test("a discount is limited by the floor, and a price above the floor is left alone", () => {
  expect(quoteOption(FIXED, "50", [floor("6")])?.option).toMatchObject({ pricingOptionId: "cpm~25", fixedPrice: "6" });
  expect(quoteOption(FIXED, "10", [floor("6")])).toMatchObject({
    option: { pricingOptionId: "cpm~10", fixedPrice: "7.2" },
    raised: false,
  });
});

test("of several floors the highest applies; one in another currency or for another model does not", () => {
  const floors = [floor("9"), floor("10"), floor("99", "EUR"), floor("99", "USD", "cpc")];
  expect(quoteOption(FIXED, "0", floors)?.option.fixedPrice).toBe("10");
});

test("in an auction the floor is the minimum bid, and published winning bids are not below it", () => {
  expect(quoteOption(AUCTION, "0", [floor("10")])).toEqual({
    option: { ...AUCTION, floorPrice: "10", priceGuidance: { p25: "10", p75: "12" } },
    raised: true,
    bidFloor: "10",
  });
  expect(quoteOption({ ...AUCTION, floorPrice: null }, "0", [floor("3")])?.option.floorPrice).toBe("3");
});

test("a free product cannot be raised to a floor, and is not offered", () => {
  expect(quoteOption({ ...FIXED, fixedPrice: "0" }, "0", [floor("1")])).toBeUndefined();
});

const price = fc.integer({ min: 1, max: 10_000_000 }).map((n) => (n / 10_000).toString());
const percent = fc.integer({ min: 0, max: 100 }).map(String);

test("no quoted price is below its floor, and each follows from its id and the source's price", () => {
  fc.assert(
    fc.property(price, percent, price, (fixedPrice, discount, amount) => {
      const quoted = quoteOption({ ...FIXED, fixedPrice }, discount, [floor(amount)]);
      const option = quoted?.option;
      expect(option).toBeDefined();
      expect(compare(option?.fixedPrice ?? "0", amount)).toBeGreaterThanOrEqual(0);
      expect(option?.fixedPrice).toBe(netOf(fixedPrice, quoteIn(option?.pricingOptionId ?? "").percent));
    }),
    { seed: 26 },
  );
});
