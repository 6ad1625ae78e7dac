import { readFileSync } from "node:fs";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../../../../test/world.ts";
import { newShop, readOf } from "../recorded-log.fixture.ts";
import { addWaitingRuns } from "../upkeep/add-waiting-runs.ts";

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const textOf = (name: string) =>
  readFileSync(new URL(`../../../ground/db/migrations/${name}`, import.meta.url), "utf8");
/** The former sums: by all dimensions together, for days and months. */
const OLD = /create table analytics_rollups \([\s\S]*?\n\);/.exec(textOf("0047-seller-analytics.sql"))?.[0] ?? "";
const SUMMED = [...OLD.matchAll(/^ {2}(\w+) +(?:bigint|numeric) not null/gm)]
  .map(([, name = ""]) => name)
  .filter((name) => !name.endsWith("_id"));

interface OldCell {
  readonly period: string;
  readonly runs: number;
  readonly brand?: string;
  readonly posture?: string;
  readonly comparison?: string;
  readonly currency?: string;
}

/** Days with one cell and with several; the month holds all of them. */
const DAYS: readonly OldCell[] = [
  { period: "2026-05-07", runs: 3, brand: "acme.example", posture: "direct_fit", comparison: "followed" },
  { period: "2026-05-07", runs: 2, brand: "acme.example", posture: "direct_fit", comparison: "none", currency: "USD" },
  { period: "2026-05-12", runs: 5, brand: "bolt.example", posture: "hold_value", comparison: "diverged" },
  { period: "2026-05-12", runs: 7 },
];
const MONTH: readonly OldCell[] = DAYS.map((cell) => ({ ...cell, period: "2026-05" }));

async function upgradeWith(cells: readonly OldCell[], shop: { customerId: number; storefrontId: number }) {
  const admin = new pg.Client({ connectionString: world.databaseUrl });
  await admin.connect();
  await admin.query(`drop table analytics_sums; drop index run_shown_products_age, run_facts_age;
    alter table analytics_storefronts drop column facts_since, drop column uncounted_to; ${OLD}`);
  for (const [index, { period, runs, brand, posture, comparison, currency }] of cells.entries())
    await admin.query(
      `insert into analytics_rollups (customer_id, storefront_id, period, cell, brand_domain, posture, comparison,
         delivery_currency, first_run_at, last_run_at, ${SUMMED.join(", ")})
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, ${SUMMED.map(() => "$10::bigint").join(", ")})`,
      [
        shop.customerId,
        shop.storefrontId,
        period,
        `cell ${index}`,
        brand ?? null,
        posture ?? null,
        comparison ?? "none",
        currency ?? "",
        `${period}-01`.slice(0, 10),
        runs,
      ],
    );
  await admin.query(textOf("0081-analytics-sums.sql"));
  await admin.end();
}

test("sums from before the upgrade are converted, by each grouping, and for ten-day periods too", async () => {
  const shop = await newShop(world);
  const own = { customerId: shop.side.customerId, storefrontId: shop.storefrontId };
  await upgradeWith([...DAYS, ...MONTH], own);
  const read = (from: string, to: string) => readOf(shop, { limit: 1, days: { from, to } });
  const whole = await read("2026-05-01", "2026-05-31");
  expect(whole.window).toMatchObject({ runCount: 17, eligibleRunCount: 17 });
  expect(whole.outcomes).toMatchObject({ eventCount: 17, deliveredCurrency: "USD" });
  expect(whole.seasonality).toMatchObject([{ period: "2026-05", runCount: 17, bookedRunCount: 17 }]);
  expect(whole.buyers.map(({ brandDomain, runCount }) => [brandDomain, runCount])).toEqual([
    [null, 7],
    ["bolt.example", 5],
    ["acme.example", 5],
  ]);
  expect(whole.postureConversion).toMatchObject({
    byPosture: [
      { posture: "direct_fit", runCount: 5 },
      { posture: "hold_value", runCount: 5 },
    ],
    adherence: { comparableRunCount: 8, followedCount: 3 },
  });
  // Ten days, single days, and days without any data.
  expect((await read("2026-05-10", "2026-05-19")).window.runCount).toBe(12);
  expect((await read("2026-05-07", "2026-05-11")).window.runCount).toBe(5);
  expect((await read("2026-05-20", "2026-05-31")).window.runCount).toBe(0);
  await shop.side.write(({ db }) => addWaitingRuns(db, own));
  expect((await read("2026-05-01", "2026-05-31")).window.runCount).toBe(17);
});
