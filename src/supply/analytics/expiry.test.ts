import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { doJobs } from "../../../test/jobs.ts";
import { openWorld, type World } from "../../../test/world.ts";
import { after, DAY_MS, frozenClock, HOUR_MS } from "../../ground/kernel/clock.ts";
import { addWaitingRuns, recordOutcome, sellerAnalytics } from "./index.ts";
import { type RecordedFact, randomLog } from "./random-log.fixture.ts";
import { inputOf, newShop, readOf, record, type Shop } from "./recorded-log.fixture.ts";
import { checkStorefront } from "./upkeep/check-storefront.ts";
import { deleteBuysOfAllCustomers, deleteFactsOfAllCustomers } from "./upkeep/delete-store.ts";

const START = new Date("2026-02-20T00:00:00Z");
const NOW = new Date("2026-10-28T00:00:00Z");
const KEPT_DAYS = 150;
/** Before the first day of the month that contains the day 150 days ago. */
const LAST_DELETED = "2026-04-30";
const DAYS = { from: "2026-01-01", to: "2026-10-31" };
const SINCE = { from: "2026-05-01", to: "2026-10-31" };
const BEFORE = { from: "2026-01-01", to: LAST_DELETED };

const clock = frozenClock(START);
let world: World;
let shop: Shop;
let arrivals: RecordedFact[];
beforeAll(async () => {
  world = await openWorld({ clock });
  shop = await newShop(world);
  arrivals = randomLog(7, 2_000, String(shop.storefrontId), START);
  for (let at = 0; at < arrivals.length; at += 100) {
    clock.set(new Date(START.getTime() + at * 3 * HOUR_MS));
    await record(shop, arrivals.slice(at, at + 100));
  }
  clock.set(NOW);
  const own = { customerId: shop.side.customerId, storefrontId: shop.storefrontId };
  await shop.side.write(({ db }) => addWaitingRuns(db, own));
});
afterAll(() => world.close());

/** The figures without details of single runs, because runs that are not kept are not listed. */
async function figuresOf(days: typeof DAYS) {
  const { runs: _, window, ...figures } = await readOf(shop, { limit: 1, days });
  return { ...figures, runCount: window.runCount };
}

const deleteExpired = () =>
  world.database.writeInstallation(async (db) => {
    await deleteFactsOfAllCustomers(db, NOW, KEPT_DAYS);
    await deleteBuysOfAllCustomers(db);
  });

async function countOf(table: "run_facts" | "run_shown_products" | "outcome_events" | "buy_facts", where: string) {
  const { rows } = await world.database.readInstallation((db) =>
    sql<{ count: number }>`select count(*) as count from ${sql.table(table)} where ${sql.raw(where)}`.execute(db),
  );
  return rows[0]?.count ?? 0;
}

const check = () =>
  shop.side.out.perform(checkStorefront, { customerId: shop.side.customerId, storefrontId: shop.storefrontId });

test("runs of whole months are deleted once they are old enough, and every figure of their days stays", async () => {
  const [all, since, before] = [await figuresOf(DAYS), await figuresOf(SINCE), await figuresOf(BEFORE)];
  expect(before.runCount).toBeGreaterThan(100);
  expect(await countOf("run_facts", `created_at < '${LAST_DELETED}T24:00Z'`)).toBeGreaterThan(before.runCount - 1);
  await deleteExpired();
  expect(await countOf("run_facts", `created_at < '${LAST_DELETED}T24:00Z'`)).toBe(0);
  expect(await countOf("run_facts", "true")).toBeGreaterThanOrEqual(since.runCount);
  expect(await countOf("run_shown_products", `created_at < '${after(NOW, -97 * DAY_MS).toISOString()}'`)).toBe(0);
  expect(await countOf("run_shown_products", "true")).toBeGreaterThan(0);
  expect(await countOf("buy_facts", "run_id is not null and run_id not in (select run_id from run_facts)")).toBe(
    await countOf(
      "buy_facts",
      `run_id is not null and run_id not in (select run_id from run_facts)
         and (outcome -> 'latest' ->> 'occurredAt')::timestamptz >= '2026-05-01'`,
    ),
  );
  expect(await countOf("outcome_events", "media_buy_id not in (select media_buy_id from buy_facts)")).toBe(0);
  expect([await figuresOf(DAYS), await figuresOf(SINCE), await figuresOf(BEFORE)]).toEqual([all, since, before]);
  await check();
});

test("later events of a media buy whose run was deleted are attributed to no other run", async () => {
  const { rows } = await world.database.readInstallation((db) =>
    sql<{ media_buy_id: string }>`
      select media_buy_id from buy_facts where run_id is not null and run_id not in (select run_id from run_facts) limit 1`.execute(
      db,
    ),
  );
  const mediaBuyId = rows[0]?.media_buy_id ?? "";
  expect(mediaBuyId).not.toBe("");
  const before = await figuresOf(DAYS);
  const buyers = [
    { buyerCustomerId: 7001, operatorDomain: "agency.example", brandDomain: "acme.example" },
    { buyerCustomerId: 7002, operatorDomain: "bolt.example", brandDomain: "bolt.example" },
  ];
  for (const [index, buyer] of buyers.entries())
    await shop.side.write((ctx) =>
      recordOutcome(ctx, {
        ...buyer,
        storefrontId: shop.storefrontId,
        eventId: `late-${index}`,
        type: "media_buy_forwarded",
        occurredAt: NOW,
        mediaBuyId,
        productIds: Array.from({ length: 12 }, (_, product) => `main:p${product}`).slice(index),
        budget: { amount: "5", currency: "USD" },
      }),
    );
  expect(await figuresOf(DAYS)).toEqual(before);
  await check();
});

