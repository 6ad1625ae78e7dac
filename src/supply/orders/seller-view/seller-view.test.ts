import { afterAll, beforeAll, expect, test } from "vitest";
import { expectData } from "../../../../test/operations/expect-data.ts";
import { after, DAY_MS, HOUR_MS } from "../../../ground/kernel/clock.ts";
import type { MediaBuyOutcome, NewMediaBuy } from "../../../ground/seller-agent/index.ts";
import { buyOf, type Market, openMarket, type Shop } from "../shop.fixture.ts";
import { STATUSES } from "./sold-order.ts";

let market: Market;
beforeAll(async () => void (market = await openMarket()));
afterAll(() => market.world.close());

const BOTH = ["s0:a", "s1:b"];

async function buy(shop: Shop, products = BOTH, changes: Partial<NewMediaBuy> = {}, buyer = shop.buyer) {
  const agent = await shop.resolveAgent(buyer);
  return idIn(await agent.createMediaBuy(buyOf(products, changes), shop.call()));
}

function idIn(outcome: MediaBuyOutcome): string {
  if (outcome.kind === "done") return outcome.mediaBuy.mediaBuyId;
  if ("taskId" in outcome && outcome.taskId) return outcome.taskId;
  throw new Error(`nothing was bought: ${JSON.stringify(outcome)}`);
}

async function listed(shop: Shop, query = "") {
  return expectData(await shop.seller.get(`/storefront/media-buys${query}`));
}

const idsIn = ({ items }: { items: { mediaBuyId: string }[] }) => items.map(({ mediaBuyId }) => mediaBuyId);

test("a seller sees every order of its own storefront, whoever bought it, and no other's", async () => {
  const [shop, other] = [await market.openShop(), await market.openShop()];
  const mine = await buy(shop);
  const another = await buy(shop, BOTH, {}, await shop.anotherBuyer());
  const theirs = await buy(other);
  expect(await listed(shop)).toMatchObject({
    items: [
      { mediaBuyId: another },
      {
        mediaBuyId: mine,
        kind: "routed",
        name: "Spring",
        brand: "acme.com",
        amount: 2000,
        currency: "USD",
        buyer: { customerId: shop.buyer.customerId, name: "Acme" },
        status: "delivering",
        sourceStatus: "active",
        pendingReason: null,
        forwardOutcome: "all_completed",
        sourceCount: 2,
        createdAt: "2026-08-01T10:00:00.000Z",
        forwardedAt: "2026-08-01T10:00:00.000Z",
      },
    ],
    total: 2,
  });
  for (const path of [`/${theirs}`, `/${theirs}/timeline`])
    expect(await shop.seller.get(`/storefront/media-buys${path}`)).toMatchObject({ status: 404 });
});

test("a seller without a storefront is told to open one", async () => {
  const seller = await market.world.caller("SELLER");
  expect(await seller.get("/storefront/media-buys")).toMatchObject({ status: 404, error: { code: "NOT_FOUND" } });
});

test("an order shows its packages with the storefront's ids and the source's", async () => {
  const shop = await market.openShop();
  const mediaBuyId = await buy(shop);
  const detail = expectData(await shop.seller.get(`/storefront/media-buys/${mediaBuyId}`));
  expect(detail).toMatchObject({
    name: "Spring",
    packages: [
      { sourceId: "s0", productId: "s0:a", sourceProductId: "a", budget: 1000, currency: "USD" },
      { sourceId: "s1", productId: "s1:b", sourceProductId: "b", budget: 1000, currency: "USD" },
    ],
  });
  expect(detail.packages[0].sourcePackageId).toBe(shop.sellers[0]?.buys[0]?.packages[0]?.packageId);
});

test("an order has the status of the part that needs attention most", async () => {
  const shop = await market.openShop();
  const [first, second] = shop.sellers;
  if (!first || !second) throw new Error("the shop has two sources");
  second.fates = ["down"];
  const retrying = await buy(shop);
  second.manual = true;
  const waiting = await buy(shop);
  second.manual = false;
  second.refusal = { code: "BUDGET_TOO_LOW", message: "too little", field: null, recovery: "correctable" };
  const halved = await buy(shop);
  second.refusal = undefined;
  const { items } = await listed(shop);
  const reported = new Map(items.map((item: { mediaBuyId: string }) => [item.mediaBuyId, item]));
  expect(reported.get(retrying)).toMatchObject({
    status: "forward_failed",
    pendingReason: "forward_failed_retrying",
    forwardOutcome: "partial",
  });
  expect(reported.get(waiting)).toMatchObject({
    status: "awaiting_source",
    pendingReason: "awaiting_source_moderation",
    forwardOutcome: "all_submitted",
  });
  expect(reported.get(halved)).toMatchObject({
    status: "delivering",
    errorCode: "BUDGET_TOO_LOW",
    forwardOutcome: "partial",
  });
});

test("the filter by status finds exactly the orders that are shown with it", async () => {
  const shop = await market.openShop();
  const [, second] = shop.sellers;
  for (const fate of ["answered", "down"] as const) {
    if (second) second.fates = [fate];
    await buy(shop);
  }
  if (second) second.manual = true;
  await buy(shop);
  const { items } = await listed(shop);
  for (const status of STATUSES) {
    const shown = items.filter((item: { status: string }) => item.status === status);
    const found = await listed(shop, `?status=${status}`);
    expect({ status, ids: idsIn(found), total: found.total }).toEqual({
      status,
      ids: idsIn({ items: shown }),
      total: shown.length,
    });
  }
});

