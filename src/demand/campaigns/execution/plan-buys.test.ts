import fc from "fast-check";
import { expect, test } from "vitest";
import { compare, type Decimal, minorDigits, subtract, sum } from "../../../ground/kernel/money.ts";
import { fixed, product } from "../../discovery/discovery.fixture.ts";
import type { Selection } from "../../discovery/index.ts";
import { committedOf, type MediaBuy } from "../../media-buys/index.ts";
import type { Campaign } from "../campaign.ts";
import { openSelections, planBuys } from "./plan-buys.ts";

const NOW = new Date("2026-05-04T12:00:00Z");

function campaignOf(total: Decimal, currency: string): Campaign {
  // Only what a plan looks at.
  return { budget: { total, currency, dailyCap: null, pacing: "EVEN" } } as Campaign;
}

function selectionOf(index: number, agent: number, budget: Decimal | null, currency: string): Selection {
  return {
    salesAgentId: `agent-${agent}`,
    salesAgentName: `Agent ${agent}`,
    storefrontId: null,
    groupId: "g",
    groupName: "g",
    productId: `product-${index}`,
    product: product(`product-${index}`, { pricingOptions: [fixed("20", { currency })] }),
    pricingOptionId: "fixed",
    bidPrice: null,
    budget,
    position: index,
    selectedAt: new Date(0),
  };
}

function buyOf(status: MediaBuy["status"], ...packages: Partial<MediaBuy["packages"][number]>[]): MediaBuy {
  const delivered = { impressions: 0, clicks: 0, spend: "0" };
  const whole = packages.map((part) => ({ status: "active", currency: "USD", delivered, ...part }));
  // Only what a plan looks at.
  return { salesAgentId: "agent-0", status, packages: whole } as unknown as MediaBuy;
}

/** An amount in coins of a currency, as a decimal. */
const decimal = (coins: number, currency: string) => subtract((coins / 10 ** minorDigits(currency)).toString(), "0");

const plans = fc.record({
  currency: fc.constantFrom("USD", "JPY", "KWD"),
  coins: fc.integer({ min: 1, max: 100_000_000 }),
  lines: fc.array(fc.record({ agent: fc.nat({ max: 4 }), coins: fc.option(fc.integer({ min: 1, max: 5_000_000 })) }), {
    minLength: 1,
    maxLength: 25,
  }),
});

/** A plan with as many coins as its lines ask for, and one for each that leaves its share open. */
function readOff({ currency, coins, lines }: typeof plans extends fc.Arbitrary<infer Plan> ? Plan : never) {
  const total = decimal(coins, currency);
  const selections = lines.map(({ agent, coins: own }, index) =>
    selectionOf(index, agent, own === null ? null : decimal(own, currency), currency),
  );
  const open = lines.filter((line) => line.coins === null).length;
  const asked = lines.reduce((all, line) => all + (line.coins ?? 0), 0);
  return {
    total,
    open,
    asked,
    currency,
    fits: asked + open <= coins,
    plan: () => planBuys(campaignOf(total, currency), selections, [], NOW),
  };
}

test("what is drafted is exact to the coin, within the budget, and all of it where a line left its share open", () => {
  fc.assert(
    fc.property(plans.map(readOff), ({ total, open, asked, currency, fits, plan }) => {
      fc.pre(fits);
      const budgets = plan().flatMap((draft) => draft.lines.map(({ budget }) => budget));
      expect(compare(sum(budgets), open > 0 ? total : decimal(asked, currency))).toBe(0);
      for (const budget of budgets) {
        expect(compare(budget, "0")).toBe(1);
        expect(budget.split(".")[1]?.length ?? 0).toBeLessThanOrEqual(minorDigits(currency));
      }
    }),
    { seed: 20_261_121 },
  );
});

test("selections that ask for a coin more than there is are refused", () => {
  fc.assert(
    fc.property(plans.map(readOff), ({ fits, plan }) => {
      fc.pre(!fits);
      expect(plan).toThrow(/do not fit the budget/);
    }),
    { seed: 20_261_121 },
  );
});

test("there is one draft for each agent, and every selection is in its own agent's", () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 20 }), (agents) => {
      const selections = agents.map((agent, index) => selectionOf(index, agent, "1", "USD"));
      const drafts = planBuys(campaignOf("100", "USD"), selections, [], NOW);
      expect(new Set(drafts.map(({ salesAgentId }) => salesAgentId)).size).toBe(drafts.length);
      const bought = drafts.flatMap(({ salesAgentId, lines }) =>
        lines.map(({ productId }) => [productId, salesAgentId]),
      );
      expect(new Map(bought as [string, string][])).toEqual(
        new Map(selections.map(({ productId, salesAgentId }) => [productId, salesAgentId])),
      );
    }),
    { seed: 20_261_121 },
  );
});

test("a product is held by its agent's open buy alone, unless its package was canceled", () => {
  const selections = [selectionOf(1, 0, null, "USD"), selectionOf(1, 1, null, "USD"), selectionOf(2, 0, null, "USD")];
  const open = (buy: MediaBuy) =>
    openSelections(selections, [buy]).map(({ productId, salesAgentId }) => `${productId} ${salesAgentId}`);
  const others = ["product-1 agent-1", "product-2 agent-0"];
  for (const status of ["DRAFT", "PENDING_APPROVAL", "INPUT_REQUIRED", "ACTIVE", "PAUSED"] as const)
    expect(open(buyOf(status, { productId: "product-1" }))).toEqual(others);
  for (const status of ["COMPLETED", "CANCELED", "FAILED", "REJECTED", "ARCHIVED"] as const)
    expect(open(buyOf(status, { productId: "product-1" }))).toHaveLength(3);
  expect(open(buyOf("ACTIVE", { productId: "product-1", status: "canceled" }))).toHaveLength(3);
});

test("what ended buys cost stays spent: a completed one its budget, a canceled one what it delivered", () => {
  const delivered = { impressions: 1, clicks: 0, spend: "12.344" };
  const buys = [
    buyOf("ACTIVE", { budget: "100" }),
    buyOf("COMPLETED", { budget: "200" }),
    buyOf("CANCELED", { budget: "300", delivered }),
    buyOf("REJECTED", { budget: "400" }),
  ];
  expect(committedOf(buys, "USD")).toBe("312.34");
});

test("a product in another currency, and one whose option is gone, are named", () => {
  const plan = (selection: Selection) => () => planBuys(campaignOf("100", "USD"), [selection], [], NOW);
  expect(plan(selectionOf(7, 0, "1", "EUR"))).toThrow(/product-7.*EUR.*USD/);
  expect(plan({ ...selectionOf(8, 0, "1", "USD"), pricingOptionId: "gone" })).toThrow(/product-8.*gone/);
});
