import { afterAll, beforeAll, expect, test } from "vitest";
import { callTool } from "../mcp-call.ts";
import { type Caller, openWorld, type World } from "../world.ts";

/** A seller in a sandbox with simulated buyers: it reads why it loses, changes an instruction, and sees the effect. */
let world: World;
let seller: Caller;
beforeAll(async () => {
  world = await openWorld();
  seller = await openShop("northwind");
});
afterAll(() => world.close());

async function openShop(seed: string): Promise<Caller> {
  const [opened, operator] = await Promise.all([
    world.caller("SELLER", { sandbox: true }),
    world.caller("OPERATOR", { sandbox: true }),
  ]);
  const home = { name: "Northwind Media", defaultCurrency: "USD", acceptsAllCountries: true };
  const { data } = await opened.post("/storefront", home);
  const simulation = {
    seed,
    name: "Northwind",
    publisherDomain: "northwind.example",
    channels: ["display", "olv"],
    currency: "USD",
    countries: ["US", "DE", "GB", "ES"],
    productCount: 6,
    deliveryTypes: ["guaranteed"],
  };
  await opened.post("/storefront/inventory-sources", {
    sourceId: "main",
    name: "Northwind inventory",
    executionType: "SIMULATED",
    type: "SALES",
    simulation,
    authenticationType: "NO_AUTH",
  });
  await opened.put("/storefront", { isPaused: false });
  await operator.post(`/operator/storefronts/${data.storefrontId}/list`);
  return opened;
}

const advance = (who: Caller, days: number) => who.post("/sandbox/clock", { days });
const analyticsOf = async (who: Caller, query = "?limit=200") => {
  await world.host.backgroundTasks.idle();
  return (await who.get(`/storefront/seller-analytics${query}`)).data;
};
const dayIn = (at: string) => at.slice(0, 10);

test("ninety days of simulated buyers, why the seller loses, an instruction, and its effect", async () => {
  expect((await seller.put("/storefront/simulated-buyers", { perDay: 1, seed: "one" })).data).toMatchObject({
    perDay: 1,
  });
  const { data: advanced } = await advance(seller, 90);
  expect(advanced.happened.filter(({ error }: { error: string | null }) => error !== null)).toEqual([]);
  // Sources are polled about an order until it runs, by the clock that the order uses, and not for the whole flight.
  const asked = advanced.happened.filter(({ step }: { step: string }) => step === "orders.watch");
  expect(asked.length).toBeLessThan(4 * 90);
  const before = await analyticsOf(seller);
  const { historicalPerformance: history, summary, outcomes, buyers, seasonality } = before;
  expect(history.runCount).toBeGreaterThan(80);
  expect(summary.priceObjectionCount).toBeGreaterThan(10);
  expect(history.bookedRunCount).toBeGreaterThan(5);
  expect(outcomes.deliveredImpressions).toBeGreaterThan(0);
  expect(outcomes.deliveredCurrency).toBe("USD");
  expect(buyers.length).toBe(4);
  expect(seasonality.length).toBeGreaterThanOrEqual(3);

  const { texts, content } = await callTool(world, seller.key, "ask_murph", { prompt: "Why do I lose?" });
  expect(texts[0]?.split("\n")).toHaveLength(2);
  expect(texts[0]).toMatch(/objected to a price/);
  expect(content.sellerAnalytics.historicalPerformance).toEqual((await analyticsOf(seller, "")).historicalPerformance);
  const question = { operation: "getStorefrontSellerAnalytics", query: { limit: 3 } };
  const overMcp = (await callTool(world, seller.key, "api_call", question)).content.data;
  expect({ ...overMcp, generatedAt: null }).toEqual({ ...(await analyticsOf(seller, "?limit=3")), generatedAt: null });
  const objections = before.strategySignals.find(({ id }: { id: string }) => id.startsWith("price_objections"));
  expect(objections.evidence[0]).toEqual({ label: "Price-objection runs", value: String(summary.priceObjectionCount) });

  // Every figure can be traced to its run, and the run to its media buys.
  const booked = before.runs.find(
    ({ outcome }: { outcome: { bookedMediaBuyCount: number } }) => outcome.bookedMediaBuyCount > 0,
  );
  const run = (await seller.get(`/storefront/intelligence-runs/${booked.id}`)).data;
  expect(run).toMatchObject({ commercialOutcome: { commercialResult: "booked" }, purpose: "live" });
  const record = (await seller.get(`/storefront/intelligence-runs/${booked.id}/decision-record`)).data;
  expect(record.outcome).toMatchObject({
    mediaBuyId: booked.outcome.mediaBuyId,
    attribution: { matchedRunId: booked.id },
  });
  expect(record.posture.defaults.posture).toEqual({ value: booked.selectedPosture, source: expect.any(String) });
  expect((await seller.get(`/storefront/media-buys/${booked.outcome.mediaBuyId}`)).status).toBe(200);

  await seller.post("/storefront/operating-instructions", {
    content: "Lead with sports.\n\nPosture: price_first\nProducts to show: 3",
    activate: true,
  });
  const { data: begun } = await advance(seller, 1);
  const since = dayIn(begun.now);
  const { data: later } = await advance(seller, 60);
  const after = await analyticsOf(seller, `?limit=200&from=${since}&to=${dayIn(later.now)}`);
  const [first] = after.postureConversion.byPosture;
  expect(first).toMatchObject({ posture: "price_first" });
  expect(after.historicalPerformance.winRate).not.toBe(before.historicalPerformance.winRate);
  const briefs = after.runs.filter(({ buyingMode }: { buyingMode: string }) => buyingMode === "brief");
  expect(new Set(briefs.map((run: { shownProductCount: number }) => run.shownProductCount > 3))).toEqual(
    new Set([false]),
  );
  const { adherence } = after.postureConversion;
  expect(adherence.comparableRunCount).toBeGreaterThan(0);
  expect(adherence.followedCount).toBeLessThan(adherence.comparableRunCount);
  const newest = (await seller.get(`/storefront/intelligence-runs/${after.runs[0].id}/decision-record`)).data;
  expect(newest.posture).toMatchObject({
    selected: "price_first",
    override: { availability: "recorded", actor: "operating_instructions" },
    defaults: { targetProductCount: { value: 3, source: "operating_instructions" }, maxConcessionPercent: 10 },
  });

  // The figures of the whole period by day are the sum of its parts.
  const all = await analyticsOf(seller, `?limit=1&from=2026-01-01&to=${dayIn(later.now)}`);
  const sum = (name: string) =>
    all.seasonality.reduce((total: number, month: Record<string, number>) => total + (month[name] ?? 0), 0);
  expect(sum("runCount")).toBe(all.historicalPerformance.runCount);
  expect(all.runs).toHaveLength(1);
});

