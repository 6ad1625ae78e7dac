import { expect, test } from "vitest";
import { askedOf, budgetOf, listBidOf, listBudgetOf, netOf, quotedId, quoteIn } from "./quote.ts";

test.each([
  ["cpm_usd", "0", "cpm_usd"],
  ["cpm_usd", "15", "cpm_usd~15"],
  ["cpm_usd", "12.5", "cpm_usd~12.5"],
  ["a~5", "0", "a~5~0"],
  ["a~5", "7", "a~5~7"],
])("%s at %s %% off is %s, and is read back unchanged", (pricingOptionId, percent, id) => {
  expect(quotedId({ pricingOptionId, percent })).toBe(id);
  expect(quoteIn(id)).toEqual({ pricingOptionId, percent });
});

test("a price is exact to the last digit", () => {
  expect(netOf("12.35", "15")).toBe("10.4975");
  expect(netOf("10", "33.3333")).toBe("6.66667");
  expect(netOf("0.1", "0")).toBe("0.1");
  expect(netOf("12.35", "100")).toBe("0");
});

test("a budget buys the quoted volume at its source, and is returned exactly", () => {
  expect(listBudgetOf("1000", "20", "USD")).toBe("1250");
  expect(listBudgetOf("1000", "15", "USD")).toBe("1176.47");
  expect(listBudgetOf("1000", "15", "JPY")).toBe("1176");
  for (const percent of ["0", "1", "12.5", "15", "33.3333", "50", "99", "100"])
    for (const budget of ["0.01", "1", "999.99", "1000", "123456.78"])
      expect(budgetOf(listBudgetOf(budget, percent, "USD"), percent, "USD")).toBe(budget);
});

test("a bid at the quoted floor is one at the source's floor", () => {
  for (const percent of ["0", "7", "15", "33.3333", "100"])
    for (const floor of ["9.99", "0.07", "12"])
      expect(Number(listBidOf(askedOf(floor, percent), percent))).toBeGreaterThanOrEqual(Number(floor));
});
