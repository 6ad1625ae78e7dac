import { expect, test } from "vitest";
import type { Proposal } from "../../ground/seller-agent/index.ts";
import { fixed, product } from "../../ground/seller-agent/product.fixture.ts";
import { fromProposal } from "./buy-proposal.ts";

const IN_EUROS = fixed("18", { pricingOptionId: "euro", currency: "EUR" });

function proposed(pricingOptionId: string | null = null): Proposal {
  const allocation = { productId: "a", allocationPercentage: "100", pricingOptionId, rationale: null };
  const rest = { name: "", description: null, expiresAt: null, budgetGuidance: null };
  return { proposalId: "p", allocations: [allocation], ...rest };
}

const dollars = { amount: "100", currency: "USD" };

test("a proposal is bought at a price in the currency of its budget", () => {
  const products = [product("a", { pricingOptions: [IN_EUROS, fixed("20")] })];
  expect(fromProposal(proposed(), dollars, products)).toMatchObject([{ pricingOptionId: "fixed", currency: "USD" }]);
});

test("a proposal whose price is in another currency than its budget is refused, with the name of that currency", () => {
  const error = { field: "total_budget.currency", message: expect.stringContaining("sold in EUR") };
  const refusal = { errors: [expect.objectContaining(error)] };
  for (const [named, pricingOptions] of [
    [null, [IN_EUROS]],
    ["euro", [IN_EUROS, fixed("20")]],
  ] as const)
    expect(() => fromProposal(proposed(named), dollars, [product("a", { pricingOptions })])).toThrow(
      expect.objectContaining(refusal),
    );
});

test("a price that a proposal names is left to its seller if the product is not in any catalogue", () => {
  expect(fromProposal(proposed("private"), dollars, [])).toMatchObject([{ pricingOptionId: "private" }]);
  expect(() => fromProposal(proposed(), dollars, [])).toThrow(
    expect.objectContaining({ errors: [expect.objectContaining({ code: "PROPOSAL_EXPIRED" })] }),
  );
});
