import { afterAll, beforeAll, expect, test } from "vitest";
import { doJobs } from "../../../../test/jobs.ts";
import { type Caller, openWorld, type World } from "../../../../test/world.ts";
import { DAY_MS } from "../../../ground/kernel/clock.ts";
import type { NewMediaBuy, SellerCall } from "../../../ground/seller-agent/index.ts";
import { LINKS, link, request, sourceAt } from "../../links/links.fixture.ts";
import { type MarketStorefront, openStorefront } from "../../marketplace/market.fixture.ts";

let world: World;
let operator: Caller;
beforeAll(async () => {
  world = await openWorld();
  operator = await world.caller("OPERATOR");
});
afterAll(() => world.close());

let opened = 0;
const stall = () => openStorefront(world, operator, { name: `Stall ${(opened += 1)}`, sandbox: true });

interface Linked {
  readonly buyer: MarketStorefront;
  readonly seller: MarketStorefront;
  readonly linkId: number;
}

async function linked(): Promise<Linked> {
  const [buyer, seller] = [await stall(), await stall()];
  return { buyer, seller, linkId: await link(world, buyer.seller, seller) };
}

/** The seller as the buying storefront's source sees it. */
async function agentOf({ buyer, seller }: Pick<Linked, "buyer" | "seller">) {
  const { id, agentId, name } = await sourceAt(buyer.seller, seller);
  const { customerId } = buyer.seller;
  return world.host.openAgent({ kind: "storefront", agentId, name, customerId, inventorySourceId: Number(id) });
}

const call = (buyer: object = {}): SellerCall => ({
  buyer: {
    customerId: 4711,
    name: "Somebody's buyer",
    operatorDomain: "agency.example",
    brandDomain: "acme.example",
    sandbox: true,
    ...buyer,
  },
  timeoutMs: 5_000,
  now: world.host.clock.now(),
  requestId: "req_linked",
});

async function newBuy(of: Linked): Promise<NewMediaBuy> {
  const { products } = await (await agentOf(of)).getProducts({}, call());
  const [product] = products;
  const [option] = product?.pricingOptions ?? [];
  if (!product || !option) throw new Error("the linked storefront shows nothing");
  const [start, end] = [1, 10].map((days) => new Date(call().now.getTime() + days * DAY_MS));
  if (!start || !end) throw new Error("a flight has two ends");
  const offer = { productId: product.productId, pricingOptionId: option.pricingOptionId, currency: option.currency };
  const part = {
    ...offer,
    buyerRef: "a",
    budget: "20000",
    bidPrice: option.fixedPrice ? null : "60",
    pacing: "even",
  } as const;
  return {
    idempotencyKey: crypto.randomUUID(),
    buyerRef: "ord_1",
    name: "Spring",
    flight: { start, end },
    packages: [part],
  };
}

const ordersAt = async ({ seller }: MarketStorefront) => (await seller.get("/storefront/media-buys")).data;

test("a purchase repeated under one key is bought once, on behalf of the storefront that resells", async () => {
  const both = await linked();
  const [agent, buy] = [await agentOf(both), await newBuy(both)];
  const [first, second] = [await agent.createMediaBuy(buy, call()), await agent.createMediaBuy(buy, call())];
  expect(first.kind).toBe("done");
  expect(second).toEqual(first);
  const { items, total } = await ordersAt(both.seller);
  expect(total).toBe(1);
  const name = (await both.buyer.seller.get("/storefront")).data.name;
  expect(items[0].buyer).toEqual({ customerId: both.buyer.seller.customerId, name });
});

test("an order continues when the link has ended: it can be read, retried under its key and stopped, but not increased", async () => {
  const both = await linked();
  const [agent, buy] = [await agentOf(both), await newBuy(both)];
  const placed = await agent.createMediaBuy(buy, call());
  if (placed.kind !== "done") throw new Error(`the buy is ${placed.kind}`);
  const { mediaBuyId, packages } = placed.mediaBuy;
  await both.seller.seller.post(`${LINKS}/${both.linkId}/cancel`);
  expect(await agent.createMediaBuy(buy, call())).toMatchObject({ kind: "done", mediaBuy: { mediaBuyId } });
  const another = { ...buy, idempotencyKey: crypto.randomUUID() };
  const refused = { kind: "rejected", errors: [{ code: "ACCOUNT_SUSPENDED" }] };
  expect(await agent.createMediaBuy(another, call())).toMatchObject(refused);
  const change = { mediaBuyId, idempotencyKey: crypto.randomUUID() };
  const [part] = packages;
  const more = { ...change, packages: [{ packageId: part?.packageId ?? "", budget: "30000" }] };
  expect(await agent.updateMediaBuy(more, call())).toMatchObject(refused);
  const stop = { mediaBuyId, idempotencyKey: crypto.randomUUID(), canceled: true };
  expect(await agent.updateMediaBuy(stop, call())).toMatchObject({ kind: "done" });
  expect(await agent.getMediaBuys({ mediaBuyIds: [mediaBuyId] }, call())).toMatchObject([{ status: "canceled" }]);
});

