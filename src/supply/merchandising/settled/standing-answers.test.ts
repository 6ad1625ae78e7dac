import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sweep } from "../../../../test/sweep.ts";
import { DAY_MS, MINUTE_MS } from "../../../ground/kernel/clock.ts";
import type { ProductsRequest, SellerCall } from "../../../ground/seller-agent/index.ts";
import { fixed } from "../../../ground/seller-agent/product.fixture.ts";
import { openSellerSide } from "../../orders/index.ts";
import { buyOf, type Market, openMarket, type Shop } from "../../orders/shop.fixture.ts";
import { recorderOf } from "../recording/record-runs.ts";

let market: Market;
beforeAll(async () => void (market = await openMarket()));
afterAll(() => market.world.close());

const BRIEF = { brief: "cars" };

async function openStanding(): Promise<Shop> {
  const shop = await market.openShop();
  for (const seller of shop.sellers) Object.assign(seller, { prices: [fixed("20")], standsBy: "today" });
  return shop;
}

async function ask(shop: Shop, request: ProductsRequest = BRIEF, changes: Partial<SellerCall> = {}) {
  return (await shop.resolveAgent()).getProducts(request, shop.call(changes));
}

const timesAsked = ({ sellers }: Shop) => sellers.map((seller) => seller.timesAsked);

async function runsOf(shop: Shop, query = "") {
  await market.world.host.backgroundTasks.idle();
  return (await shop.seller.get(`/storefront/intelligence-runs${query}`)).data;
}

test("the same question gets the same answer, for which no source is asked again, and every request is a run of its own", async () => {
  const shop = await openStanding();
  const first = await ask(shop);
  const asked = timesAsked(shop);
  expect(await ask(shop)).toBe(first);
  expect((await Promise.all([ask(shop), ask(shop)])).every((answer) => answer === first)).toBe(true);
  expect(timesAsked(shop)).toEqual(asked);
  const { items, total } = await runsOf(shop);
  expect(total).toBe(4);
  const [{ id: _, createdAt: __, durationMs: ___, ...newest }, ...others] = items;
  for (const { id: ____, createdAt: _____, durationMs: ______, ...run } of others) expect(run).toEqual(newest);
  expect(new Set(items.map(({ id }: { id: string }) => id)).size).toBe(4);
  expect(newest).toMatchObject({ brief: "cars", disposition: "responded", buyerCustomerId: shop.buyer.customerId });
});

test("a repeated run is found, read, labelled and replayed like any other", async () => {
  const shop = await openStanding();
  const live = { buyer: { ...shop.call().buyer, sandbox: false } };
  await ask(shop, BRIEF, live);
  await ask(shop, BRIEF, live);
  const [like] = (await runsOf(shop, "?q=car&disposition=responded&buyingMode=brief")).items;
  const path = `/storefront/intelligence-runs/${like.id}`;
  const { data: run } = await shop.seller.get(path);
  expect(run.composedProductIds.length).toBeGreaterThan(0);
  expect((await shop.seller.post(`${path}/replay`)).data).toMatchObject({ same: true });
  expect((await shop.seller.get("/storefront/seller-analytics")).data.summary).toMatchObject({ totalRuns: 2 });
});

test("another question, another buyer, another day and look-ups are composed separately", async () => {
  const shop = await openStanding();
  const first = await ask(shop);
  const { buyer } = shop.call();
  const other = await Promise.all([
    ask(shop, { brief: "trains" }),
    ask(shop, BRIEF, { buyer: { ...buyer, brandDomain: "other.example" } }),
    ask(shop, BRIEF, { buyer: { ...buyer, sandbox: false } }),
    ask(shop, BRIEF, { lookUp: true }),
  ]);
  expect(other).not.toContain(first);
  expect((await runsOf(shop)).total).toBe(4);
  for (const seller of shop.sellers) seller.standsBy = "tomorrow";
  expect(await ask(shop)).not.toBe(first);
  for (const seller of shop.sellers) seller.standsBy = undefined;
  const asked = timesAsked(shop);
  await ask(shop);
  expect(timesAsked(shop)).not.toEqual(asked);
});

test("callers that ask while the first answer is being composed wait for it", async () => {
  const shop = await openStanding();
  const all = await Promise.all(Array.from({ length: 8 }, () => ask(shop)));
  expect(new Set(all).size).toBe(1);
  expect(timesAsked(shop)).toEqual([1, 1]);
  expect((await runsOf(shop)).total).toBe(8);
});

