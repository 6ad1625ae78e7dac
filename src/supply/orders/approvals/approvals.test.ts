import { afterAll, beforeAll, expect, test } from "vitest";
import { doJobs } from "../../../../test/jobs.ts";
import { expectData } from "../../../../test/operations/expect-data.ts";
import type { NewMediaBuy } from "../../../ground/seller-agent/index.ts";
import { buyOf, type Market, openMarket } from "../shop.fixture.ts";
import {
  approve,
  BOTH,
  boughtAt,
  buy,
  decide,
  done,
  openStrict,
  QUEUE,
  receivedBy,
  setPolicy,
} from "./strict-shop.fixture.ts";

let market: Market;
beforeAll(async () => void (market = await openMarket()));
afterAll(() => market.world.close());

test("what complies with the policy proceeds immediately, and the timeline says that it was checked", async () => {
  const shop = await market.openShop();
  await setPolicy(shop.seller, "Block buyers: bets.com\nReview buyers: casino.com\nReview products: s1:z");
  const { mediaBuyId } = done((await buy(shop)).outcome);
  expect(expectData(await shop.seller.get(QUEUE))).toEqual({ items: [], total: 0 });
  const { stages } = expectData(await shop.seller.get(`/storefront/media-buys/${mediaBuyId}/timeline`));
  expect(stages).toMatchObject([
    { stage: "received" },
    { stage: "screened", detail: expect.stringMatching(/^forwarded/) },
  ]);
});

test.each<[string, string, Partial<NewMediaBuy>, { brandDomain: string | null }]>([
  ["whose buyer the policy wants looked at", "Review buyers: acme.com", {}, { brandDomain: "acme.com" }],
  ["of a product that it wants looked at", "* **Review products:** `s1:b`", {}, { brandDomain: "acme.com" }],
  ["of a buyer that names neither brand nor operator", "Nothing", {}, { brandDomain: null }],
])("an order %s is held, and no source receives it", async (_, policy, changes, identity) => {
  const shop = await market.openShop();
  await setPolicy(shop.seller, policy);
  const agent = await shop.resolveAgent();
  const call = shop.call();
  const request = buyOf(BOTH, changes);
  const asked = { ...call, buyer: { ...call.buyer, ...identity } };
  const outcome = await agent.createMediaBuy(request, asked);
  expect(outcome).toMatchObject({ kind: "submitted", message: expect.stringContaining("not approved") });
  expect(await agent.createMediaBuy(request, asked)).toEqual(outcome);
  await doJobs(market.world);
  expect(receivedBy(shop)).toEqual([0, 0]);
  const { items, total } = expectData(await shop.seller.get(QUEUE));
  expect([items.length, total]).toEqual([1, 1]);
});

test("a storefront whose operator chose manual approval holds every order, even one on policy, except from buyers it trusts", async () => {
  const shop = await market.openShop();
  expect((await shop.seller.get("/storefront")).data).toMatchObject({
    mediaBuyApproval: "manual",
    mediaBuysHeld: "by_policy",
  });
  expect(done((await buy(shop)).outcome).status).toBe("active");
  const chosen = await shop.seller.put("/storefront", { mediaBuyApproval: "manual" });
  expect(chosen.data).toMatchObject({ mediaBuyApproval: "manual", mediaBuysHeld: "every" });
  const { outcome, mediaBuyId } = await buy(shop);
  expect(outcome.kind).toBe("submitted");
  await doJobs(market.world);
  expect(receivedBy(shop)).toEqual([1, 1]);
  expect(expectData(await shop.seller.get(`${QUEUE}/${mediaBuyId}`))).toMatchObject({ status: "pending" });
  const trust = { enabled: true };
  expectData(await shop.seller.put(`/storefront/buyer-auto-approvals/${shop.buyer.customerId}`, trust));
  expect((await buy(shop)).outcome.kind).toBe("done");
  expect((await shop.seller.put("/storefront", { mediaBuyApproval: null })).data.mediaBuysHeld).toBe("by_policy");
});

test("while its settings say auto, or it passes a source through, a storefront holds nothing", async () => {
  const shop = await openStrict(market);
  await shop.set({ media_buy_approval: "auto" });
  expect((await buy(shop)).outcome.kind).toBe("done");
  const through = await openStrict(market, { sources: 1 });
  await through.set({ product_mode: "passthrough" });
  expect((await buy(through, buyOf(["s0:a"]))).outcome.kind).toBe("done");
});

