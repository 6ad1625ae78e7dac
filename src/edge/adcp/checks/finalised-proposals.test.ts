import { afterAll, beforeAll, expect, test } from "vitest";
import { callTool, newBuy, type Payload } from "../../../../test/agent/call-tool.ts";
import { type OpenShop, setUpShop } from "../../../../test/agent/open-shop.ts";
import { type Caller, openWorld, type World } from "../../../../test/world.ts";
import { after, DAY_MS, dayOf, frozenClock, HOUR_MS } from "../../../ground/kernel/clock.ts";
import { avail, ok, openModularFixture, stock } from "../../../supply/modular/modular.fixture.ts";

/** Proposals from the brief to the buy, of simulated publishers and of a feed with a ledger. */
const clock = frozenClock(new Date());
let world: World;
let simulated: OpenShop;
beforeAll(async () => {
  world = await openWorld({ clock });
  simulated = await setUpShop(world);
});
afterAll(() => world.close());

const NEWEST = { adcp_version: "3.1" };
const { account } = newBuy("", "");
const inDays = (days: number) => after(clock.now(), days * DAY_MS);

type Counter = Pick<OpenShop, "world" | "platformId" | "buyer">;

async function ask(at: Counter, name: string, input: object = {}): Promise<Payload> {
  return (await callTool(at, name, { ...NEWEST, ...input })).payload;
}

const finalise = (at: Counter, proposal_id: string, filters: object = {}) =>
  ask(at, "get_products", {
    buying_mode: "refine",
    refine: [{ scope: "proposal", proposal_id, action: "finalize" }],
    account,
    filters,
  });

const order = (proposal_id: string, amount: number, changes: object = {}) => ({
  ...newBuy("", ""),
  packages: undefined,
  start_time: inDays(2).toISOString(),
  end_time: inDays(30).toISOString(),
  proposal_id,
  total_budget: { amount, currency: "USD" },
  ...changes,
});

async function proposedBy(at: Counter): Promise<string> {
  const { proposals } = await ask(at, "get_products", { buying_mode: "brief", brief: "news and sports", account });
  return proposals[0].proposal_id;
}

test("a storefront whose sources can all hold says so; its proposals are finalised, and can be bought until they expire", async () => {
  const { media_buy } = await ask(simulated, "get_adcp_capabilities");
  expect(media_buy.supports_proposals).toBe(true);
  const proposalId = await proposedBy(simulated);
  const { proposals, refinement_applied } = await finalise(simulated, proposalId);
  expect(refinement_applied).toMatchObject([{ proposal_id: proposalId, status: "applied" }]);
  const [{ proposal_id, proposal_status, expires_at }] = proposals;
  expect({ proposal_id, proposal_status }).toEqual({ proposal_id: proposalId, proposal_status: "committed" });
  expect(new Date(expires_at)).toEqual(inDays(1));
  // Finalising it again gives the same hold, with the same end.
  clock.set(after(clock.now(), HOUR_MS));
  expect((await finalise(simulated, proposalId)).proposals[0].expires_at).toBe(expires_at);
  const [{ insertion_order }] = proposals;
  expect(insertion_order).toMatchObject({ requires_signature: false, terms: { total_budget: { currency: "USD" } } });
  const accepted = (io_id: string) => ({
    io_acceptance: { io_id, accepted_at: clock.now().toISOString(), signatory: "ops@buyer.example" },
  });
  const other = await ask(simulated, "create_media_buy", order(proposalId, 50_000, accepted("another")));
  expect(other.adcp_error).toMatchObject({ code: "REFERENCE_NOT_FOUND", field: "io_acceptance.io_id" });
  const acceptance = accepted(insertion_order.io_id);
  const bought = await ask(simulated, "create_media_buy", order(proposalId, 50_000, acceptance));
  expect(bought).toMatchObject({ status: "completed", media_buy_id: expect.any(String) });
});

test("a proposal that was not bought in time has expired, until it is finalised again", async () => {
  const proposalId = await proposedBy(simulated);
  await finalise(simulated, proposalId);
  clock.set(inDays(1));
  const late = await ask(simulated, "create_media_buy", order(proposalId, 50_000));
  expect(late.adcp_error).toMatchObject({ code: "PROPOSAL_EXPIRED", field: "proposal_id", recovery: "correctable" });
  await finalise(simulated, proposalId);
  expect((await ask(simulated, "create_media_buy", order(proposalId, 50_000))).status).toBe("completed");
});

