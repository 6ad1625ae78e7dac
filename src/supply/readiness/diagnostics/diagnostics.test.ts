import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectData } from "../../../../test/operations/expect-data.ts";
import { type Caller, openWorld, type World } from "../../../../test/world.ts";
import { type MarketStorefront, openStorefront } from "../../marketplace/market.fixture.ts";
import type { SourceCall } from "../../sources/calls/index.ts";
import { supportOf } from "../source-support.ts";
import { percentile, rate, trendOf, windowOf } from "./window.ts";

let world: World;
let stall: MarketStorefront;
let buyer: Caller;
beforeAll(async () => {
  world = await openWorld();
  const operator = await world.caller("OPERATOR");
  buyer = await world.caller("BUYER");
  stall = await openStorefront(world, operator, { name: "Diagnosed" });
});
afterAll(() => world.close());

const MAIN = "/storefront/inventory-sources/main";
const diagnostics = async (query = "") => expectData(await stall.seller.get(`${MAIN}/diagnostics${query}`));
const source = async () => {
  const { sourceDiagnostics } = expectData(await stall.seller.get("/storefront/readiness"));
  return sourceDiagnostics[0];
};

describe("a source that nobody has asked", () => {
  test("has no counts, a cold catalogue and nothing to diagnose", async () => {
    const shop = await openStorefront(world, await world.caller("OPERATOR"), { name: "Unasked", open: false });
    const found = expectData(await shop.seller.get(`${MAIN}/diagnostics`));
    expect(found).toMatchObject({
      window: { hours: 24, sampledActivityCount: 0, activityTruncated: false },
      performance: { exchangeCount: 0, p95LatencyMs: null, latencyStatus: "unknown" },
      comparison: { trend: "not_enough_data" },
      diagnosis: { severity: "unknown", nextSteps: [expect.stringContaining("tests/discovery")] },
    });
    expect(found.timeline).toHaveLength(24);
    const { sourceDiagnostics } = expectData(await shop.seller.get("/storefront/readiness"));
    expect(sourceDiagnostics[0].productBuilder).toMatchObject({ wholesaleProductCount: null, catalogCacheCold: true });
  });

  test("is accessible to nobody else", async () => {
    const other = await world.caller("SELLER");
    await other.post("/storefront", { name: "Other" });
    expect((await other.get(`${MAIN}/diagnostics`)).status).toBe(404);
    expect((await stall.seller.get(`${MAIN}/diagnostics?windowHours=721`)).status).toBe(400);
  });
});

test("a test that asks for anything warms the catalogue, and its products are counted", async () => {
  const { productCount } = expectData(await stall.seller.post(`${MAIN}/tests/discovery`, {}));
  expect((await source()).productBuilder).toMatchObject({
    mode: "composition",
    wholesaleProductCount: productCount,
    currencyMismatchProductCount: 0,
    reportingStaleProductCount: 0,
    catalogCacheCold: false,
  });
  await stall.seller.put("/storefront", { defaultCurrency: "EUR" });
  expect((await source()).productBuilder.currencyMismatchProductCount).toBe(productCount);
  await stall.seller.put("/storefront", { defaultCurrency: "USD" });
  expect(await diagnostics()).toMatchObject({
    window: { sampledTestRunCount: 1 },
    performance: { completedCount: 1, errorRate: 0 },
    recentActivity: [{ tool: "get_products", taskStatus: "completed", origin: { kind: "sandbox_test" } }],
    diagnosis: { severity: "ok" },
  });
});

test("requests by buyers are counted, and so is what they were shown", async () => {
  const { id: advertiserId } = expectData(
    await buyer.post("/buyer/advertisers", { name: "Asking", brand: "asking.example" }),
  );
  const asked = { advertiserId, brief: "news readers" };
  const discovered = expectData(await buyer.post("/buyer/discovery/discover-products", asked));
  const shown = discovered.productGroups.flatMap(({ products }: { products: unknown[] }) => products).length;
  await expect.poll(async () => (await diagnostics()).discoveryParticipation.calledCount, { timeout: 60_000 }).toBe(2);
  const found = await diagnostics();
  expect(found.outcomeMix).toMatchObject({ returnedProductsCount: 2, failedCount: 0 });
  expect(found.recentActivity[0]).toMatchObject({ origin: { kind: "live_demand" }, isIssue: false });
  expect((await source()).productBuilder.buyerVisibleProductCount).toBeGreaterThanOrEqual(shown > 0 ? 1 : 0);
  expect((await source()).capabilityHealth.inventory.observations[0]).toMatchObject({
    observer: "get_products",
    status: "healthy",
    previousStatus: "healthy",
  });
});

test("a source that does not answer is diagnosed, and its health is the latest observation", async () => {
  const { seller } = stall;
  const away = {
    sourceId: "away",
    name: "Away",
    type: "SALES",
    endpointUrl: "http://127.0.0.1:1/mcp",
    protocol: "MCP",
  };
  await seller.post("/storefront/inventory-sources", { ...away, authenticationType: "NO_AUTH" });
  await seller.post("/storefront/inventory-sources/away/tests/discovery", {});
  const found = expectData(await seller.get("/storefront/inventory-sources/away/diagnostics"));
  expect(found).toMatchObject({
    source: { capabilityHealth: { inventory: { status: "unhealthy" } } },
    performance: { failedCount: 1, errorRate: 1 },
    diagnosis: {
      severity: "critical",
      owner: "seller",
      issues: [{ mode: "source_runtime_error", count: 1 }],
      nextSteps: [expect.stringContaining("/check")],
    },
  });
});

test("capabilities derived from a tool list rule nothing out; an agent's own statement does", () => {
  const capabilities = { channels: [], publisherDomains: [], hasCreativeLibrary: null, requireOperatorAuth: null };
  const rest = { ...capabilities, supportedBillings: [], idempotencyTtlSeconds: null, tools: ["get_products"] };
  const synthetic = supportOf({ capabilities: { ...rest, supportedVersions: [], protocols: [] } });
  expect(synthetic).toMatchObject({ products: "supported", createMediaBuy: "unknown", signals: "unknown" });
  const declared = supportOf({ capabilities: { ...rest, supportedVersions: ["3.1"], protocols: ["media_buy"] } });
  expect(declared).toMatchObject({
    products: "supported",
    createMediaBuy: "unsupported",
    wholesaleProducts: "unknown",
  });
  expect(supportOf({ capabilities: null })).toMatchObject({ products: "unknown", updateMediaBuy: "unknown" });
});

describe("a window", () => {
  const noon = new Date("2027-03-01T12:00:00Z");
  const call = (hoursAgo: number, outcome: SourceCall["outcome"], tookMs = 100) =>
    ({ at: new Date(noon.getTime() - hoursAgo * 3_600_000), outcome, tookMs }) as SourceCall;

  test("contains its calls, and is compared with the one before", () => {
    const calls = [call(1, "timeout"), call(2, "completed"), call(30, "completed")];
    const current = windowOf(calls, noon, 24);
    const previous = windowOf(calls, current.from, 24);
    expect([current.calls.length, previous.calls.length]).toEqual([2, 1]);
    expect(trendOf(current, previous)).toBe("new_issue");
    expect(trendOf(previous, current)).toBe("recovered");
  });

  test("counts shares of nothing as zero, and percentiles by the nearest rank", () => {
    expect([rate(1, 0), rate(1, 3)]).toEqual([0, 0.333]);
    const calls = [1, 2, 3, 4].map((n) => call(1, "completed", n * 10));
    expect([percentile(calls, 50), percentile(calls, 95), percentile([], 50)]).toEqual([20, 40, null]);
  });
});
