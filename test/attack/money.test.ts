import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callTool, newBuy } from "../agent/call-tool.ts";
import { type OpenShop, openShop } from "../agent/open-shop.ts";

/** Amounts and dates that mean nothing, over AdCP as over REST. */
let shop: OpenShop;
let product: string;
let option: string;
beforeAll(async () => {
  shop = await openShop();
  const { payload } = await callTool(shop, "get_products", { buying_mode: "wholesale" });
  const [first] = payload.products;
  product = first.product_id;
  option = first.pricing_options[0].pricing_option_id;
});
afterAll(() => shop.world.close());

const part = (budget: number, changes: object = {}) => ({
  product_id: product,
  pricing_option_id: option,
  budget,
  ...changes,
});
const buy = (changes: object) => callTool(shop, "create_media_buy", newBuy(product, option, changes));
const refusalOf = ({ payload }: Awaited<ReturnType<typeof callTool>>) => {
  const [error] = payload.errors ?? [{}];
  return [error.code, error.field];
};
const AMOUNTS = [25_000.001, 25_000.555, 1e308, 1e13, 0, -1, 5e-324];

describe("create_media_buy", () => {
  test.each(AMOUNTS)("refuses a budget of %s", async (budget) => {
    expect(refusalOf(await buy({ packages: [part(budget)] }))).toEqual(["INVALID_REQUEST", "packages[0].budget"]);
  });

  test.each([1e308, 0, -1])("refuses a bid of %s", async (bid_price) => {
    const asked = await buy({ packages: [part(25_000, { bid_price })] });
    expect(refusalOf(asked)).toEqual(["INVALID_REQUEST", "packages[0].bid_price"]);
  });

  test.each([
    [{ amount: 1, currency: "USD" }, "total_budget.amount"],
    [{ amount: 25_000, currency: "EUR" }, "total_budget.currency"],
    [{ amount: 25_000.001, currency: "USD" }, "total_budget.amount"],
    [{ amount: 25_000, currency: "XXQ" }, "total_budget.currency"],
    [{ amount: 1e308, currency: "USD" }, "total_budget.amount"],
  ])("refuses a total of %j with packages of 25000 USD", async (total_budget, field) => {
    expect(refusalOf(await buy({ total_budget }))).toEqual(["INVALID_REQUEST", field]);
  });

  test("takes a total that is one", async () => {
    expect((await buy({ total_budget: { amount: 25_000, currency: "usd" } })).isError).toBe(false);
  });

  test.each([
    [{ start_time: "0001-01-01T00:00:00Z" }, "start_time"],
    [{ end_time: "9999-12-31T23:59:59Z" }, "end_time"],
    [{ end_time: "2100-01-02T00:00:00Z" }, "end_time"],
    [{ packages: [part(25_000, { end_time: "9999-01-01T00:00:00Z" })] }, "packages[0].end_time"],
  ])("refuses a flight with %j", async (changes, field) => {
    // Of the two that a start may be, neither fits.
    const { payload } = await (async () => buy(changes))();
    expect(payload.errors.map((error: { field: string }) => error.field)).toContain(field);
  });
});

describe("update_media_buy", () => {
  test("refuses what create_media_buy does, and the buy can still be changed", async () => {
    const { payload } = await buy({});
    const [{ package_id }] = payload.packages;
    const change = (changes: object) =>
      callTool(shop, "update_media_buy", {
        idempotency_key: crypto.randomUUID(),
        media_buy_id: payload.media_buy_id,
        ...changes,
      });
    for (const budget of AMOUNTS)
      expect(refusalOf(await change({ packages: [{ package_id, budget }] }))).toEqual([
        "INVALID_REQUEST",
        "packages[0].budget",
      ]);
    const packages = [{ package_id, budget: 26_000 }];
    for (const [total_budget, field] of [
      [{ amount: 25_000, currency: "USD" }, "total_budget.amount"],
      [{ amount: 26_000, currency: "EUR" }, "total_budget.currency"],
    ] as const)
      expect(refusalOf(await change({ packages, total_budget }))).toEqual(["INVALID_REQUEST", field]);
    expect(refusalOf(await change({ end_time: "9999-12-31T23:59:59Z" }))).toEqual(["INVALID_REQUEST", "end_time"]);
    expect((await change({ packages, total_budget: { amount: 26_000, currency: "USD" } })).isError).toBe(false);
  });
});

describe("a campaign", () => {
  const plan = async (changes: object) => {
    const { data } = await shop.buyer.post("/buyer/advertisers", { name: "Acme", brand: "acme.example" });
    const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
    const flightDates = { startDate: day(1), endDate: day(9) };
    const body = { advertiserId: data.id, name: "Spring", flightDates, budget: { total: 1_000 }, ...changes };
    return shop.buyer.post("/buyer/campaigns", body);
  };

  test.each(AMOUNTS)("has no budget of %s", async (total) => {
    expect(await plan({ budget: { total } })).toMatchObject({ status: 400, error: { field: "budget.total" } });
  });

  test.each([
    [{ startDate: "0001-01-01T00:00:00Z", endDate: "2030-01-01T00:00:00Z" }, "flightDates.startDate"],
    [{ startDate: "2030-01-01T00:00:00Z", endDate: "9999-12-31T23:59:59Z" }, "flightDates.endDate"],
    [{ startDate: "2030-01-01T00:00:00Z", endDate: "2100-01-02T00:00:00Z" }, "flightDates.endDate"],
  ])("has no flight of %j", async (flightDates, field) => {
    expect(await plan({ flightDates })).toMatchObject({ status: 400, error: { field } });
  });
});
