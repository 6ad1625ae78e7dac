import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inTransaction } from "../../../ground/kernel/perform.ts";
import { auction, fixed, product } from "../../discovery/discovery.fixture.ts";
import { type Desk, type Market, ok, openDesk, openMarket, Shop } from "../campaigns.fixture.ts";
import { claimExecution } from "../execution/execute-campaign.ts";

let market: Market;
beforeAll(async () => void (market = await openMarket()));
afterAll(() => market.world.close());

/** A campaign of 1000 USD that has bought products of one shop, and the buy. */
async function bought(desk: Desk, wanted: Parameters<Desk["plan"]>[0], changes: Record<string, unknown> = {}) {
  const id = await desk.plan(wanted, changes);
  ok(await desk.execute(id));
  const [buy] = (await desk.read(id)).mediaBuys;
  const change = (...mediaBuys: unknown[]) => desk.buyer.put(`/buyer/campaigns/${id}`, { mediaBuys });
  return { id, buy, change };
}

/** A campaign whose drafts were made and never sent, as a crash leaves it. */
async function drafted(desk: Desk, wanted: Parameters<Desk["plan"]>[0]) {
  const id = await desk.plan(wanted);
  const { host } = market.world;
  const viewer = await host.viewerOf(desk.buyer.customerId);
  if (!viewer) throw new Error("the buyer has no viewer");
  const idle = { ...host, enqueue: async () => undefined };
  await inTransaction(idle, viewer, "test", "write", (ctx) => claimExecution(ctx, id));
  const [buy] = (await desk.read(id)).mediaBuys;
  const change = (...mediaBuys: unknown[]) => desk.buyer.put(`/buyer/campaigns/${id}`, { mediaBuys });
  return { id, buy, change };
}

const inReview = (shop: Shop) => {
  shop.update = async () => ({ kind: "submitted", taskId: "t1", message: "our desk looks at it" });
};

