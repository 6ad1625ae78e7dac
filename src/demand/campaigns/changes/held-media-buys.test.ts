import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { auction, product } from "../../discovery/discovery.fixture.ts";
import { type Market, ok, openCampaignFixture, openMarket, Shop } from "../campaigns.fixture.ts";
import { bought } from "./bought.fixture.ts";

let market: Market;
beforeAll(async () => void (market = await openMarket()));
afterAll(() => market.world.close());

const inReview = (shop: Shop) => {
  shop.update = async () => ({ kind: "submitted", taskId: "t1", message: "our desk looks at it" });
};

describe("a media buy that its seller holds", () => {
  test("takes new terms for its packages in either spelling, which reach the seller by its own ids", async () => {
    const shop = new Shop("a", product("spot", { pricingOptions: [auction("10")] }));
    const desk = await openCampaignFixture(market, shop);
    const { buy, change } = await bought(desk, [
      { productId: "a", budget: 400 },
      { productId: "spot", bidPrice: 12 },
    ]);
    const [a, spot] = buy.packages;
    const { data } = await change({
      mediaBuyId: buy.mediaBuyId,
      name: "Renamed",
      packages: [
        { packageId: a.packageId, budget: 300.5, pacing: "asap" },
        { package_id: spot.packageId, bid_price: 15.25 },
      ],
    });
    expect(data).not.toHaveProperty("warnings");
    expect(shop.changed).toMatchObject([
      {
        packages: [
          { packageId: "their-a", budget: "300.5", pacing: "asap" },
          { packageId: "their-spot", bidPrice: "15.25" },
        ],
      },
    ]);
    expect(data.campaign).toMatchObject({ allocatedBudget: 900.5, unallocatedBudget: 99.5 });
    expect(data.campaign.mediaBuys[0]).toMatchObject({
      name: "Renamed",
      packages: [
        { budget: 300.5, pacing: "asap" },
        { budget: 600, bidPrice: 15.25 },
      ],
    });
  });

  test("stays as it is while its seller decides, and shows what is requested; a decided change takes effect", async () => {
    const shop = new Shop("a");
    const desk = await openCampaignFixture(market, shop);
    const { id, buy, change } = await bought(desk, [{ productId: "a", budget: 400 }]);
    inReview(shop);
    const operation = {
      mediaBuyId: buy.mediaBuyId,
      packages: [{ packageId: buy.packages[0].packageId, budget: 700 }],
      end_time: "2026-05-08T12:00:00.000Z",
      reason: "it runs well",
    };
    const { data } = await change(operation);
    expect(data.warnings).toEqual([expect.stringContaining("our desk looks at it")]);
    expect(data.campaign.mediaBuys[0]).toMatchObject({
      status: "ACTIVE",
      endTime: "2026-05-09T00:00:00.000Z",
      packages: [{ budget: 400 }],
      pendingChange: {
        status: "PENDING_APPROVAL",
        action: "update",
        pendingAt: "salesagent",
        reason: "it runs well",
        differences: {
          budget: { live: 400, proposed: 700 },
          endTime: { live: "2026-05-09T00:00:00.000Z", proposed: "2026-05-08T12:00:00.000Z" },
        },
      },
    });
    // Requesting the same change again returns the same change; a different one has to wait.
    expect((await change(operation)).status).toBe(200);
    expect(await change({ ...operation, end_time: "2026-05-07T12:00:00.000Z" })).toMatchObject({ status: 409 });
    expect(shop.changed).toHaveLength(1);

    shop.task = async () => ({ kind: "done", mediaBuy: shop.standing("seller-1") });
    await change(operation);
    const [after] = (await desk.read(id)).mediaBuys;
    expect(after).not.toHaveProperty("pendingChange");
    expect(after).toMatchObject({ endTime: "2026-05-08T12:00:00.000Z", packages: [{ budget: 700 }] });
  });

  test("is left as it is by a seller that refuses, and the response says why", async () => {
    const shop = new Shop("a");
    const desk = await openCampaignFixture(market, shop);
    const { buy, change } = await bought(desk, [{ productId: "a", budget: 400 }]);
    const errors = [{ code: "BUDGET_TOO_LOW", message: "we take 500", field: null, recovery: "correctable" as const }];
    shop.update = async () => ({ kind: "rejected", errors });
    const { data } = await change({
      mediaBuyId: buy.mediaBuyId,
      packages: [{ packageId: buy.packages[0].packageId, budget: 1 }],
    });
    expect(data.warnings).toEqual([`${buy.mediaBuyId}: we take 500`]);
    expect(data.campaign.mediaBuys[0]).toMatchObject({ packages: [{ budget: 400 }] });
    expect(data.campaign.mediaBuys[0]).not.toHaveProperty("pendingChange");
  });

  test("loses its canceled packages and continues, and their products can be bought again", async () => {
    const shop = new Shop("a", "b");
    const desk = await openCampaignFixture(market, shop);
    const { id, buy, change } = await bought(desk, [
      { productId: "a", budget: 400 },
      { productId: "b", budget: 600 },
    ]);
    const [a] = buy.packages;
    const cancel = { mediaBuyId: buy.mediaBuyId, action: "cancel", packageIds: [a.packageId], reason: "not seen" };
    const { data } = await change(cancel);
    expect(shop.changed[0]?.packages).toEqual([
      { packageId: "their-a", canceled: true, cancellationReason: "not seen" },
    ]);
    expect(data.campaign).toMatchObject({ allocatedBudget: 600 });
    expect(data.campaign.mediaBuys[0]).toMatchObject({
      status: "ACTIVE",
      products: [{ budget: 0 }, { budget: 600 }],
      packages: [{ status: "canceled" }, { status: "active" }],
    });
    expect(await change(cancel)).toMatchObject({ status: 400, error: { field: "mediaBuys.0.packageIds.0" } });
    expect((await desk.execute(id)).data).toMatchObject({ success: true, mediaBuysExecuted: 1 });
    expect(shop.created[1]?.request.packages).toMatchObject([{ productId: "a", budget: "400" }]);
  });

  test("is canceled as a whole if all of its packages are, and separately with its reason", async () => {
    const shop = new Shop("a");
    const desk = await openCampaignFixture(market, shop);
    const { id, buy, change } = await bought(desk, ["a"]);
    const { packageId } = buy.packages[0];
    const { data } = await change({
      media_buy_id: buy.mediaBuyId,
      action: "cancel",
      package_ids: [packageId],
      reason: "over",
    });
    expect(shop.changed).toMatchObject([{ canceled: true, cancellationReason: "over" }]);
    expect(data.campaign).toMatchObject({ allocatedBudget: 0, mediaBuyRefs: [{ status: "CANCELED" }] });
    shop.status = "active";
    expect((await desk.execute(id)).data).toMatchObject({ success: true, mediaBuysExecuted: 1 });
  });

  test("takes packages, not products, within its campaign's flight and money", async () => {
    const shop = new Shop("a");
    const desk = await openCampaignFixture(market, shop);
    const { buy, change } = await bought(desk, [{ productId: "a", budget: 400 }]);
    const { mediaBuyId } = buy;
    const { packageId } = buy.packages[0];
    const refused = async (operation: object) => {
      const { status, error } = await change({ mediaBuyId, ...operation });
      return [status, error?.code, error?.field];
    };
    expect(await refused({ products: [{ productId: "a", budget: 1 }] })).toEqual([
      400,
      "INVALID_STATE",
      "mediaBuys.0.products",
    ]);
    expect(await refused({ packages: [{ packageId: "pkg_none", budget: 1 }] })).toEqual([
      404,
      "NOT_FOUND",
      "mediaBuys.0.packages.0.packageId",
    ]);
    expect(await refused({ packages: [{ packageId, budget: 1.005 }] })).toEqual([
      400,
      "VALIDATION_ERROR",
      "mediaBuys.0.packages.0.budget",
    ]);
    expect(await refused({ packages: [{ packageId, bidPrice: null }] })).toEqual([
      400,
      "VALIDATION_ERROR",
      "mediaBuys.0.packages.0.bidPrice",
    ]);
    expect(await refused({ packages: [{ packageId, budget: 1000.01 }] })).toEqual([
      409,
      "INSUFFICIENT_MEDIA_BUDGET",
      "mediaBuys",
    ]);
    expect(await refused({ end_time: "2026-05-10T00:00:00Z" })).toEqual([400, "INVALID_STATE", "mediaBuys"]);
    expect(await refused({ packages: [{ packageId, endTime: "2026-06-10T00:00:00Z" }] })).toEqual([
      400,
      "VALIDATION_ERROR",
      "mediaBuys.0.packages",
    ]);
    expect(await refused({ budgett: 1 })).toEqual([400, "VALIDATION_ERROR", "mediaBuys.0"]);
    expect(await refused({ action: "delete" })).toEqual([400, "INVALID_STATE", "mediaBuys"]);
    const twice = await change({ mediaBuyId, name: "x" }, { mediaBuyId, name: "y" });
    expect(twice).toMatchObject({ status: 400, error: { field: "mediaBuys.1.mediaBuyId" } });
    expect((await change({ mediaBuyId: "mb_missing", action: "cancel" })).status).toBe(404);
    expect(shop.changed).toEqual([]);
  });

  test("is extended together with its campaign, in one request", async () => {
    const desk = await openCampaignFixture(market, new Shop("a"));
    const { id, buy } = await bought(desk, ["a"]);
    const endDate = "2026-05-12T00:00:00.000Z";
    const flightDates = { startDate: "2026-05-05T00:00:00.000Z", endDate };
    const mediaBuys = [{ mediaBuyId: buy.mediaBuyId, end_time: endDate }];
    const { campaign } = ok(await desk.buyer.put(`/buyer/campaigns/${id}`, { flightDates, mediaBuys }));
    expect(campaign).toMatchObject({ flightDates, mediaBuys: [{ endTime: endDate }] });
  });

  test("releases money for a smaller campaign in the same request, but not without it", async () => {
    const desk = await openCampaignFixture(market, new Shop("a"));
    const { id, buy } = await bought(desk, [{ productId: "a", budget: 900 }]);
    const put = (total: number, packageBudget?: number) =>
      desk.buyer.put(`/buyer/campaigns/${id}`, {
        budget: { total },
        ...(packageBudget !== undefined && {
          mediaBuys: [
            { mediaBuyId: buy.mediaBuyId, packages: [{ packageId: buy.packages[0].packageId, budget: packageBudget }] },
          ],
        }),
      });
    const least = (minimumAllowedBudget: number) => ({
      status: 409,
      error: { code: "INSUFFICIENT_MEDIA_BUDGET", details: { minimumAllowedBudget } },
    });
    expect(await put(500)).toMatchObject(least(900));
    expect(await put(500, 500.01)).toMatchObject(least(500.01));
    expect((await put(500, 500)).data.campaign).toMatchObject({ budget: { total: 500 }, unallocatedBudget: 0 });
    expect((await put(800, 800)).data.campaign).toMatchObject({ budget: { total: 800 }, allocatedBudget: 800 });
  });

  test("holds the money for an increase that its seller has not refused", async () => {
    const shop = new Shop("a", "b");
    const desk = await openCampaignFixture(market, shop);
    const { id, buy, change } = await bought(desk, [{ productId: "a", budget: 400 }]);
    inReview(shop);
    await change({ mediaBuyId: buy.mediaBuyId, packages: [{ packageId: buy.packages[0].packageId, budget: 700 }] });
    expect(await desk.buyer.put(`/buyer/campaigns/${id}`, { budget: { total: 699 } })).toMatchObject({
      status: 409,
      error: { details: { minimumAllowedBudget: 700 } },
    });
    const { discoveryId } = await desk.read(id);
    ok(
      await desk.buyer.post(`/buyer/discovery/${discoveryId}/products`, {
        products: [{ productId: "b", budget: 301 }],
      }),
    );
    expect((await desk.execute(id)).error).toMatchObject({ details: { committed: "700", remaining: "-1" } });
  });

  test("is changed once by sixteen identical concurrent requests", async () => {
    const shop = new Shop("a");
    const desk = await openCampaignFixture(market, shop);
    const { buy, change } = await bought(desk, [{ productId: "a", budget: 400 }]);
    inReview(shop);
    const operation = { mediaBuyId: buy.mediaBuyId, packages: [{ packageId: buy.packages[0].packageId, budget: 500 }] };
    const replies = await Promise.all(Array.from({ length: 16 }, () => change(operation)));
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
    expect(shop.changed).toHaveLength(1);
  });
});