/** A storefront with one feed of 60,000 impressions for each of two avails, which it sells in halves, and two buyers. */
async function openFeedShop() {
  const desk = await openModularFixture(world);
  const size = { impressionsCapacity: 60_000, endTime: dayOf(inDays(60)) };
  await stock(desk, avail("a", size), avail("b", size));
  const parts = ["a", "b"].map((id) => ({ productId: `${desk.sourceId}:avail.${id}`, share: 50 }));
  ok(
    await desk.seller.post("/storefront/product-rules", {
      rules: [{ kind: "bundle", name: "Duo", parts }],
      activate: true,
    }),
  );
  ok(await desk.seller.put("/storefront", { isPaused: false }));
  const operator = await world.caller("OPERATOR");
  ok(await operator.post(`/operator/storefronts/${desk.storefrontId}/list`));
  const { platformId } = ok(await desk.seller.get("/storefront"));
  const at = (buyer: Caller): Counter => ({ world, platformId, buyer });
  const [one, other] = await Promise.all([0, 1].map(() => world.caller("BUYER", { sandbox: true })));
  if (!one || !other) throw new Error("two buyers were made");
  const free = async () => {
    const { products } = ok(await desk.get("/products"));
    return products.map((product: Payload) => product.availableImpressions);
  };
  return { desk, one: at(one), other: at(other), free };
}

test("a finalised proposal of a feed is held in its ledger: nobody else gets it, and its buy uses it once", async () => {
  const { one, other, free } = await openFeedShop();
  const proposalId = await proposedBy(one);
  // At 20 dollars per thousand, 2,000 dollars are 50,000 impressions of each.
  const days = { start_date: dayOf(inDays(2)), end_date: dayOf(inDays(30)) };
  const wanted = { ...days, budget_range: { max: 2_000, currency: "USD" } };
  expect((await finalise(one, proposalId, wanted)).proposals[0].proposal_status).toBe("committed");
  expect(await free()).toEqual([10_000, 10_000]);
  const refused = await ask(other, "create_media_buy", order(proposalId, 2_000));
  expect(refused.adcp_error.code).toBe("PRODUCT_UNAVAILABLE");
  const request = order(proposalId, 2_000);
  const bought = await Promise.all([request, request].map((input) => ask(one, "create_media_buy", input)));
  // Of two concurrent buys, the later one may find the first still in progress.
  const idOf = ({ media_buy_id, task_id }: Payload): string => media_buy_id ?? task_id;
  expect(new Set(bought.map(idOf)).size).toBe(1);
  const { media_buys } = await ask(one, "get_media_buys", { media_buy_ids: bought.map(idOf), account });
  expect(media_buys).toMatchObject([{ packages: [{ budget: 1_000 }, { budget: 1_000 }] }]);
  expect(await free()).toEqual([10_000, 10_000]);
  expect((await ask(one, "create_media_buy", order(proposalId, 2_000))).adcp_error.code).toBe("PRODUCT_UNAVAILABLE");
});

test("what cannot be held is refused and holds nothing; what nobody has bought is free again when it expires", async () => {
  const { desk, one, free } = await openFeedShop();
  const proposalId = await proposedBy(one);
  const days = { start_date: dayOf(inDays(2)), end_date: dayOf(inDays(30)) };
  const without = await finalise(one, proposalId, days);
  expect(without.refinement_applied).toMatchObject([
    { status: "unable", notes: expect.stringContaining("budget_range") },
  ]);
  const tooMuch = await finalise(one, proposalId, { ...days, budget_range: { max: 20_000, currency: "USD" } });
  expect(tooMuch.refinement_applied).toMatchObject([{ status: "unable", notes: expect.stringContaining("free") }]);
  expect(tooMuch.proposals?.[0]?.proposal_status).not.toBe("committed");
  expect(await free()).toEqual([60_000, 60_000]);
  await finalise(one, proposalId, { ...days, budget_range: { max: 2_000, currency: "USD" } });
  expect(await free()).toEqual([10_000, 10_000]);
  // Another budget creates another hold, which replaces the first.
  await finalise(one, proposalId, { ...days, budget_range: { max: 400, currency: "USD" } });
  expect(await free()).toEqual([50_000, 50_000]);
  clock.set(inDays(2));
  await desk.tick();
  expect(await free()).toEqual([60_000, 60_000]);
});