test("after a change of currency all stored facts are counted again, and deleted ones count as foreign", async () => {
  const [whole, before] = [await figuresOf(DAYS), await figuresOf(BEFORE)];
  expect(before.outcomes.bookedBudget).toBeGreaterThan(0);
  const { status } = await changeCurrency("EUR");
  expect(status).toBe(200);
  await doJobs(world);
  const { notes } = await readOf(shop, { limit: 1 });
  expect(notes.filter((note) => note.includes("still being counted"))).toEqual([]);
  const [after, old] = [await figuresOf(SINCE), await figuresOf(BEFORE)];
  expect(old.outcomes).toEqual({ ...before.outcomes, bookedBudget: 0 });
  expect(old.notes.join()).toContain("in a currency other than EUR");
  expect(after.outcomes).toEqual((await foldedSince()).outcomes);
  expect((await figuresOf(DAYS)).runCount).toBe(whole.runCount);
  await check();
});

async function changeCurrency(defaultCurrency: string) {
  return shop.seller.put("/storefront", { defaultCurrency });
}

/** The sums over the kept runs in the new currency; media buys that belonged to other runs are attributed to none. */
async function foldedSince() {
  const { rows } = await world.database.readInstallation((db) =>
    sql<{ media_buy_id: string }>`
      select media_buy_id from buy_facts where run_id is null or run_id in (select run_id from run_facts)`.execute(db),
  );
  const kept = new Set(rows.map(({ media_buy_id }) => media_buy_id));
  const told = new Set<string>();
  const own = arrivals.filter((one) =>
    one.kind === "event"
      ? !told.has(one.event.eventId) && told.add(one.event.eventId) && kept.has(one.event.mediaBuyId)
      : new Date(one.run.createdAt) >= new Date(`${SINCE.from}T00:00:00Z`),
  );
  return sellerAnalytics(inputOf(own, shop.storefrontId, 1_000_000, { asOf: NOW, reportingCurrency: "EUR" }));
}

test("of runs that are alike only the first keeps what it showed, and is deleted after them", async () => {
  const twins = await newShop(world);
  const { customerId } = twins.side;
  const [first] = randomLog(3, 100, String(twins.storefrontId), START).flatMap((one) =>
    one.kind === "run" && one.run.resultKind === "ok" && one.run.purpose === "live" ? [one.run] : [],
  );
  if (!first?.shownProducts) throw new Error("the log has no run that showed something");
  await record(twins, [{ kind: "run", run: { ...first, createdAt: "2026-09-30T22:00:00Z" } }]);
  for (const at of ["2026-09-30T23:00:00Z", "2026-10-01T01:00:00Z"]) await repeat(twins, first.id, at);
  const months = { from: "2026-09-01", to: "2026-10-31" };
  const read = () => readOf(twins, { limit: 10, days: months });
  const before = await read();
  const count = before.runs[0]?.shownProductCount;
  expect(count).toBeGreaterThan(0);
  expect(before.runs.map(({ shownProductCount }) => shownProductCount)).toEqual([count, count, count]);
  const kept = (where = "true") => countOf("run_facts", `customer_id = ${customerId} and ${where}`);
  expect(await kept("shown is null")).toBe(2);

  const expire = (wall: string) =>
    world.database.writeInstallation((db) => deleteFactsOfAllCustomers(db, new Date(wall), KEPT_DAYS));
  await expire("2027-03-15T00:00:00Z");
  expect(await kept("created_at < '2026-10-01'")).toBe(1);
  const after = await read();
  expect(after.runs[0]).toEqual(before.runs[0]);
  expect(after.topProducts).toEqual(before.topProducts);

  // Counting anew leaves the sums of September as they are, although one of its runs is still there.
  expect((await twins.seller.put("/storefront", { defaultCurrency: "EUR" })).status).toBe(200);
  await doJobs(world);
  expect((await read()).topProducts).toEqual(before.topProducts);
  expect((await read()).window.runCount).toBe(3);
  await expire("2027-04-15T00:00:00Z");
  expect(await kept()).toBe(1);
  await expire("2027-04-15T00:00:00Z");
  expect(await kept()).toBe(0);
});

/** Records a run that is like the earlier one, which becomes a run of its own at once. */
async function repeat({ side, storefrontId }: Shop, runId: string, at: string): Promise<void> {
  const own = { customerId: side.customerId, storefrontId };
  await side.write(async ({ db }) => {
    await sql`
      insert into runs_alike (customer_id, storefront_id, first_run_id, like_run_id, run_ids, took_ms, created_at, recorded_at)
      select ${own.customerId}, ${storefrontId}, ids[1], ${runId}::bigint, ids, array[1], ${at}::timestamptz, ${at}::timestamptz
      from new_ids(1) as ids`.execute(db);
    await addWaitingRuns(db, own);
  });
}