test("filters by buyer, source and flight narrow the list, and all of them apply together", async () => {
  const shop = await market.openShop();
  const [early, late] = [new Date("2026-09-01T00:00:00Z"), new Date("2026-12-01T00:00:00Z")];
  const end = after(late, 30 * DAY_MS);
  const one = await buy(shop, ["s0:a"], { flight: { start: early, end } });
  const other = await buy(shop, BOTH, { flight: { start: late, end } });
  const ids = async (query: string) => idsIn(await listed(shop, query));
  expect(await ids("?sourceId=s1")).toEqual([other]);
  expect(await ids("?sourceId=elsewhere")).toEqual([]);
  expect(await ids(`?buyerCustomerId=${shop.buyer.customerId}`)).toEqual([other, one]);
  expect(await ids(`?buyerCustomerId=${shop.customerId}`)).toEqual([]);
  expect(await ids(`?flightStartFrom=${late.toISOString()}`)).toEqual([other]);
  expect(await ids(`?flightStartTo=${early.toISOString()}`)).toEqual([one]);
  expect(await ids(`?flightStartTo=${early.toISOString()}&sourceId=s1`)).toEqual([]);
  expect(await shop.seller.get("/storefront/media-buys?take=201&status=lost")).toMatchObject({
    status: 400,
    error: { code: "VALIDATION_ERROR" },
  });
});

test("orders that wait and start within two days come first, and pages show every order once", async () => {
  const shop = await market.openShop();
  const [, second] = shop.sellers;
  if (!second) throw new Error("the shop has two sources");
  const startingIn = (hours: number) => {
    const start = after(market.clock.now(), hours * HOUR_MS);
    return { flight: { start, end: after(start, 30 * DAY_MS) } };
  };
  second.manual = true;
  const later = await buy(shop, BOTH, startingIn(40));
  const sooner = await buy(shop, BOTH, startingIn(20));
  const faraway = await buy(shop, BOTH, startingIn(72));
  second.manual = false;
  const running = await buy(shop, BOTH, startingIn(1));
  const wanted = [sooner, later, running, faraway];
  expect(idsIn(await listed(shop))).toEqual(wanted);
  const pages = await Promise.all([0, 1, 2, 3, 4].map((skip) => listed(shop, `?take=1&skip=${skip}`)));
  expect(pages.flatMap(idsIn)).toEqual(wanted);
  expect(pages.map(({ total }) => total)).toEqual([4, 4, 4, 4, 4]);
});

test("the timeline shows each leg's stages with their time, its references, and what was changed", async () => {
  const shop = await market.openShop();
  const agent = await shop.resolveAgent();
  const [first, second] = shop.sellers;
  if (!first || !second) throw new Error("the shop has two sources");
  const [bought, decided] = [market.clock.now(), after(market.clock.now(), 2 * HOUR_MS)];
  second.manual = true;
  const mediaBuyId = await buy(shop);
  market.clock.set(decided);
  second.manual = false;
  await agent.getTask(mediaBuyId, shop.call());
  await agent.getMediaBuys({ mediaBuyIds: [mediaBuyId] }, shop.call());
  await agent.updateMediaBuy({ idempotencyKey: "p", mediaBuyId, paused: true }, shop.call());
  const path = `/storefront/media-buys/${mediaBuyId}`;
  const reported = expectData(await shop.seller.get(`${path}/timeline`));
  const [received, settled] = [bought.toISOString(), decided.toISOString()];
  expect(reported).toMatchObject({
    mediaBuyId,
    approval: null,
    stages: [
      { stage: "received", at: received },
      { stage: "screened", at: received },
    ],
    changes: [
      {
        requestedAt: settled,
        answers: [
          { sourceId: "s0", outcome: "done" },
          { sourceId: "s1", outcome: "done" },
        ],
      },
    ],
  });
  const stages = reported.legs.map((leg: { stages: { stage: string; at: string }[] }) =>
    leg.stages.map(({ stage, at }) => [stage, at]),
  );
  expect(stages).toEqual([
    [
      ["forwarded", received],
      ["accepted", received],
      ["delivering", received],
    ],
    [
      ["forwarded", received],
      ["submitted", received],
      ["accepted", settled],
      ["delivering", settled],
    ],
  ]);
  expect(reported.legs[1]).toMatchObject({
    sourceId: "s1",
    currentStatus: "paused",
    responseReceivedAt: received,
    theirReference: { mediaBuyId: second.buys[0]?.mediaBuyId },
    platformReference: { idempotencyKey: second.response[0]?.idempotencyKey, requestedAt: received },
    payloadHighlights: { budget: 1000, currency: "USD", packageCount: 1, productIds: ["b"] },
  });
});

test("a source that does not answer is shown with its attempts, and without secrets", async () => {
  const shop = await market.openShop();
  const [, second] = shop.sellers;
  if (second) second.fates = ["down"];
  const mediaBuyId = await buy(shop);
  const reply = await shop.seller.get(`/storefront/media-buys/${mediaBuyId}/timeline`);
  const [, leg] = expectData(reply).legs;
  expect(leg).toMatchObject({
    currentStatus: null,
    responseReceivedAt: null,
    stages: [
      { stage: "forwarded" },
      { stage: "forward_failed", evidence: [{ attemptNumber: 1, recovery: "transient" }] },
    ],
  });
  expect(JSON.stringify(reply.data)).not.toMatch(/token|credential|callback/i);
});
