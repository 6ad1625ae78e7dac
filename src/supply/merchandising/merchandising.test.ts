import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { SellerFilter } from "../../ground/seller-agent/sellers.ts";
import { buyOf, type Market, openMarket, type Shop } from "../orders/shop.fixture.ts";

let market: Market;
beforeAll(async () => void (market = await openMarket()));
afterAll(() => market.world.close());

test("products come from all sources, under ids that name them", async () => {
  const shop = await market.openShop();
  const { products, incomplete } = await (await shop.resolveAgent()).getProducts({ brief: "cars" }, shop.call());
  expect(products.map(({ productId }) => productId).toSorted()).toEqual(["s0:a", "s0:b", "s1:a", "s1:b"]);
  expect(incomplete).toEqual([]);
});

test.each([
  ["hung", "timeout"],
  ["down", "unreachable"],
  ["busy", "refused"],
] as const)("a source that is %s only costs its own products, and is named", async (fate, reason) => {
  const shop = await market.openShop();
  if (shop.sellers[0]) shop.sellers[0].fates = [fate];
  const { products, incomplete } = await (await shop.resolveAgent()).getProducts({}, shop.call({ timeoutMs: 400 }));
  expect(products.map(({ productId }) => productId)).toEqual(["s1:a", "s1:b"]);
  expect(incomplete).toMatchObject([{ source: "Source 0", reason }]);
});

test("a refinement reaches the source it is for, and each is answered at its position", async () => {
  const shop = await market.openShop();
  const refine = [
    { scope: "product", productId: "s1:b", action: "omit" },
    { scope: "request", ask: "cheaper" },
    { scope: "proposal", proposalId: "nowhere", action: "finalize" },
  ] as const;
  const { refinementsApplied } = await (await shop.resolveAgent()).getProducts({ refine }, shop.call());
  expect(refinementsApplied.map(({ status }) => status)).toEqual(["applied", "applied", "unable"]);
  expect(refinementsApplied[0]?.notes).toBe(JSON.stringify({ scope: "product", productId: "b", action: "omit" }));
});

test("a source that requires the buyer's own credential says how to provide one, and accepts it", async () => {
  const shop = await market.openShop({ requiresCredentials: true });
  const agent = await shop.resolveAgent();
  const before = await agent.getProducts({}, shop.call());
  expect(before.products.map(({ productId }) => productId)).toEqual(["s1:a", "s1:b"]);
  const path = `/storefronts/${shop.storefrontId}/sources/s0/credentials`;
  expect(before.incomplete).toMatchObject([{ reason: "not_connected", message: expect.stringContaining(path) }]);
  expect(await agent.createMediaBuy(buyOf(["s0:a"]), shop.call())).toMatchObject({
    errors: [{ code: "AUTH_REQUIRED", field: "packages[0].product_id", message: expect.stringContaining(path) }],
  });
  const body = { accountIdentifier: "main", auth: { type: "api_key", token: "the-buyers-own" } };
  expect((await shop.caller.post(`/buyer${path}`, body)).status).toBe(201);
  expect((await agent.createMediaBuy(buyOf(["s0:a", "s1:b"]), shop.call())).kind).toBe("done");
  expect(shop.sellers.map(({ openedWith }) => openedWith)).toEqual(["the-buyers-own", null]);
  const stranger = await shop.resolveAgent(await shop.anotherBuyer());
  expect((await stranger.getProducts({}, shop.call())).incomplete).toMatchObject([{ reason: "not_connected" }]);
});

test("buys under an account continue after it is renamed, whoever takes its name", async () => {
  const shop = await market.openShop({ sources: 1, requiresCredentials: true });
  const path = `/buyer/storefronts/${shop.storefrontId}/sources/s0/credentials`;
  const register = (accountIdentifier: string, token: string) =>
    shop.caller.post(path, { accountIdentifier, auth: { type: "api_key", token } });
  const { data: first } = await register("main", "first-key");
  const agent = await shop.resolveAgent();
  const outcome = await agent.createMediaBuy(buyOf(["s0:a"]), shop.call());
  if (outcome.kind !== "done") throw new Error(`not bought: ${JSON.stringify(outcome)}`);
  await shop.caller.put(`/buyer/storefronts/credentials/${first.id}`, { accountIdentifier: "Acme" });
  expect((await register("main", "second-key")).status).toBe(201);
  const { mediaBuyId } = outcome.mediaBuy;
  const pause = (paused: boolean) =>
    agent.updateMediaBuy({ idempotencyKey: randomUUID(), mediaBuyId, paused }, shop.call());
  expect((await pause(true)).kind).toBe("done");
  expect(shop.sellers[0]?.openedWith).toBe("first-key");
  const { data } = await shop.caller.get("/buyer/storefronts/credentials");
  expect(data.map((one: { accountIdentifier: string }) => one.accountIdentifier)).toEqual(["main", "Acme"]);
  await shop.caller.delete(`/buyer/storefronts/credentials/${first.id}`);
  await expect(pause(false)).rejects.toThrow("it no longer opens for this buyer");
});

