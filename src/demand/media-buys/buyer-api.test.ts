import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  LINE,
  type Market,
  type MediaBuyFixture,
  NOON,
  openMarket,
  openMediaBuyFixture,
} from "./media-buys.fixture.ts";
import { submitMediaBuy } from "./sending/submit-media-buy.ts";

let market: Market;
let desk: MediaBuyFixture;
beforeAll(async () => void (market = await openMarket()));
beforeEach(async () => {
  market.clock.set(NOON);
  desk = await openMediaBuyFixture(market);
});
afterAll(() => market.world.close());

async function bought(): Promise<string> {
  const { mediaBuyId } = await desk.draft();
  await desk.perform(submitMediaBuy, { customerId: desk.customerId, mediaBuyId });
  return mediaBuyId;
}

test("a media buy looks the same in every operation", async () => {
  const id = await bought();
  const { data } = await desk.buyer.get(`/buyer/media-buys/${id}`);
  expect(data.mediaBuy).toMatchObject({
    mediaBuyId: id,
    campaignId: desk.campaign.campaignId,
    advertiserId: String(desk.campaign.advertiserId),
    name: "Spring: Test Seller",
    status: "ACTIVE",
    sellerMediaBuyId: "seller-1",
    products: [{ productId: "p1", budget: 1000.1, budgetCurrency: "USD" }],
    why: null,
    startTime: "2026-05-05T00:00:00.000Z",
  });
  expect(data.mediaBuy.packages[0]).toMatchObject({
    sellerPackageId: "their-p1",
    status: "active",
    productIds: ["p1"],
    budget: 1000.1,
    delivery: { impressions: 0, spend: 0, clicks: 0 },
  });
  const of = `/buyer/advertisers/${desk.campaign.advertiserId}/media-buys`;
  expect((await desk.buyer.get(`${of}/${id}`)).data).toEqual(data);
  expect((await desk.buyer.get(of)).data).toEqual({ mediaBuys: [data.mediaBuy], total: 1 });
  const packages = await desk.buyer.get(`/buyer/media-buys/${id}/packages`);
  expect(packages.data).toEqual({
    mediaBuyId: id,
    isPaced: false,
    packageCount: 1,
    packages: data.mediaBuy.packages,
  });
});

test("a list is filtered by campaign and by any of several statuses, and paged", async () => {
  const active = await bought();
  const { mediaBuyId: draft } = await desk.draft(LINE);
  const idsOf = async (query: string) => {
    const { data } = await desk.buyer.get(`/buyer/advertisers/${desk.campaign.advertiserId}/media-buys?${query}`);
    return [data.mediaBuys.map(({ mediaBuyId }: { mediaBuyId: string }) => mediaBuyId), data.total];
  };
  expect(await idsOf("")).toEqual([[draft, active], 2]);
  expect(await idsOf("status=ACTIVE")).toEqual([[active], 1]);
  expect(await idsOf("status=ACTIVE&status=DRAFT&take=1&skip=1")).toEqual([[active], 2]);
  expect(await idsOf(`campaignId=${desk.campaign.campaignId}`)).toEqual([[draft, active], 2]);
  expect(await idsOf("campaignId=cmp_other")).toEqual([[], 0]);
  expect((await desk.buyer.get(`/buyer/advertisers/${desk.campaign.advertiserId}/media-buys?status=X`)).status).toBe(
    400,
  );
});

test("only active buys can be paused, and only paused ones reactivated", async () => {
  const id = await bought();
  expect(await desk.buyer.post(`/buyer/media-buys/${id}/reactivate`)).toMatchObject({
    status: 409,
    error: { code: "CONFLICT" },
  });
  expect((await desk.buyer.post(`/buyer/media-buys/${id}/pause`)).data).toEqual({
    mediaBuyId: id,
    name: "Spring: Test Seller",
    previousStatus: "ACTIVE",
    newStatus: "PAUSED",
    success: true,
  });
  expect((await desk.buyer.get(`/buyer/media-buys/${id}`)).data.mediaBuy.why).toMatchObject({ waitingOn: "buyer" });
  expect((await desk.buyer.post(`/buyer/media-buys/${id}/pause`)).status).toBe(409);
  expect((await desk.buyer.post(`/buyer/media-buys/${id}/reactivate`)).data).toMatchObject({ newStatus: "ACTIVE" });
});

test("a media buy is canceled with its reason, once, and a draft that was never sent is not", async () => {
  const id = await bought();
  expect((await desk.buyer.post(`/buyer/media-buys/${id}/cancel`, { why: "no" })).status).toBe(400);
  const { data } = await desk.buyer.post(`/buyer/media-buys/${id}/cancel`, { reason: "the brand changed its mind" });
  expect(data).toMatchObject({ previousStatus: "ACTIVE", newStatus: "CANCELED", success: true });
  expect(desk.seller.changed).toMatchObject([{ canceled: true, cancellationReason: "the brand changed its mind" }]);
  expect((await desk.buyer.post(`/buyer/media-buys/${id}/cancel`)).status).toBe(409);
  const { mediaBuyId: draft } = await desk.draft();
  expect(await desk.buyer.post(`/buyer/media-buys/${draft}/cancel`)).toMatchObject({
    status: 409,
    error: { message: expect.stringContaining("delete it") },
  });
  expect(desk.seller.changed).toHaveLength(1);
});

test("another buyer's media buy looks like a missing one", async () => {
  const id = await bought();
  const other = await openMediaBuyFixture(market);
  const of = `/buyer/advertisers/${other.campaign.advertiserId}/media-buys`;
  for (const path of [`/buyer/media-buys/${id}`, `/buyer/media-buys/${id}/packages`, `${of}/${id}`]) {
    const foreign = await other.buyer.get(path);
    const missing = await other.buyer.get(path.replace(id, "mb_0"));
    expect(foreign.status).toBe(404);
    expect(foreign.error?.message.replace(id, "")).toBe(missing.error?.message.replace("mb_0", ""));
  }
  for (const act of ["pause", "reactivate", "cancel"])
    expect((await other.buyer.post(`/buyer/media-buys/${id}/${act}`)).status).toBe(404);
  expect((await other.buyer.get(`/buyer/advertisers/${desk.campaign.advertiserId}/media-buys`)).status).toBe(404);
  expect(desk.seller.changed).toHaveLength(0);
});
