import fc from "fast-check";
import { expect, test } from "vitest";
import { minorDigits, ratio, subtract, sum, times } from "../../../ground/kernel/money.ts";
import { proposal } from "../discovery.fixture.ts";
import { shareBudget } from "./share-budget.ts";

/** Hundredths of a percent, with at least one of them more than nothing. */
const percentages = fc
  .array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 12 })
  .filter((parts) => parts.some((part) => part > 0));
const currencies = fc.constantFrom("USD", "JPY", "KWD");
const coins = fc.integer({ min: 10_000_000, max: 1_000_000_000_000 });

test("shares add up to the budget, and none is a coin away from its percentage, in any currency", () => {
  fc.assert(
    fc.property(percentages, currencies, coins, (parts, currency, count) => {
      const coin = `1e-${minorDigits(currency)}`;
      const total = { amount: times(String(count), coin), currency };
      const allocated = Object.fromEntries(parts.map((part, index) => [`p${index}`, times(String(part), "0.01")]));
      const shares = shareBudget(proposal("plan", allocated), total);
      expect(sum(shares.map(({ budget }) => budget))).toBe(total.amount);
      const whole = sum(shares.map(({ percentage }) => percentage));
      for (const { percentage, budget } of shares) {
        const exact = ratio(times(total.amount, percentage), whole, 12) ?? "0";
        expect(Math.abs(Number(subtract(budget, exact)))).toBeLessThanOrEqual(Number(coin));
      }
    }),
    { seed: 20_260_301 },
  );
});

test("a product allocated twice gets one share for both, at the option that was named first", () => {
  const once = { productId: "a", allocationPercentage: "20", rationale: null };
  const plan = proposal("plan", { b: "60" });
  const allocations = [{ ...once, pricingOptionId: null }, ...plan.allocations, { ...once, pricingOptionId: "fixed" }];
  expect(shareBudget({ ...plan, allocations }, { amount: "100", currency: "USD" })).toEqual([
    { productId: "a", pricingOptionId: "fixed", percentage: "40", budget: "40" },
    { productId: "b", pricingOptionId: null, percentage: "60", budget: "60" },
  ]);
});

test("what is allocated nothing gets no share, and a plan of nothing is refused", () => {
  const total = { amount: "10", currency: "USD" };
  expect(shareBudget(proposal("plan", { a: "100", b: "0" }), total)).toHaveLength(1);
  expect(() => shareBudget(proposal("plan", { a: "0" }), total)).toThrow("allocates nothing");
});

test("a budget with fewer coins than products is refused", () => {
  const thirds = proposal("plan", { a: "33.33", b: "33.33", c: "33.34" });
  expect(() => shareBudget(thirds, { amount: "2", currency: "JPY" })).toThrow("too little to share among 3 products");
});
