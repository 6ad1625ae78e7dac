import { afterAll, beforeAll, expect, test } from "vitest";
import { doJobs, makeEverythingDue } from "../../../../test/jobs.ts";
import { after, HOUR_MS, MINUTE_MS } from "../../../ground/kernel/clock.ts";
import { perform } from "../../../ground/kernel/perform.ts";
import { buyOf, type Market, openMarket, type Shop } from "../shop.fixture.ts";
import { watchAgenda } from "./agenda.ts";
import { isAwaited, nextCheckOf } from "./next-check.ts";

let market: Market;
beforeAll(async () => void (market = await openMarket()));
afterAll(() => market.world.close());

/** Lets time pass, and polls the sources that are then due. Returns how many orders were polled. */
async function pass(ms: number): Promise<number> {
  market.clock.set(after(market.clock.now(), ms));
  const { database, host } = market.world;
  const due = await database.readInstallation((db) => watchAgenda.dueOfAllCustomers(db, market.clock.now(), 100));
  for (const { step, input } of due) await perform(step, input, "test", host);
  return due.length;
}

/** An order whose source waits for creatives. */
async function waiting() {
  const shop = await market.openShop({ sources: 1 });
  const [source] = shop.sellers;
  if (!source) throw new Error("the shop has a source");
  source.manual = true;
  const agent = await shop.resolveAgent();
  const outcome = await agent.createMediaBuy(buyOf(["s0:a"]), shop.call());
  if (outcome.kind !== "submitted") throw new Error(outcome.kind);
  const stand = (status: "pending_creatives" | "active") => {
    const [buy] = source.buys;
    if (buy) source.buys[0] = { ...buy, status };
  };
  return { shop, agent, source, orderId: outcome.taskId, stand };
}

const statusOf = async ({ seller }: Shop, orderId: string) =>
  (await seller.get(`/storefront/media-buys/${orderId}`)).data.status;

test("an order is polled until it runs, its seller sees it, and its buyer is notified of each change", async () => {
  const { shop, source, orderId, stand } = await waiting();
  const worked: string[] = [];
  market.reached = (work) => void worked.push(work);
  expect(await pass(MINUTE_MS / 2)).toBe(0);
  expect(await pass(MINUTE_MS)).toBe(1);
  expect(await statusOf(shop, orderId)).toBe("awaiting_source");
  source.manual = false;
  stand("pending_creatives");
  expect(await pass(5 * MINUTE_MS)).toBe(1);
  stand("active");
  expect(await pass(2 * MINUTE_MS)).toBe(1);
  expect(await statusOf(shop, orderId)).not.toBe("awaiting_source");
  await makeEverythingDue(market.world);
  await doJobs(market.world);
  market.reached = undefined;
  expect(worked).toContain("media-buys.refresh");
  expect(await pass(24 * HOUR_MS)).toBe(0);
});

test("a buyer's question about a task reaches a source that has booked and waits for creatives", async () => {
  const { shop, agent, source, orderId, stand } = await waiting();
  source.manual = false;
  stand("pending_creatives");
  expect(await agent.getTask(orderId, shop.call())).toMatchObject({ mediaBuy: { status: "pending_creatives" } });
  stand("active");
  expect(await agent.getTask(orderId, shop.call())).toMatchObject({ mediaBuy: { status: "active" } });
});

test("a source is polled ever more seldom, not before the flight if it only waits for that, and not after it", () => {
  const flight = { start: new Date("2026-09-01T00:00:00Z"), end: new Date("2026-10-01T00:00:00Z") };
  const now = new Date("2026-08-01T10:00:00Z");
  const at = (checks: number, sellerStatus: "pending_creatives" | "pending_start" = "pending_creatives") =>
    nextCheckOf({ sellerStatus }, flight, checks, now);
  expect([at(0), at(3), at(30)]).toEqual([MINUTE_MS, 8 * MINUTE_MS, HOUR_MS].map((ms) => after(now, ms)));
  expect(at(0, "pending_start")).toEqual(flight.start);
  expect(nextCheckOf({ sellerStatus: "pending_creatives" }, flight, 0, flight.end)).toBeNull();
  expect(isAwaited({ state: "booked", taskId: null, sellerStatus: "active" })).toBe(false);
  expect(isAwaited({ state: "submitted", taskId: "t", sellerStatus: null })).toBe(true);
});
