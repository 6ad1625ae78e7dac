import { afterAll, beforeAll, expect, test } from "vitest";
import { callTool, newBuy } from "../../../../test/agent/call-tool.ts";
import type { Proposal, SellerAgent } from "../../../ground/seller-agent/index.ts";
import { fixed } from "../../../ground/seller-agent/product.fixture.ts";
import { type Market, openMarket, type Shop } from "../../orders/shop.fixture.ts";

/** Proposals by agents that cannot hold anything for a storefront. */
let market: Market;
beforeAll(async () => void (market = await openMarket()));
afterAll(() => market.world.close());

/** A storefront whose first source makes this proposal, and cannot hold anything for a storefront. */
async function openShop(status?: Proposal["status"]): Promise<Shop> {
  const shop = await market.openShop();
  const [source] = shop.sellers;
  if (!source) throw new Error("a shop has sources");
  source.prices = [fixed("20")];
  const whole = source.getProducts.bind(source);
  const part = { productId: "a", allocationPercentage: "100", pricingOptionId: "fixed", rationale: null };
  const plan: Proposal = {
    proposalId: "plan",
    name: "Plan",
    description: null,
    ...(status && { status }),
    allocations: [part],
    expiresAt: null,
    budgetGuidance: { currency: "USD", min: null, recommended: "1000", max: null },
  };
  source.getProducts = async (request) => ({ ...(await whole(request)), proposals: [plan] });
  return shop;
}

const refine = [{ scope: "proposal", proposalId: "s0:plan", action: "finalize" }] as const;

test("a proposal that a source does not hold is not called committed, and the answer says whose it is", async () => {
  const shop = await openShop();
  const { proposals, refinementsApplied } = await (await shop.resolveAgent()).getProducts({ refine }, shop.call());
  expect(refinementsApplied).toEqual([
    { status: "unable", notes: "Source 0 does not hold inventory: the proposal can be bought as it stands" },
  ]);
  expect(proposals.map(({ status }) => status)).toEqual([undefined]);
});

test("a proposal that a source has committed itself stays committed", async () => {
  const shop = await openShop("committed");
  const { proposals, refinementsApplied } = await (await shop.resolveAgent()).getProducts({ refine }, shop.call());
  expect(refinementsApplied).toMatchObject([{ status: "applied" }]);
  expect(proposals).toMatchObject([{ proposalId: "s0:plan", status: "committed" }]);
});

test("a draft cannot be bought before it is finalised, and such a storefront does not claim that it holds proposals", async () => {
  const shop = await openShop("draft");
  const counter = { world: market.world, platformId: shop.agentId.replace("storefront-", ""), buyer: shop.caller };
  const { packages: _, ...rest } = newBuy("", "");
  const order = { ...rest, proposal_id: "s0:plan", total_budget: { amount: 1_000, currency: "USD" } };
  const flight = { start_time: "2026-09-01T00:00:00Z", end_time: "2026-10-01T00:00:00Z" };
  const bought = await callTool(counter, "create_media_buy", { adcp_version: "3.1", ...order, ...flight });
  expect(bought.payload.adcp_error).toMatchObject({ code: "PROPOSAL_NOT_COMMITTED", field: "proposal_id" });
  const { payload } = await callTool(counter, "get_adcp_capabilities", { adcp_version: "3.1" });
  expect(payload.media_buy).not.toHaveProperty("supports_proposals");
});

test("of two concurrent and different finalisations of a proposal, one is told that it is held, and nothing else is stored", async () => {
  const shop = await openShop("draft");
  const [source] = shop.sellers;
  if (!source) throw new Error("a shop has sources");
  const kept = new Set<string>();
  const asked = Promise.withResolvers<void>();
  const first = Promise.withResolvers<void>();
  const answering = [first];
  const holding: Pick<Required<SellerAgent>, "holdInventory" | "releaseHold"> = {
    async holdInventory({ holdId, expiresAt }) {
      kept.add(holdId);
      asked.resolve();
      await answering.pop()?.promise;
      return { kind: "held", expiresAt };
    },
    releaseHold: async (holdId) => void kept.delete(holdId),
  };
  Object.assign(source, holding);
  const finalise = async (amount: string) =>
    (await shop.resolveAgent()).getProducts({ refine, budget: { amount, currency: "USD" } }, shop.call());
  const slow = finalise("1000");
  await asked.promise;
  const quick = await finalise("2000");
  expect(quick.proposals).toMatchObject([{ status: "committed", insertionOrder: { budget: { amount: "2000" } } }]);
  first.resolve();
  const late = await slow;
  expect(late.refinementsApplied).toEqual([
    { status: "unable", notes: "it has been finalised by another request meanwhile: try again" },
  ]);
  expect(late.proposals.map(({ status }) => status)).not.toContain("committed");
  expect([...kept]).toEqual([quick.proposals[0]?.insertionOrder?.ioId]);
});

test("repeating a request whose process died asks for the same hold", async () => {
  const shop = await openShop("draft");
  const [source] = shop.sellers;
  if (!source) throw new Error("a shop has sources");
  const asked: string[] = [];
  const reached = Promise.withResolvers<void>();
  const unheard = Promise.withResolvers<never>();
  const holding: Pick<Required<SellerAgent>, "holdInventory"> = {
    async holdInventory({ holdId, expiresAt }) {
      asked.push(holdId);
      reached.resolve();
      // The source has received it, but the caller gets no answer.
      if (asked.length === 1) await unheard.promise;
      return { kind: "held", expiresAt };
    },
  };
  Object.assign(source, holding);
  const agent = await shop.resolveAgent();
  const first = agent.getProducts({ refine }, shop.call());
  await reached.promise;
  const { proposals } = await agent.getProducts({ refine }, shop.call());
  expect(proposals).toMatchObject([{ status: "committed", insertionOrder: { ioId: asked[0] } }]);
  unheard.reject(new Error("the connection is gone"));
  expect((await first).refinementsApplied).toMatchObject([{ status: "unable" }]);
  // The attempt that failed does not release what is held by now.
  expect((await agent.getProducts({ refine }, shop.call())).proposals).toMatchObject([{ status: "committed" }]);
  expect(new Set(asked).size).toBe(1);
});