describe("a media buy that its seller holds", () => {
  test("takes new terms for its packages in either spelling, which reach the seller by its own ids", async () => {
    const shop = new Shop("a", product("spot", { pricingOptions: [auction("10")] }));
    const desk = await openDesk(market, shop);
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

  test("stays as it is while its seller decides, and shows what is asked; what is decided is then live", async () => {
    const shop = new Shop("a");
    const desk = await openDesk(market, shop);
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
    // Asked again it is the same change; anything else waits for it.
    expect((await change(operation)).status).toBe(200);
    expect(await change({ ...operation, end_time: "2026-05-07T12:00:00.000Z" })).toMatchObject({ status: 409 });
    expect(shop.changed).toHaveLength(1);

    shop.task = async () => ({ kind: "done", mediaBuy: shop.standing("seller-1") });
    await change(operation);
    const [after] = (await desk.read(id)).mediaBuys;
    expect(after).not.toHaveProperty("pendingChange");
    expect(after).toMatchObject({ endTime: "2026-05-08T12:00:00.000Z", packages: [{ budget: 700 }] });
  });

  test("is left as it is by a seller that refuses, and the answer says why", async () => {
    const shop = new Shop("a");
    const desk = await openDesk(market, shop);
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

  test("loses the packages that are canceled and goes on, and their products may be bought anew", async () => {
    const shop = new Shop("a", "b");
    const desk = await openDesk(market, shop);
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

  test("is canceled whole where all of its packages are, and by itself with its reason", async () => {
    const shop = new Shop("a");
    const desk = await openDesk(market, shop);
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
    const desk = await openDesk(market, shop);
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

  test("gets longer together with its campaign, in one request", async () => {
    const desk = await openDesk(market, new Shop("a"));
    const { id, buy } = await bought(desk, ["a"]);
    const endDate = "2026-05-12T00:00:00.000Z";
    const flightDates = { startDate: "2026-05-05T00:00:00.000Z", endDate };
    const mediaBuys = [{ mediaBuyId: buy.mediaBuyId, end_time: endDate }];
    const { campaign } = ok(await desk.buyer.put(`/buyer/campaigns/${id}`, { flightDates, mediaBuys }));
    expect(campaign).toMatchObject({ flightDates, mediaBuys: [{ endTime: endDate }] });
  });

  test("gives up money for a smaller campaign in the same request, and not without", async () => {
    const desk = await openDesk(market, new Shop("a"));
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

  test("holds the money of a raise that its seller has not refused", async () => {
    const shop = new Shop("a", "b");
    const desk = await openDesk(market, shop);
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

  test("is changed once by sixteen who ask the same at once", async () => {
    const shop = new Shop("a");
    const desk = await openDesk(market, shop);
    const { buy, change } = await bought(desk, [{ productId: "a", budget: 400 }]);
    inReview(shop);
    const operation = { mediaBuyId: buy.mediaBuyId, packages: [{ packageId: buy.packages[0].packageId, budget: 500 }] };
    const replies = await Promise.all(Array.from({ length: 16 }, () => change(operation)));
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
    expect(shop.changed).toHaveLength(1);
  });
});

describe("a draft", () => {
  test("takes new terms for its products, keeps them, and is sent with them", async () => {
    const option = { pricingOptionId: "dear", minSpendPerPackage: "100" };
    const shop = new Shop(product("a", { pricingOptions: [fixed("20"), fixed("30", option), auction("10")] }), "b");
    const desk = await openDesk(market, shop);
    const { id, buy, change } = await drafted(desk, [
      { productId: "a", budget: 400 },
      { productId: "b", budget: 200 },
    ]);
    const { mediaBuyId } = buy;
    const edit = (...products: object[]) => change({ mediaBuyId, products });
    expect(await edit({ productId: "a", pricingOptionId: "auction" })).toMatchObject({
      status: 400,
      error: { field: "mediaBuys.0.products.0.bidPrice" },
    });
    expect(await edit({ productId: "a", pricingOptionId: "dear", budget: 99 })).toMatchObject({
      status: 400,
      error: { field: "mediaBuys.0.products.0.budget" },
    });
    expect((await edit({ productId: "none", budget: 1 })).status).toBe(404);
    expect(await edit({ productId: "a", budget: 800.01 })).toMatchObject({ status: 409 });
    const { data } = await change({
      mediaBuyId,
      name: "Mine",
      start_time: "2026-05-06T00:00:00Z",
      products: [
        { product_id: "a", pricing_option_id: "auction", bid_price: 11.5, budget: 300, pacing: "front_loaded" },
        { productId: "b", remove: true },
      ],
    });
    expect(data.campaign.mediaBuys[0]).toMatchObject({
      status: "DRAFT",
      name: "Mine",
      startTime: "2026-05-06T00:00:00.000Z",
      packages: [{ productId: "a", pricingOptionId: "auction", bidPrice: 11.5, budget: 300, pacing: "front_loaded" }],
    });
    ok(await desk.buyer.put(`/buyer/campaigns/${id}`, { name: "Summer" }));
    expect((await desk.execute(id)).data).toMatchObject({ success: true, mediaBuysExecuted: 1 });
    expect(shop.created).toHaveLength(1);
    expect(shop.created[0]?.request).toMatchObject({
      name: "Mine",
      flight: { start: new Date("2026-05-06T00:00:00Z") },
      packages: [{ productId: "a", budget: "300", bidPrice: "11.5" }],
    });
  });

  test("is deleted, not canceled, and takes products, not packages; one left empty is archived", async () => {
    const desk = await openDesk(market, new Shop("a"), new Shop("b"));
    const { id, change } = await drafted(desk, ["a", "b"]);
    const [one, other] = (await desk.read(id)).mediaBuys;
    const packages = [{ packageId: one.packages[0].packageId, budget: 1 }];
    expect(await change({ mediaBuyId: one.mediaBuyId, packages })).toMatchObject({
      status: 400,
      error: { code: "INVALID_STATE", field: "mediaBuys.0.packages" },
    });
    const canceled = await change({ mediaBuyId: one.mediaBuyId, action: "cancel" });
    expect(canceled).toMatchObject({ status: 400, error: { message: expect.stringContaining("delete it") } });
    const { productId } = other.products[0];
    const { data } = await change(
      { mediaBuyId: one.mediaBuyId, action: "delete" },
      { mediaBuyId: other.mediaBuyId, products: [{ productId, remove: true }] },
    );
    const statuses = data.campaign.mediaBuyRefs.map(({ status }: { status: string }) => status);
    expect(statuses).toEqual(["ARCHIVED", "ARCHIVED"]);
  });

  test("that is sent as it was made, although its product was chosen anew, is told of", async () => {
    const desk = await openDesk(market, new Shop("a"));
    const { id, buy } = await drafted(desk, [{ productId: "a", budget: 400 }]);
    ok(await desk.buyer.post("/sandbox/clock", { hours: 1 }));
    const { discoveryId } = await desk.read(id);
    ok(
      await desk.buyer.post(`/buyer/discovery/${discoveryId}/products`, {
        products: [{ productId: "a", budget: 500 }],
      }),
    );
    expect((await desk.execute(id)).data).toMatchObject({
      mediaBuysExecuted: 1,
      warnings: [{ type: "stale_draft", mediaBuyIds: [buy.mediaBuyId] }],
    });
    expect((await desk.execute(id)).data).not.toHaveProperty("warnings");
  });
});

describe("PATCH /media-buys/{mediaBuyId}", () => {
  test("changes one buy by itself, and widens its campaign's flight, which it says", async () => {
    const shop = new Shop("a");
    const desk = await openDesk(market, shop);
    const { id, buy } = await bought(desk, [{ productId: "a", budget: 400 }]);
    const patch = (body: unknown) => desk.buyer.patch(`/buyer/media-buys/${buy.mediaBuyId}`, body);
    const packages = [{ packageId: buy.packages[0].packageId, budget: 450 }];
    const { data } = await patch({ name: "Longer", packages, end_time: "2026-05-12T00:00:00Z" });
    expect(data).toMatchObject({
      mediaBuy: { name: "Longer", endTime: "2026-05-12T00:00:00.000Z", packages: [{ budget: 450 }] },
      warnings: [expect.stringContaining("2026-05-12")],
    });
    expect((await desk.read(id)).flightDates.endDate).toBe("2026-05-12T00:00:00.000Z");
    expect(shop.changed).toHaveLength(1);
  });

  test("takes no field that it does not know, no money that is not there, and says what it does not use", async () => {
    const desk = await openDesk(market, new Shop("a"));
    const { buy } = await bought(desk, [{ productId: "a", budget: 400 }]);
    const patch = (body: unknown) => desk.buyer.patch(`/buyer/media-buys/${buy.mediaBuyId}`, body);
    expect(await patch({ title: "x" })).toMatchObject({ status: 400, error: { code: "VALIDATION_ERROR" } });
    const packages = [{ packageId: buy.packages[0].packageId, budget: 2000 }];
    expect(await patch({ packages })).toMatchObject({
      status: 409,
      error: { code: "INSUFFICIENT_MEDIA_BUDGET", field: "packages" },
    });
    expect((await patch({ creative_ids: ["c"] })).data.warnings).toEqual([expect.stringContaining("creative_ids")]);
    expect((await desk.buyer.patch("/buyer/media-buys/mb_missing", { name: "x" })).status).toBe(404);
  });
});
