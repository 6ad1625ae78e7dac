import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Market, openCampaignFixture, openMarket, Shop } from "../campaigns.fixture.ts";
import { bought } from "./bought.fixture.ts";

let market: Market;
beforeAll(async () => void (market = await openMarket()));
afterAll(() => market.world.close());

describe("PATCH /media-buys/{mediaBuyId}", () => {
  test("changes a single buy, and extends its campaign's flight with a warning", async () => {
    const shop = new Shop("a");
    const desk = await openCampaignFixture(market, shop);
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

  test("accepts no unknown field, no money beyond the budget, and says which fields it does not use", async () => {
    const desk = await openCampaignFixture(market, new Shop("a"));
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

  test("waits for the seller to settle the change before", async () => {
    const shop = new Shop("a");
    const desk = await openCampaignFixture(market, shop);
    const { buy } = await bought(desk, [{ productId: "a", budget: 400 }]);
    shop.update = async () => ({ kind: "submitted", taskId: "t1", message: "our desk looks at it" });
    const raise = (budget: number) =>
      desk.buyer.patch(`/buyer/media-buys/${buy.mediaBuyId}`, {
        packages: [{ packageId: buy.packages[0].packageId, budget }],
      });
    expect((await raise(450)).status).toBe(200);
    expect(await raise(500)).toMatchObject({ status: 409, error: { code: "CONFLICT" } });
  });
});