test("a held order waits in the queue, with its buyer's request and none of its secrets", async () => {
  const shop = await openStrict(market);
  const webhook = { url: "https://buyer.example/hook", token: "the-buyers-secret" };
  const { mediaBuyId } = await buy(shop, buyOf(BOTH, { webhook }));
  const { items } = expectData(await shop.seller.get(QUEUE));
  const [entry] = items;
  expect(entry).toMatchObject({
    mediaBuyId,
    kind: "create",
    buyerCustomerId: shop.buyer.customerId,
    status: "pending",
    reviewedBy: null,
    reviewedAt: null,
    forwardedAt: null,
    submittedPayload: { brand: { domain: "acme.com" }, packages: [{ product_id: "s0:a" }, { product_id: "s1:b" }] },
  });
  expect(expectData(await shop.seller.get(`${QUEUE}/${mediaBuyId}`))).toEqual(entry);
  expect(JSON.stringify(entry)).not.toContain(webhook.token);
  expect(JSON.stringify(entry)).not.toContain("push_notification_config");
  const [summary] = expectData(await shop.seller.get("/storefront/media-buys?status=pending_approval")).items;
  expect(summary).toMatchObject({
    mediaBuyId,
    status: "pending_approval",
    pendingReason: "awaiting_storefront_approval",
    forwardOutcome: "not_forwarded",
    forwardedAt: null,
  });
  const { notifications } = expectData(await shop.seller.get("/notifications"));
  expect(notifications.map(({ event }: { event: string }) => event)).toContain("media_buy.approval_requested");
});

test("an approved order is booked at its sources, and both sides see it", async () => {
  const shop = await openStrict(market);
  const { agent, mediaBuyId } = await buy(shop);
  const reported = expectData(await decide(shop, mediaBuyId, { status: "approved", reviewerNotes: "as agreed" }));
  expect(reported).toMatchObject({
    status: "approved",
    reviewerNotes: "as agreed",
    forwardOutcome: "all_completed",
    forwardResult: [
      { sourceId: "s0", status: "completed", upstreamMediaBuyId: shop.sellers[0]?.buys[0]?.mediaBuyId },
      { sourceId: "s1", status: "completed", upstreamMediaBuyId: shop.sellers[1]?.buys[0]?.mediaBuyId },
    ],
    forwardError: null,
  });
  expect(reported.forwardedAt).not.toBeNull();
  expect(done(await agent.getTask(mediaBuyId, shop.call()))).toMatchObject({ mediaBuyId, status: "active" });
  expect(expectData(await shop.seller.get(`${QUEUE}?status=approved`)).items).toMatchObject([{ mediaBuyId }]);
  const { approval, stages } = expectData(await shop.seller.get(`/storefront/media-buys/${mediaBuyId}/timeline`));
  expect(approval).toMatchObject({ status: "approved", forwardedAt: reported.forwardedAt });
  expect(stages.map(({ stage, detail }: { stage: string; detail: string }) => [stage, detail])).toEqual([
    ["received", null],
    ["screened", expect.stringMatching(/^held: .*every buyer/)],
    ["decided", "approved: as agreed"],
  ]);
});

test("if rejected, no source receives it, and the buyer sees the reason", async () => {
  const shop = await openStrict(market);
  const { agent, mediaBuyId } = await buy(shop);
  const reported = expectData(
    await decide(shop, mediaBuyId, { status: "rejected", reviewerNotes: "outside our region" }),
  );
  expect(reported).toMatchObject({ status: "rejected", forwardedAt: null });
  expect(reported).not.toHaveProperty("forwardOutcome");
  expect(await agent.getTask(mediaBuyId, shop.call())).toEqual({
    kind: "rejected",
    errors: [
      {
        code: "STOREFRONT_REJECTED",
        message: "the storefront did not approve it: outside our region",
        field: null,
        recovery: "terminal",
      },
    ],
  });
  expect(receivedBy(shop)).toEqual([0, 0]);
  const [summary] = expectData(await shop.seller.get("/storefront/media-buys")).items;
  expect(summary).toMatchObject({ status: "rejected", forwardOutcome: "not_forwarded", sourceStatus: null });
});

test("an order is decided on once: later requests are told its status", async () => {
  const shop = await openStrict(market);
  const { mediaBuyId } = await buy(shop);
  await approve(shop, mediaBuyId);
  expect(await decide(shop, mediaBuyId, { status: "rejected" })).toMatchObject({
    status: 409,
    error: { code: "CONFLICT", details: { status: "approved" } },
  });
  expect(boughtAt(shop)).toEqual([1, 1]);
});

test("eight concurrent approvals buy once, and one of them succeeds", async () => {
  const shop = await openStrict(market);
  const { mediaBuyId } = await buy(shop);
  const replies = await Promise.all(Array.from({ length: 8 }, () => decide(shop, mediaBuyId, { status: "approved" })));
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(replies.filter(({ status }) => status === 409)).toHaveLength(7);
  expect(receivedBy(shop)).toEqual([1, 1]);
});

test("a buyer withdraws a waiting order: it is revoked, and can no longer be approved", async () => {
  const shop = await openStrict(market);
  const { agent, mediaBuyId } = await buy(shop);
  const cancel = { idempotencyKey: "cancel", mediaBuyId, canceled: true };
  const canceled = done(await agent.updateMediaBuy(cancel, shop.call()));
  expect(canceled).toMatchObject({ mediaBuyId, status: "canceled", waitingFor: null });
  expect(done(await agent.updateMediaBuy(cancel, shop.call()))).toEqual(canceled);
  expect(done(await agent.getTask(mediaBuyId, shop.call()))).toEqual(canceled);
  expect(await decide(shop, mediaBuyId, { status: "approved" })).toMatchObject({
    status: 409,
    error: { details: { status: "revoked" } },
  });
  await doJobs(market.world);
  expect(receivedBy(shop)).toEqual([0, 0]);
  expect(expectData(await shop.seller.get(`${QUEUE}?status=revoked`)).items).toMatchObject([{ mediaBuyId }]);
  const [summary] = expectData(await shop.seller.get("/storefront/media-buys")).items;
  expect(summary).toMatchObject({ status: "canceled", pendingReason: null });
});