test("a purchase belongs to the latest run that showed the product, even if that run repeats an earlier one, and to no other", async () => {
  const shop = await openStanding();
  for (const seller of shop.sellers) seller.prices = [fixed("8", { pricingOptionId: "cpm" })];
  const live = { buyer: { ...shop.call().buyer, sandbox: false } };
  await ask(shop, BRIEF, live);
  await ask(shop, { brief: "trains" }, live);
  await Promise.all([ask(shop, BRIEF, live), ask(shop, BRIEF, live)]);
  const agent = await shop.resolveAgent();
  const bought = async () => (await runsOf(shop, "?booked=true")).items.map(({ id }: { id: string }) => id);
  const [latest] = (await runsOf(shop)).items;
  expect((await agent.createMediaBuy(buyOf(["s0:a"]), shop.call(live))).kind).toBe("done");
  expect(await bought()).toEqual([latest.id]);
  await ask(shop, BRIEF, live);
  expect((await agent.createMediaBuy(buyOf(["s1:b"]), shop.call(live))).kind).toBe("done");
  const [newest] = (await runsOf(shop)).items;
  expect(await bought()).toEqual([newest.id, latest.id]);
  const { historicalPerformance } = (await shop.seller.get("/storefront/seller-analytics")).data;
  expect(historicalPerformance).toMatchObject({ runCount: 5, bookedRunCount: 2 });
});

test("a repeated run is listed, counted and labelled as soon as its answer is sent", async () => {
  const shop = await openStanding();
  const live = { buyer: { ...shop.call().buyer, sandbox: false } };
  await ask(shop, BRIEF, live);
  await Promise.all([ask(shop, BRIEF, live), ask(shop, BRIEF, live)]);
  const read = async () => {
    const { items, total } = (await shop.seller.get("/storefront/intelligence-runs?booked=false")).data;
    const { window, historicalPerformance } = (await shop.seller.get("/storefront/seller-analytics")).data;
    return { items, total, window, runCount: historicalPerformance.runCount };
  };
  const before = await read();
  expect(before).toMatchObject({ total: 3, runCount: 3 });
  await market.world.host.backgroundTasks.idle();
  expect(await read()).toEqual(before);
  await ask(shop, BRIEF, live);
  const { items } = await read();
  const path = `/storefront/intelligence-runs/${items[0].id}`;
  const label = { label: { verdict: "good" } };
  expect((await shop.seller.put(`${path}/label`, label)).error).toBeNull();
});

test("a purchase belongs to a run that was recorded a moment before", async () => {
  const shop = await openStanding();
  for (const seller of shop.sellers) seller.prices = [fixed("8", { pricingOptionId: "cpm" })];
  const live = { buyer: { ...shop.call().buyer, sandbox: false } };
  await ask(shop, BRIEF, live);
  await ask(shop, BRIEF, live);
  const agent = await shop.resolveAgent();
  expect((await agent.createMediaBuy(buyOf(["s0:a"]), shop.call(live))).kind).toBe("done");
  const [latest, first] = (await runsOf(shop)).items;
  const booked = (await runsOf(shop, "?booked=true")).items;
  expect(booked.map(({ id }: { id: string }) => id)).toEqual([latest.id]);
  expect(first.id).not.toBe(latest.id);
});

test("no answer is sent before its run is committed", async () => {
  const shop = await openStanding();
  const first = await ask(shop);
  const admin = new pg.Client({ connectionString: market.world.databaseUrl });
  await admin.connect();
  await admin.query("begin; lock table runs_alike in share mode");
  let hasLeft = false;
  const asked = ask(shop).finally(() => (hasLeft = true));
  const waiting = "select from pg_locks where relation = 'runs_alike'::regclass and not granted";
  await expect.poll(async () => (await admin.query(waiting)).rowCount, { timeout: 60_000 }).toBe(1);
  expect(hasLeft).toBe(false);
  await admin.query("commit");
  await admin.end();
  expect(await asked).toBe(first);
  expect((await runsOf(shop)).total).toBe(2);
});