test.each<[string, (both: Linked) => Promise<unknown>, string]>([
  ["paused", ({ seller }) => seller.seller.put("/storefront", { isPaused: true }), "accepts no new buys for now"],
  ["hidden", ({ seller }) => operator.post(`/operator/storefronts/${seller.id}/hide`), "is not on the market"],
  ["archived", ({ seller }) => seller.seller.post("/storefront/archive"), "has closed permanently"],
  ["unlinked", ({ buyer, linkId }) => buyer.seller.post(`${LINKS}/${linkId}/cancel`), "is no longer linked"],
])("a storefront that is %s shows its resellers nothing, and says why", async (_, close, why) => {
  const both = await linked();
  await close(both);
  const { products, incomplete } = await (await agentOf(both)).getProducts({}, call());
  expect(products).toEqual([]);
  expect(incomplete).toMatchObject([{ reason: "not_active", message: expect.stringContaining(why) }]);
});

test("nobody is asked through itself, whatever the links say", async () => {
  const both = await linked();
  const through = call({ via: [both.seller.id] });
  await expect((await agentOf(both)).getProducts({}, through)).rejects.toThrow("through itself");
});

test("two links that are approved concurrently can form a circle, and a request in it ends", async () => {
  const [first, second] = [await stall(), await stall()];
  const forth = await link(world, first.seller, second);
  const back = await request(second.seller, first);
  // The state after two concurrent approvals that did not see each other.
  await world.database.writeInstallation((db) =>
    db.updateTable("storefront_links").set({ status: "ACTIVE" }).where("link_id", "in", [forth, back]).execute(),
  );
  await world.database.writeInstallation((db) =>
    db
      .updateTable("inventory_sources")
      .set({ status: "ACTIVE" })
      .where("customer_id", "=", second.seller.customerId)
      .execute(),
  );
  const { products, incomplete } = await (await agentOf({ buyer: first, seller: second })).getProducts({}, call());
  expect(products.map(({ productId }) => productId.split(":")[0])).toEqual(products.map(() => "main"));
  expect(products.length).toBeGreaterThan(0);
  expect(incomplete).toMatchObject([{ reason: "refused", message: expect.stringContaining("through itself") }]);
});

test("a storefront says who it is when it buys, and for which brand, but not for whom", async () => {
  const both = await linked();
  const [agent, buy] = [await agentOf(both), await newBuy(both)];
  await both.buyer.seller.put("/storefront", { operatorDomain: "example.org" });
  await agent.createMediaBuy(buy, call());
  const [order] = await world.database.readInstallation((db) =>
    db.selectFrom("orders").select("buyer").where("customer_id", "=", both.seller.seller.customerId).execute(),
  );
  expect(order?.buyer).toMatchObject({
    identity: {
      customerId: both.buyer.seller.customerId,
      operatorDomain: "example.org",
      brandDomain: "acme.example",
    },
  });
  expect(JSON.stringify(order?.buyer)).not.toContain("agency.example");
});

test("a storefront is not sold to under an operator domain that it has not proved", async () => {
  const both = await linked();
  const prices = async () => {
    const { products } = await (await agentOf(both)).getProducts({}, call());
    return JSON.stringify(products.map(({ pricingOptions }) => pricingOptions));
  };
  const scope = { operatorDomain: "rival.example", brandDomain: null, countries: null };
  await both.seller.seller.post("/storefront/buyer-instructions", { ...scope, discountPercent: 10, notes: null });
  const before = await prices();
  await both.buyer.seller.put("/storefront", { operatorDomain: "rival.example" });
  expect(await prices()).toBe(before);
  await operator.patch(`/accounts/${both.buyer.seller.customerId}/domain`, { customerDomain: "rival.example" });
  await doJobs(world);
  expect(await prices()).not.toBe(before);
});
