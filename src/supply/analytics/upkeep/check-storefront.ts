import { z } from "zod";
import type { Db } from "../../../ground/db/index.ts";
import { after, dayOf, startOfDay } from "../../../ground/kernel/clock.ts";
import { step } from "../../../ground/kernel/step.ts";
import { LOOKBACK_MS } from "../attribution/match-run.ts";
import type { RunRow } from "../payload/runs.ts";
import type { Shop } from "../recording/shop.ts";
import { holdStorefront } from "../recording/store.ts";
import { dayAfter } from "../rollups/periods.ts";
import { listMonths, listRollups } from "../rollups/store.ts";
import { fold } from "../seller-analytics.ts";
import { findLastDeletedDay, listBuys, listEvents, listFacts, listShownCounts } from "./check-store.ts";
import { differingBuys, differingProducts, differingRuns, differingSums } from "./differing.ts";
import { findReportingCurrency, isTakingIn } from "./store.ts";

/** If a storefront has more runs, only the newest are checked. */
const MOST_RUNS = 20_000;
const MOST_TOLD = 10;

/**
 * Folds a storefront's facts again and compares the result with what was counted. A difference is a bug of ours, so the
 * step fails and becomes a dead letter with the differences, where the operator finds it.
 */
export const checkStorefront = step({
  name: "analytics.check",
  input: z.object({ customerId: z.int(), storefrontId: z.int() }),
  attempts: 1,
  async handle({ customerId, storefrontId }, { db }) {
    const shop = { customerId, storefrontId };
    if (await isTakingIn(db, shop)) return;
    if ((await differencesOf(db, shop)).length === 0) return;
    // The differences may only be facts that arrived in between, so check again while nobody can count.
    await holdStorefront(db, shop);
    const differing = await differencesOf(db, shop);
    if (differing.length > 0)
      throw new Error(
        `the analytics of storefront ${storefrontId} do not match its facts: ${differing.slice(0, MOST_TOLD).join(", ")}`,
      );
  },
});

async function differencesOf(db: Db, shop: Shop): Promise<string[]> {
  const reportingCurrency = (await findReportingCurrency(db, shop)) ?? "USD";
  const stored = await listFacts(db, shop, MOST_RUNS);
  const isWhole = stored.length < MOST_RUNS;
  const lastDeletedDay = await findLastDeletedDay(db, shop);
  const since = isWhole ? lastDeletedDay : dayOf(stored.at(-1)?.run.createdAt ?? new Date(0));
  // Earlier purchases may belong to runs that were not read.
  const events = await listEvents(
    db,
    shop,
    since === "" ? new Date(0) : after(startOfDay(dayAfter(since)), LOOKBACK_MS),
  );
  const runs = stored.map(({ run }) => run);
  const folded = fold(runs, events, reportingCurrency);
  const buys = await listBuys(db, shop);
  const rolled = stored.filter(({ isRolled }) => isRolled);
  return [
    ...differingBuys(folded, buys),
    ...(isWhole ? differingRuns(folded, stored, buys) : []),
    ...(await differingPeriods(db, shop, rolled, since)),
  ];
}

/** Goes month by month, so that not all sums of a large storefront are in memory at once. */
async function differingPeriods(db: Db, shop: Shop, rows: readonly RunRow[], since: string): Promise<string[]> {
  const byMonth = Map.groupBy(rows, ({ run }) => run.createdAt.toISOString().slice(0, 7));
  const differing: string[] = [];
  for (const month of new Set([...byMonth.keys(), ...(await listMonths(db, shop))])) {
    if (month < since.slice(0, 7)) continue;
    const own = byMonth.get(month) ?? [];
    differing.push(...differingSums(own, await listRollups(db, shop, month), since));
    differing.push(...differingProducts(own, await listShownCounts(db, shop, month), since));
  }
  return differing;
}