test("of runs that are recorded together, one that cannot be written fails alone", async () => {
  const shop = await openStanding();
  await ask(shop);
  const { host } = market.world;
  const side = await openSellerSide(host, shop.customerId, "test");
  const write = recorderOf(host, shop.customerId);
  const [run] = (await runsOf(shop)).items;
  const what = { kind: "like", earlier: { runId: Number(run.id), calls: [] }, durationMs: 1 } as const;
  const record = (storefrontId: number) => write({ side, requestId: "test", storefrontId, what });
  const [before, nowhere, behind] = await Promise.allSettled([
    record(shop.storefrontId),
    record(-1),
    record(shop.storefrontId),
  ]);
  expect([before, nowhere, behind].map((one) => one?.status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  const ids = [before, behind].map((one) => (one?.status === "fulfilled" ? String(one.value) : undefined));
  expect((await runsOf(shop)).items.map(({ id }: { id: string }) => id)).toEqual([...ids.toReversed(), run.id]);
});

test("runs recorded by a process that died become runs, and are counted once", async () => {
  const shop = await openStanding();
  const live = { buyer: { ...shop.call().buyer, sandbox: false } };
  await ask(shop, BRIEF, live);
  const [{ id }] = (await runsOf(shop)).items;
  const { customerId, storefrontId } = shop;
  const now = market.clock.now();
  await market.world.database.write({ customerId, reach: "tenant" }, (db) =>
    sql`
      insert into runs_alike (customer_id, storefront_id, first_run_id, like_run_id, run_ids, took_ms, created_at, recorded_at)
      select ${customerId}, ${storefrontId}, ids[1], ${id}::bigint, ids, array[1, 2], ${now}, ${now} from new_ids(2) as ids`.execute(
      db,
    ),
  );
  const runCount = async () =>
    (await shop.seller.get("/storefront/seller-analytics")).data.historicalPerformance.runCount;
  expect(await runCount()).toBe(3);
  await sweep(market.world);
  const left = () =>
    market.world.database.read({ customerId, reach: "tenant" }, (db) =>
      db.selectFrom("runs_alike").select("run_ids").where("customer_id", "=", customerId).execute(),
    );
  expect(await left()).toHaveLength(1);
  market.clock.set(new Date(now.getTime() + 2 * MINUTE_MS));
  await sweep(market.world);
  expect(await left()).toEqual([]);
  expect(await runCount()).toBe(3);
  await sweep(market.world);
  expect(await runCount()).toBe(3);
});

test("what becomes of repetitions does not depend on how many runs the seller has had", async () => {
  const shop = await openStanding();
  await ask(shop);
  const [{ id }] = (await runsOf(shop)).items;
  const { customerId, storefrontId } = shop;
  const now = market.clock.now();
  const rowsReadFor = (times: number) =>
    market.world.database.write({ customerId, reach: "tenant" }, async (db) => {
      await sql`
        insert into runs_alike (customer_id, storefront_id, first_run_id, like_run_id, run_ids, took_ms, created_at, recorded_at)
        select ${customerId}, ${storefrontId}, ids[1], ${id}::bigint, ids, array_fill(1, array[cardinality(ids)]), ${now}, ${now}
        from (select new_ids(${times}) as ids) as made`.execute(db);
      await sql`select from unfold_runs(${customerId}, ${storefrontId}, false, 100)`.execute(db);
      const { rows } = await sql<{ read: number }>`
        select sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::integer as read from pg_stat_xact_user_tables
        where relname = 'run_facts' or relname like 'intelligence\\_runs%'`.execute(db);
      return rows[0]?.read;
    });
  const atFirst = await rowsReadFor(400);
  expect(atFirst).toBeGreaterThan(0);
  expect(await rowsReadFor(400)).toBeLessThan(Number(atFirst) + 100);
});

test("a run is not recorded as a repetition of one from another week, which is deleted earlier", async () => {
  const shop = await openStanding();
  await ask(shop);
  const { customerId } = shop;
  await market.world.host.backgroundTasks.idle();
  // A run's id encodes its week: the first run is moved to the week before.
  const { host } = market.world;
  const side = await openSellerSide(host, customerId, "test");
  const [run] = await host.database.read({ customerId, reach: "tenant" }, (db) =>
    db.selectFrom("intelligence_runs").select("run_id").where("customer_id", "=", customerId).execute(),
  );
  const earlier = { runId: (run?.run_id ?? 0) - 8 * 7 * DAY_MS * 1_000, calls: [] };
  const what = { kind: "like", earlier, durationMs: 1 } as const;
  const write = recorderOf(host, customerId);
  expect(await write({ side, requestId: "test", storefrontId: shop.storefrontId, what })).toBeUndefined();
  expect((await runsOf(shop)).total).toBe(1);
});
