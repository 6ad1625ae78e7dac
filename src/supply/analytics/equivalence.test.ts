import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorld, type World } from "../../../test/world.ts";
import { DAY_MS, dayOf, frozenClock } from "../../ground/kernel/clock.ts";
import { openSellerSide, type SellerSide } from "../orders/index.ts";
import type { AnalyticsInput } from "./facts/input.ts";
import { keyOf } from "./facts/normalise.ts";
import { recordOutcome, recordRun, sellerAnalytics } from "./index.ts";
import { type Arrival, randomLog } from "./random-log.fixture.ts";
import { readAnalytics } from "./reading/read-analytics.ts";
import { checkStorefront } from "./upkeep/check-storefront.ts";
import { uncount } from "./upkeep/store.ts";
import { takeIn } from "./upkeep/take-in.ts";

const NOW = new Date("2026-12-01T00:00:00Z");
const START = new Date("2026-01-10T00:00:00Z");
const clock = frozenClock(NOW);
let world: World;
beforeAll(async () => void (world = await openWorld({ clock })));
afterAll(() => world.close());

interface Shop {
  readonly side: SellerSide;
  readonly storefrontId: number;
}

async function newShop(): Promise<Shop> {
  const seller = await world.caller("SELLER");
  const { data } = await seller.post("/storefront", { name: "Harbor Media" });
  const side = await openSellerSide(world.host, seller.customerId, "test");
  return { side, storefrontId: Number(data.storefrontId) };
}

async function record({ side, storefrontId }: Shop, arrivals: readonly Arrival[]): Promise<void> {
  // A few in each transaction, as requests bring them.
  for (let at = 0; at < arrivals.length; at += 25)
    await side.write(async (ctx) => {
      for (const one of arrivals.slice(at, at + 25)) {
        if (one.kind === "run") await recordRun(ctx, runOf(one.run, storefrontId));
        else await recordOutcome(ctx, outcomeOf(one.event, storefrontId));
      }
    });
}

function runOf(run: AnalyticsInput["runs"][number], storefrontId: number): Parameters<typeof recordRun>[1] {
  const count = (status: string) => (run.refinementApplied ?? []).filter((one) => one.status === status).length;
  return {
    runId: Number(run.id),
    storefrontId,
    purpose: run.purpose,
    createdAt: new Date(run.createdAt),
    buyerCustomerId: run.buyerCustomerId,
    buyer: keyOf(run.buyer),
    buyingMode: run.buyingMode,
    resultKind: run.resultKind,
    resultCode: null,
    selectedPosture: run.selectedPosture ?? null,
    recommendedPosture: run.recommendedPosture ?? null,
    postureRationale: null,
    postureEvidence: [],
    refinements: { applied: count("applied"), partial: count("partial"), unable: count("unable") },
    shown: (run.shownProducts ?? []).map(({ productId, name = null, sellPrice = null, currency = null }) => ({
      productId,
      name,
      sellPrice,
      currency,
    })),
    words: run,
    concession: null,
  };
}

function outcomeOf(event: AnalyticsInput["events"][number], storefrontId: number): Parameters<typeof recordOutcome>[1] {
  const { budget, delivery, productIds, buyer, buyerCustomerId = null } = event;
  return {
    storefrontId,
    eventId: event.eventId,
    type: event.type,
    occurredAt: new Date(event.occurredAt),
    mediaBuyId: event.mediaBuyId,
    buyerCustomerId,
    operatorDomain: buyer?.operatorDomain ?? null,
    brandDomain: buyer?.brandDomain ?? null,
    status: event.status ?? null,
    ...(productIds && { productIds }),
    ...(budget && { budget: { amount: String(budget.amount), currency: budget.currency } }),
    ...(delivery && {
      delivery: {
        ...delivery,
        revision: delivery.revision ?? 0,
        spend: String(delivery.spend),
        currency: delivery.currency ?? null,
      },
    }),
  };
}

