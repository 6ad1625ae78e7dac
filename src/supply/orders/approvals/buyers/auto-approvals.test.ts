import { afterAll, beforeAll, expect, test } from "vitest";
import { expectData } from "../../../../../test/operations/expect-data.ts";
import { buyOf, type Market, openMarket, type Shop } from "../../shop.fixture.ts";

let market: Market;
beforeAll(async () => void (market = await openMarket()));
afterAll(() => market.world.close());

const TRUST = "/storefront/buyer-auto-approvals";

async function openStrict() {
  const shop = await market.openShop();
  const policy = { content: "Review buyers: all", activate: true };
  expectData(await shop.seller.post("/storefront/acceptance-policy", policy));
  return shop;
}

async function buy(shop: Shop) {
  return (await shop.resolveAgent()).createMediaBuy(buyOf(["s0:a"]), shop.call());
}

const trust = ({ seller, buyer }: Shop, body: object) => seller.put(`${TRUST}/${buyer.customerId}`, body);

test("a buyer with auto-approval is not held, and each order that would have been is counted and audited", async () => {
  const shop = await openStrict();
  expect((await buy(shop)).kind).toBe("submitted");
  const armed = expectData(await trust(shop, { enabled: true, reason: "pre-cleared" }));
  expect(armed).toMatchObject({ autoApproveEnabled: true, reason: "pre-cleared", policyBypassCount: 0 });
  const bought = await buy(shop);
  expect(bought.kind).toBe("done");
  expect((await buy(shop)).kind).toBe("done");
  const { items, total, eligibleBuyers } = expectData(await shop.seller.get(TRUST));
  const buyerCustomerId = shop.buyer.customerId;
  expect({ items, total }).toMatchObject({
    items: [{ buyerCustomerId, buyerName: "Acme", policyBypassCount: 2, lastPolicyBypassAt: expect.any(String) }],
    total: 1,
  });
  expect(eligibleBuyers).toEqual([
    { buyerCustomerId, buyerName: "Acme", mediaBuyCount: 3, lastMediaBuyAt: expect.any(String) },
  ]);
  const mediaBuyId = bought.kind === "done" ? bought.mediaBuy.mediaBuyId : "";
  const log = expectData(await shop.seller.get(`/audit-logs?resourceId=${mediaBuyId}`));
  expect(JSON.stringify(log)).toContain("media-buy-approvals.bypass");
  const { stages } = expectData(await shop.seller.get(`/storefront/media-buys/${mediaBuyId}/timeline`));
  expect(stages[1]).toMatchObject({ stage: "screened", detail: expect.stringMatching(/^bypassed/) });
});

test("if switched off, the buyer is held again, and the row keeps its counts", async () => {
  const shop = await openStrict();
  await buy(shop);
  await trust(shop, { enabled: true, reason: "pre-cleared" });
  await buy(shop);
  expect(expectData(await trust(shop, { enabled: false }))).toMatchObject({
    autoApproveEnabled: false,
    reason: "pre-cleared",
    policyBypassCount: 1,
  });
  expect((await buy(shop)).kind).toBe("submitted");
  expect(expectData(await trust(shop, { enabled: false, reason: null }))).toMatchObject({ reason: null });
});

test("an order on policy is not a bypass", async () => {
  const shop = await market.openShop();
  await buy(shop);
  await trust(shop, { enabled: true });
  await buy(shop);
  expect(expectData(await shop.seller.get(TRUST)).items).toMatchObject([{ policyBypassCount: 0 }]);
});

test("a buyer that the policy blocks is refused, with auto-approval or without", async () => {
  const shop = await market.openShop();
  await buy(shop);
  await trust(shop, { enabled: true });
  const policy = { content: "Block products: s0:a", activate: true };
  expectData(await shop.seller.post("/storefront/acceptance-policy", policy));
  expect(await buy(shop)).toMatchObject({ kind: "rejected", errors: [{ code: "POLICY_VIOLATION" }] });
});

test("a buyer that has bought nothing here is not found, and an incomplete request is refused", async () => {
  const shop = await market.openShop();
  expect(await trust(shop, { enabled: true })).toMatchObject({ status: 404, error: { code: "NOT_FOUND" } });
  expect(await trust(shop, {})).toMatchObject({ status: 400, error: { field: "enabled" } });
  await buy(shop);
  const other = await market.openShop();
  expect(await other.seller.put(`${TRUST}/${shop.buyer.customerId}`, { enabled: true })).toMatchObject({ status: 404 });
});

test("an archived storefront cannot change its settings any more", async () => {
  const shop = await market.openShop();
  await buy(shop);
  expectData(await shop.seller.post("/storefront/archive"));
  expect(await trust(shop, { enabled: true })).toMatchObject({ status: 400, error: { code: "INVALID_STATE" } });
});