test("a source whose only order was withdrawn can be removed", async () => {
  const shop = await openStrict(market, { sources: 1 });
  const { agent, mediaBuyId } = await buy(shop, buyOf(["s0:a"]));
  const remove = () => shop.seller.delete("/storefront/inventory-sources/s0");
  expect(await remove()).toMatchObject({ status: 400, error: { field: "sourceId" } });
  done(await agent.updateMediaBuy({ idempotencyKey: "cancel", mediaBuyId, canceled: true }, shop.call()));
  expect((await remove()).status).toBeLessThan(300);
});

test("an approved order that its buyer cancels at every source is revoked", async () => {
  const shop = await openStrict(market);
  const { agent, mediaBuyId } = await buy(shop);
  await approve(shop, mediaBuyId);
  await agent.updateMediaBuy({ idempotencyKey: "cancel", mediaBuyId, canceled: true }, shop.call());
  expect(expectData(await shop.seller.get(`${QUEUE}/${mediaBuyId}`))).toMatchObject({ status: "revoked" });
});

test("a waiting buy cannot be paused: the buyer is told to change its terms, or to cancel", async () => {
  const shop = await openStrict(market);
  const { agent, mediaBuyId } = await buy(shop);
  const pause = { idempotencyKey: "pause", mediaBuyId, paused: true };
  expect(await agent.updateMediaBuy(pause, shop.call())).toMatchObject({
    errors: [{ code: "INVALID_STATE", message: expect.stringContaining("cancel it") }],
  });
});

test("an evaluation lists the objections to an order under the current policy, and decides nothing", async () => {
  const shop = await openStrict(market);
  const { mediaBuyId } = await buy(shop);
  const evaluate = async () => expectData(await shop.seller.post(`${QUEUE}/${mediaBuyId}/evaluate`));
  const checks = (...statuses: string[]) => statuses.map((status) => ({ status }));
  expect(await evaluate()).toMatchObject({
    policyDecision: "needs_human_approval",
    recommendation: "escalate_to_human",
    rejectionReason: null,
    checks: checks("pass", "pass", "warn"),
  });
  await setPolicy(shop.seller, "Block products: s0:a");
  expect(await evaluate()).toMatchObject({
    policyDecision: "definitely_not_on_policy",
    recommendation: "auto_reject",
    rejectionReason: expect.stringContaining("s0:a"),
    checks: checks("pass", "pass", "fail"),
  });
  await setPolicy(shop.seller, "Anything goes");
  expect(await evaluate()).toMatchObject({ recommendation: "auto_approve", checks: checks("pass", "pass", "pass") });
  expect(expectData(await shop.seller.get(`${QUEUE}/${mediaBuyId}`)).status).toBe("pending");
  const { logs } = expectData(await shop.seller.get(`/audit-logs?resourceId=${mediaBuyId}`));
  expect(logs.map(({ action, resourceType }: Record<string, string>) => [action, resourceType])).toEqual(
    Array.from({ length: 3 }, () => ["READ", "MEDIA_BUY"]),
  );
});

test("a seller without a storefront is told so, and an invalid decision is refused", async () => {
  const seller = await market.world.caller("SELLER");
  for (const path of [QUEUE, "/storefront/buyer-auto-approvals", "/storefront/pending-operations"])
    expect(await seller.get(path)).toMatchObject({ status: 404, error: { code: "NOT_FOUND" } });
  const shop = await openStrict(market);
  const { mediaBuyId } = await buy(shop);
  expect(await shop.seller.get(`${QUEUE}?status=maybe`)).toMatchObject({ status: 400, error: { field: "status" } });
  expect(await decide(shop, mediaBuyId, { status: "maybe" })).toMatchObject({
    status: 400,
    error: { field: "status" },
  });
});

test("another seller's order, a missing one and one that was never held are not found", async () => {
  const shop = await openStrict(market);
  const { mediaBuyId } = await buy(shop);
  const free = await market.openShop();
  const { mediaBuyId: unheld } = done((await buy(free)).outcome);
  for (const [seller, id] of [
    [free.seller, mediaBuyId],
    [free.seller, unheld],
    [shop.seller, "ord_missing"],
  ] as const) {
    const replies = await Promise.all([
      seller.get(`${QUEUE}/${id}`),
      seller.post(`${QUEUE}/${id}/decide`, { status: "approved" }),
      seller.post(`${QUEUE}/${id}/evaluate`),
      seller.post(`${QUEUE}/${id}/retry-forward`),
    ]);
    expect(replies.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  }
  expect(expectData(await free.seller.get(QUEUE)).total).toBe(0);
});
