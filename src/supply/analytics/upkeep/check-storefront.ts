import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { step } from "../../../ground/kernel/step.ts";
import { isEligible } from "../attribution/attribute.ts";
import { buyOutcomeOf } from "../attribution/buy-outcome.ts";
import { LOOKBACK_MS } from "../attribution/match-run.ts";
import { cellOf, sumOf } from "../payload/totals.ts";
import { listCells, listPeriods } from "../rollups/store.ts";
import { fold } from "../seller-analytics.ts";
import { listBuys, listEvents, listFacts } from "./check-store.ts";
import { findReportingCurrency } from "./store.ts";

/** Of a storefront that has more the newest are checked. */
const MOST_RUNS = 20_000;

/**
 * Folds a storefront's facts anew and holds what was counted against it. A difference is a bug of ours: the step fails, and
 * lies among the dead letters with what differs, where the operator finds it.
 */
export const checkStorefront = step({
  name: "analytics.check",
  input: z.object({ customerId: z.int(), storefrontId: z.int() }),
  attempts: 1,
  reads: true,
  async handle({ customerId, storefrontId }, { db }) {
    const shop = { customerId, storefrontId };
    const reportingCurrency = await findReportingCurrency(db, shop);
    const stored = await listFacts(db, shop, MOST_RUNS);
    const isWhole = stored.length < MOST_RUNS;
    const oldest = stored.at(-1)?.run.createdAt.getTime() ?? 0;
    const events = await listEvents(db, shop, isWhole ? new Date(0) : new Date(oldest + LOOKBACK_MS));
    const folded = fold(
      stored.map(({ run }) => run),
      events,
      reportingCurrency,
    );
    const counted = await listBuys(db, shop);
    const differing = folded.buys
      .filter(({ mediaBuyId, runId, events: own }) => {
        const buy = counted.get(mediaBuyId);
        return buy?.runId !== runId || !isDeepStrictEqual(buy.outcome, buyOutcomeOf(mediaBuyId, own));
      })
      .map(({ mediaBuyId }) => mediaBuyId);
    const sums = isWhole ? await differingSums(shop, folded.rows) : [];
    if (differing.length + sums.length > 0)
      throw new Error(
        `the analytics of storefront ${storefrontId} are not what its facts come to: ${[...differing.slice(0, 10), ...sums].join(", ")}`,
      );

    async function differingSums(own: typeof shop, rows: typeof folded.rows): Promise<string[]> {
      const months = (await listPeriods(db, own)).filter((period) => period.length === 7);
      const kept = sumOf((await listCells(db, own, months)).map(({ totals }) => totals));
      const eligible = rows.filter(({ run }) => isEligible(run));
      const wanted = sumOf(eligible.map(({ run, outcome }) => cellOf(run, outcome).totals));
      return (Object.keys(wanted) as (keyof typeof wanted)[])
        .filter((name) => kept[name] !== wanted[name])
        .map((name) => `${name} is ${kept[name]} instead of ${wanted[name]}`);
    }
  },
});
