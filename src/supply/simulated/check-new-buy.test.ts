import { expect, test } from "vitest";
import { after, DAY_MS } from "../../ground/kernel/clock.ts";
import type { DeliveryType, FlightDates, NewPackage } from "../../ground/seller-agent/index.ts";
import { catalogueOf } from "./catalogue/catalogue.ts";
import { checkNewBuy } from "./check-new-buy.ts";
import { PROFILES } from "./profiles.ts";

const NOW = new Date("2026-08-01T12:00:00Z");
const CATALOGUE = catalogueOf(PROFILES.ctv);

function partOf(deliveryType: DeliveryType, change: Partial<NewPackage> = {}): NewPackage {
  const product = CATALOGUE.find((one) => one.deliveryType === deliveryType);
  return {
    buyerRef: "p1",
    productId: product?.productId ?? "",
    pricingOptionId: product?.pricingOptions[0]?.pricingOptionId ?? "",
    budget: "10000",
    currency: "USD",
    bidPrice: null,
    pacing: "even",
    ...change,
  };
}

function codesOf(packages: readonly NewPackage[], flight: Partial<FlightDates> = {}): string[] {
  const dates = { start: after(NOW, DAY_MS), end: after(NOW, 11 * DAY_MS), ...flight };
  const request = { idempotencyKey: "k", buyerRef: "r", name: "Spring", flight: dates, packages };
  return checkNewBuy(request, CATALOGUE, NOW).map(({ code, field }) => `${code} ${field}`);
}

test("a sound buy has nothing wrong with it, a flight that has begun included", () => {
  expect(codesOf([partOf("guaranteed")])).toEqual([]);
  expect(codesOf([partOf("guaranteed")], { start: after(NOW, -DAY_MS) })).toEqual([]);
});

test("all problems are reported together, each with its field", () => {
  const packages = [
    partOf("guaranteed", { productId: "no-such" }),
    partOf("guaranteed", { pricingOptionId: "no-such" }),
    partOf("guaranteed", { budget: "1" }),
    partOf("guaranteed", { currency: "EUR" }),
  ];
  expect(codesOf(packages, { start: NOW, end: after(NOW, -DAY_MS) })).toEqual([
    "VALIDATION_ERROR end_time",
    "PRODUCT_NOT_FOUND packages[0].product_id",
    "REFERENCE_NOT_FOUND packages[1].pricing_option_id",
    "BUDGET_TOO_LOW packages[2].budget",
    "VALIDATION_ERROR packages[3].budget",
  ]);
});

test("a package runs within its buy's flight, or is refused", () => {
  const end = after(NOW, 12 * DAY_MS);
  expect(codesOf([partOf("guaranteed", { startTime: after(NOW, 2 * DAY_MS) })])).toEqual([]);
  expect(codesOf([partOf("guaranteed", { endTime: end })])).toEqual(["VALIDATION_ERROR packages[0].end_time"]);
});

test("a flight in the past, and a buy of nothing, are refused", () => {
  expect(codesOf([partOf("guaranteed")], { start: after(NOW, -DAY_MS), end: NOW })).toEqual([
    "VALIDATION_ERROR end_time",
  ]);
  expect(codesOf([])).toEqual(["VALIDATION_ERROR packages"]);
});

test.each([null, "0", "0.01"])("an auction refuses a bid of %s", (bidPrice) => {
  expect(codesOf([partOf("non_guaranteed", { bidPrice })])).toEqual(["VALIDATION_ERROR packages[0].bid_price"]);
});

test("an auction takes a bid that reaches its floor", () => {
  expect(codesOf([partOf("non_guaranteed", { bidPrice: "99" })])).toEqual([]);
});