test("a storefront that is paused or hidden shows nothing, and says why", async () => {
  const shop = await market.openShop();
  await shop.set({ is_paused: true });
  const paused = await (await shop.resolveAgent()).getProducts({}, shop.call());
  expect(paused).toMatchObject({ products: [], incomplete: [{ reason: "not_active" }] });
  await shop.set({ is_paused: false, marketplace_state: "HIDDEN" });
  const hidden = await shop.resolveAgent();
  expect((await hidden.getProducts({}, shop.call())).incomplete).toMatchObject([{ reason: "not_active" }]);
  expect(await hidden.createMediaBuy(buyOf(["s0:a"]), shop.call())).toMatchObject({
    errors: [{ code: "STOREFRONT_NOT_LISTED" }],
  });
});

test("buyers discover what is listed and open, by number and by part of the name", async () => {
  const [listed, other] = [await market.openShop(), await market.openShop()];
  const closed = [
    await market.openShop({ isPaused: true }),
    await market.openShop({ state: "HIDDEN" }),
    await market.openShop({ state: "PENDING_REVIEW" }),
  ];
  const { sellers } = market.world.host;
  const found = async (which: SellerFilter) =>
    (await sellers.discoverable(listed.buyer, which)).map(({ agentId }) => agentId);
  const all = await found({});
  expect(all).toEqual(expect.arrayContaining([listed.agentId, other.agentId]));
  for (const { agentId } of closed) expect(all).not.toContain(agentId);
  expect(await found({ storefrontIds: [other.storefrontId, 999_999] })).toEqual([other.agentId]);
  const part = other.agentId.slice(-6).toUpperCase();
  expect(await found({ storefrontIds: [listed.storefrontId], storefrontNames: [part] })).toEqual([
    listed.agentId,
    other.agentId,
  ]);
  expect(await found({ storefrontNames: ["%"] })).toEqual([]);
});

test("a sponsored buyer has its own storefront, listed or not, and no other", async () => {
  const [own, other] = [await market.openShop({ state: "PENDING_REVIEW" }), await market.openShop()];
  const viewer = { ...own.buyer, storefrontId: own.storefrontId };
  const { sellers } = market.world.host;
  expect((await sellers.discoverable(viewer, {})).map(({ agentId }) => agentId)).toEqual([own.agentId]);
  expect(await sellers.find(viewer, other.agentId)).toBeUndefined();
  expect(await sellers.find(own.buyer, own.agentId)).toBeUndefined();
  expect((await bothWays(own)).products).toHaveLength(4);
});

/** Makes the buyer a sponsored buyer of the storefront, as a join link would. */
async function sponsor(shop: Shop, status: string, walled: boolean): Promise<void> {
  const at = market.world.host.clock.now();
  await market.world.database.writeInstallation((db) =>
    db
      .insertInto("sponsorships")
      .values({
        customer_id: shop.buyer.customerId,
        storefront_id: shop.storefrontId,
        seller_customer_id: shop.customerId,
        join_link_id: 1,
        walled,
        status,
        posture: "prepay",
        language: "en",
        created_at: at,
        updated_at: at,
      })
      .execute(),
  );
}

test.each([
  ["pending", true, "waits for the approval of", "ACCOUNT_SETUP_REQUIRED"],
  ["suspended", true, "has suspended your account", "ACCOUNT_SUSPENDED"],
  ["suspended", false, "has suspended your account", "ACCOUNT_SUSPENDED"],
])(
  "a sponsored buyer that is %s (walled: %s) is shown and sold nothing, and told why",
  async (status, walled, why, code) => {
    const shop = await market.openShop();
    await sponsor(shop, status, walled);
    const agent = await shop.resolveAgent();
    expect(await agent.getProducts({}, shop.call())).toMatchObject({
      products: [],
      incomplete: [{ reason: "not_active", message: expect.stringContaining(why) }],
    });
    expect(await agent.createMediaBuy(buyOf(["s0:a"]), shop.call())).toMatchObject({ errors: [{ code }] });
  },
);

test("a buyer from the open marketplace continues to buy while a sponsor considers it, and finds an unlisted sponsor once admitted", async () => {
  const [listed, unlisted, waiting] = [
    await market.openShop(),
    await market.openShop({ state: "PENDING_REVIEW" }),
    await market.openShop({ state: "PENDING_REVIEW" }),
  ];
  await sponsor(listed, "pending", false);
  await sponsor(unlisted, "active", false);
  await sponsor(waiting, "pending", false);
  expect((await (await listed.resolveAgent()).getProducts({}, listed.call())).products).toHaveLength(4);
  expect((await (await unlisted.resolveAgent()).getProducts({}, unlisted.call())).products).toHaveLength(4);
  expect(await market.world.host.sellers.find(waiting.buyer, waiting.agentId)).toBeUndefined();
});

async function bothWays(shop: Shop) {
  return (await shop.resolveAgent({ ...shop.buyer, storefrontId: shop.storefrontId })).getProducts({}, shop.call());
}

test("formats are those of all sources, each listed once", async () => {
  const shop = await market.openShop();
  expect(await (await shop.resolveAgent()).listCreativeFormats(shop.call())).toHaveLength(1);
});