test("the same seed creates the same buyers, and none visit a seller who has switched them off", async () => {
  const [one, two] = [await openShop("twin"), await openShop("twin")];
  for (const shop of [one, two]) {
    await shop.put("/storefront/simulated-buyers", { perDay: 1, seed: "same" });
    await advance(shop, 12);
    await shop.put("/storefront/simulated-buyers", { perDay: 0 });
    await advance(shop, 5);
  }
  const [a, b] = [await analyticsOf(one), await analyticsOf(two)];
  expect(a.summary.totalRuns).toBeGreaterThanOrEqual(12);
  expect(a.summary).toEqual(b.summary);
  expect(a.outcomes.bookedBudget).toBe(b.outcomes.bookedBudget);
});

test("outside a sandbox there are no simulated buyers, and a posture is only pinned by its name", async () => {
  const live = await world.caller("SELLER");
  await live.post("/storefront", { name: "Live" });
  expect((await live.put("/storefront/simulated-buyers", { perDay: 1 })).status).toBe(403);
  expect((await live.put("/storefront/learned-default-posture", { posture: "hold_value" })).data).toMatchObject({
    learnedDefault: { posture: "hold_value" },
  });
  expect((await analyticsOf(live)).learnedDefault.posture).toBe("hold_value");
  expect((await live.put("/storefront/learned-default-posture", { posture: "cheap" })).error?.code).toBe(
    "VALIDATION_ERROR",
  );
  expect((await live.put("/storefront/learned-default-posture", { posture: null })).data).toEqual({
    learnedDefault: null,
  });
  for (const query of ["?limit=0", "?limit=201", "?from=2026-01-01", "?from=2026-02-01&to=2026-01-01", "?from=x&to=y"])
    expect((await live.get(`/storefront/seller-analytics${query}`)).error?.code).toBe("VALIDATION_ERROR");
});