function inputOf(arrivals: readonly Arrival[], storefrontId: number, limit: number): AnalyticsInput {
  return {
    asOf: NOW.toISOString(),
    limit,
    storefront: { id: String(storefrontId), name: "Harbor Media", state: "paused" },
    reportingCurrency: "USD",
    learnedDefault: null,
    runs: arrivals.flatMap((one) => (one.kind === "run" ? one.run : [])),
    events: arrivals.flatMap((one) => (one.kind === "event" ? one.event : [])),
  };
}

const read = ({ side }: Shop, asked: Parameters<typeof readAnalytics>[1]) =>
  side.read((ctx) => readAnalytics(ctx, asked));
const ALL_DAYS = {
  from: dayOf(new Date(START.getTime() - 60 * DAY_MS)),
  to: dayOf(new Date(NOW.getTime() + 30 * DAY_MS)),
};

describe.each([1, 2, 3])("a random log of some thousand facts, seed %i", (seed) => {
  let shop: Shop;
  let arrivals: Arrival[];
  beforeAll(async () => {
    shop = await newShop();
    arrivals = randomLog(seed, 2_000, String(shop.storefrontId), START);
    await record(shop, arrivals);
  });

  test.each([1, 37, 200])("the newest %i runs: what is counted as facts come is what they fold to", async (limit) => {
    expect(await read(shop, { limit })).toEqual(sellerAnalytics(inputOf(arrivals, shop.storefrontId, limit)));
  });

  test("all days: what is summed by day and month is what the facts fold to", async () => {
    const { summed, wanted } = await allDays();
    expect(summed).toEqual(wanted);
  });

  test("facts that are told again change nothing", async () => {
    await record(shop, arrivals.filter(({ kind }) => kind === "event").slice(0, 300));
    const { summed, wanted } = await allDays();
    expect(summed).toEqual(wanted);
  });

  test("the nightly check finds nothing, and whatever is not what the facts come to", async () => {
    const { side, storefrontId } = shop;
    const own = { customerId: side.customerId, storefrontId };
    const check = () => side.out.perform(checkStorefront, own);
    const damage = (text: "runs = runs + 1" | "runs = runs - 1") =>
      world.database.write({ customerId: side.customerId, reach: "tenant" }, (db) =>
        db
          .updateTable("analytics_rollups")
          .set((rollup) => ({ runs: rollup("runs", text.includes("+") ? "+" : "-", 1) }))
          .where("customer_id", "=", side.customerId)
          .execute(),
      );
    await check();
    await damage("runs = runs + 1");
    await expect(check()).rejects.toThrow(/runs is \d+ instead of/);
    await damage("runs = runs - 1");
    await check();
  });

  test("counted anew from the facts alone it comes to the same, and new facts wait for their turn meanwhile", async () => {
    const { side, storefrontId } = shop;
    const own = { customerId: side.customerId, storefrontId };
    await side.write(({ db }) => uncount(db, own, "USD", NOW));
    expect((await read(shop, { limit: 10 })).notes.at(-1)).toContain("still being counted");
    const more = randomLog(seed + 100, 40, String(storefrontId), NOW).map((one, index) => renamed(one, index + 2_001));
    await record(shop, more);
    arrivals = [...arrivals, ...more];
    for (let steps = 0; steps < 100; steps += 1) await side.out.perform(takeIn, own);
    const { summed, wanted } = await allDays();
    expect(summed).toEqual(wanted);
  });

  async function allDays() {
    const { runs, window, ...folded } = sellerAnalytics(inputOf(arrivals, shop.storefrontId, 1_000_000));
    const summed = await read(shop, { limit: 200, days: ALL_DAYS });
    return { summed, wanted: { ...folded, runs: runs.slice(0, 200), window: { ...window, requestedRunLimit: 200 } } };
  }
});

/** Facts that came after others: under ids and places of their own. */
function renamed(one: Arrival, index: number): Arrival {
  if (one.kind === "run") return { ...one, run: { ...one.run, id: String(10_000 + index), seq: index } };
  return { ...one, event: { ...one.event, eventId: `ev-${index}`, seq: index } };
}
