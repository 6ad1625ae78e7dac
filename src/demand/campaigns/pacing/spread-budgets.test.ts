import fc from "fast-check";
import { expect, test } from "vitest";
import { compare, minorDigits, ratio, split, sum } from "../../../ground/kernel/money.ts";
import { spreadBudgets } from "./spread-budgets.ts";

const coinsOf = (currency: string) => (coins: number) => {
  const digits = minorDigits(currency);
  return ratio(coins, 10 ** digits, digits) ?? "0";
};

const spreads = fc
  .record({
    currency: fc.constantFrom("USD", "JPY", "KWD"),
    budgets: fc.array(fc.integer({ min: 1, max: 10_000_000 }), { minLength: 1, maxLength: 12 }),
    shares: fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 1, maxLength: 52 }),
  })
  .filter(({ shares }) => shares.some((share) => share > 0));

test("every product keeps its budget and every period its share of the total, to the coin, without any remainder", () => {
  fc.assert(
    fc.property(spreads, ({ currency, budgets, shares }) => {
      const money = budgets.map(coinsOf(currency));
      const rows = spreadBudgets(money, shares.map(String), currency);
      const columns = split({ amount: sum(money), currency }, shares.map(String));
      rows.forEach((row, index) => expect(compare(sum(row), money[index] ?? "")).toBe(0));
      columns.forEach((column, index) => expect(compare(sum(rows.map((row) => row[index] ?? "0")), column)).toBe(0));
      for (const part of rows.flat()) {
        expect(compare(part, "0")).toBeGreaterThanOrEqual(0);
        expect(part.split(".")[1]?.length ?? 0).toBeLessThanOrEqual(minorDigits(currency));
      }
      const skipped = rows.flatMap((row) => row.filter((_, index) => shares[index] === 0));
      expect(skipped.filter((part) => part !== "0")).toEqual([]);
    }),
    { numRuns: 300, seed: 20_261_121 },
  );
});

test("explicit budgets are met to the coin if the products spend all of them", () => {
  const rows = spreadBudgets(["333.33", "666.67"], ["100.01", "899.99"], "USD");
  expect(sum(rows.map(([first]) => first ?? "0"))).toBe("100.01");
  expect(sum(rows.map(([, second]) => second ?? "0"))).toBe("899.99");
});
