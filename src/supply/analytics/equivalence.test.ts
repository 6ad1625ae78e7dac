import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorld, type World } from "../../../test/world.ts";
import type { Db } from "../../ground/db/index.ts";
import { DAY_MS, dayOf, frozenClock, HOUR_MS } from "../../ground/kernel/clock.ts";
import { sellerAnalytics } from "./index.ts";
import { type RecordedFact, randomLog } from "./random-log.fixture.ts";
import { inputOf, newShop, readOf as read, record, type Shop } from "./recorded-log.fixture.ts";
import { checkStorefront } from "./upkeep/check-storefront.ts";
import { countFacts } from "./upkeep/count-facts.ts";
import { beginRecount } from "./upkeep/uncount-store.ts";

const NOW = new Date("2026-12-01T00:00:00Z");
const START = new Date("2026-01-10T00:00:00Z");
const clock = frozenClock(NOW);
let world: World;
beforeAll(async () => void (world = await openWorld({ clock })));
afterAll(() => world.close());

const ALL_DAYS = {
  from: dayOf(new Date(START.getTime() - 60 * DAY_MS)),
  to: dayOf(new Date(NOW.getTime() + 30 * DAY_MS)),
};

/** In the order in which they arrive: an event is reported some weeks late at most. */
async function recordAsTheyCome(shop: Shop, arrivals: readonly RecordedFact[]): Promise<void> {
  for (let at = 0; at < arrivals.length; at += 100) {
    clock.set(new Date(START.getTime() + at * 3 * HOUR_MS));
    await record(shop, arrivals.slice(at, at + 100));
  }
  clock.set(NOW);
}

const ONE_SUM =
  "(period, facet) = (select max(period), 'whole' from analytics_sums where length(period) = 10) and value = ''";
const ONE_BUY = "media_buy_id = (select min(media_buy_id) from buy_facts where run_id is not null)";
/** What is damaged, how this is reported, and how it is damaged and repaired. */
const DAMAGES = [
  [
    "a sum of a day",
    /okRuns of \["2026-.* is \d+ instead of \d+/,
    `update analytics_sums set ok_runs = ok_runs + 1 where ${ONE_SUM}`,
    `update analytics_sums set ok_runs = ok_runs - 1 where ${ONE_SUM}`,
  ],
  [
    "how often a product was shown in a month",
    /2026-03 main:p3 is \d+ instead of \d+/,
    "update analytics_products set impressions = impressions - 1 where period = '2026-03' and product_id = 'main:p3'",
    "update analytics_products set impressions = impressions + 1 where period = '2026-03' and product_id = 'main:p3'",
  ],
  [
    "a media buy that is put down to nothing",
    /media buy mb_\d+/,
    `update buy_facts set products = array[run_id::text], run_id = null where ${ONE_BUY}`,
    "update buy_facts set run_id = products[1]::bigint where run_id is null and products[1] ~ '^\\d+$'",
  ],
  [
    "what became of a run",
    /run 10\d+/,
    `update run_facts set outcome = jsonb_set(outcome, '{forwarded}', ((outcome ->> 'forwarded')::integer + 1)::text::jsonb)
       where run_id = (select min(run_id) from run_facts where outcome is not null)`,
    `update run_facts set outcome = jsonb_set(outcome, '{forwarded}', ((outcome ->> 'forwarded')::integer - 1)::text::jsonb)
       where run_id = (select min(run_id) from run_facts where outcome is not null)`,
  ],
] as const;

describe.each([1, 2, 3])("a random log of some thousand facts, seed %i", (seed) => {
  let shop: Shop;
  let arrivals: RecordedFact[];
  beforeAll(async () => {
    shop = await newShop(world);
    arrivals = randomLog(seed, 2_000, String(shop.storefrontId), START);
    await recordAsTheyCome(shop, arrivals);
  });

  test.each([1, 37, 200])(
    "the newest %i runs: what is counted as facts arrive equals a fold over them",
    async (limit) => {
      expect(await read(shop, { limit })).toEqual(
        sellerAnalytics(inputOf(arrivals, shop.storefrontId, limit, { asOf: NOW })),
      );
    },
  );

  test("all days: the sums by day and month equal a fold over the facts", async () => {
    const { summed, wanted } = await allDays();
    expect(summed).toEqual(wanted);
  });

  test("repeated facts change nothing", async () => {
    await record(shop, arrivals.filter(({ kind }) => kind === "event").slice(0, 300));
    const { summed, wanted } = await allDays();
    expect(summed).toEqual(wanted);
  });

  test("the nightly check finds nothing, even if something has just been recorded", async () => {
    await expect(check()).resolves.toBeUndefined();
  });

  test.each(DAMAGES)("the nightly check finds %s, until it is repaired", async (_, told, damage, mend) => {
    const { customerId } = shop.side;
    const write = (text: string) =>
      world.database.write({ customerId, reach: "tenant" }, (db: Db) =>
        sql`${sql.raw(text)}`.execute(db).then(({ numAffectedRows }) => expect(numAffectedRows).toBe(1n)),
      );
    await write(damage);
    await expect(check()).rejects.toThrow(told);
    await write(mend);
    await check();
  });

  test("counting again from the facts alone gives the same result, and new facts wait meanwhile", async () => {
    const { side, storefrontId } = shop;
    const own = { customerId: side.customerId, storefrontId };
    await side.write(({ db }) => beginRecount(db, own, "USD", NOW));
    expect((await read(shop, { limit: 10 })).notes.at(-1)).toContain("still being counted");
    const more = randomLog(seed + 100, 40, String(storefrontId), NOW).map((one, index) => renamed(one, index + 2_001));
    await record(shop, more);
    arrivals = [...arrivals, ...more];
    for (let steps = 0; steps < 100; steps += 1) await side.out.perform(countFacts, own);
    const { summed, wanted } = await allDays();
    expect(summed).toEqual(wanted);
  });

  function check(): Promise<unknown> {
    const { side, storefrontId } = shop;
    return side.out.perform(checkStorefront, { customerId: side.customerId, storefrontId });
  }

  async function allDays() {
    const { runs, window, ...folded } = sellerAnalytics(inputOf(arrivals, shop.storefrontId, 1_000_000, { asOf: NOW }));
    const summed = await read(shop, { limit: 200, days: ALL_DAYS });
    return { summed, wanted: { ...folded, runs: runs.slice(0, 200), window: { ...window, requestedRunLimit: 200 } } };
  }
});

/** Facts that arrived after others, with their own ids and positions. */
function renamed(one: RecordedFact, index: number): RecordedFact {
  if (one.kind === "run") return { ...one, run: { ...one.run, id: String(10_000 + index), seq: index } };
  return { ...one, event: { ...one.event, eventId: `ev-${index}`, seq: index } };
}
