import type { Db } from "../../../ground/db/index.ts";
import { buyOutcomeOf } from "../attribution/buy-outcome.ts";
import { type Attribution, followed, isNews, UNATTRIBUTED } from "../attribution/follow-buy.ts";
import { type RunOutcome, runOutcomeOf, withBuy } from "../attribution/run-outcome.ts";
import {
  type CountedBuy,
  type CountedRun,
  listEventsOfBuy,
  listRunsWithBuys,
  lookUpRuns,
  saveBuy,
  saveReports,
  saveRunOutcomes,
} from "../buys/store.ts";
import type { OutcomeEvent } from "../facts/fact.ts";
import { NOTHING_SEEN, type SeenAhead } from "../look-ahead/store.ts";
import { cellOf, negated } from "../payload/totals.ts";
import { addToRollups } from "../rollups/add-to-rollups.ts";
import type { CountedShop } from "./shop.ts";

interface Recorded {
  readonly fresh: readonly OutcomeEvent[];
  /** The attribution of the media buy before these events. */
  readonly before: Attribution;
  /** What was already looked up while the events were recorded. */
  readonly likely?: SeenAhead | undefined;
}

/**
 * Counts recorded events of one media buy: updates its attribution, its outcome, its run's outcome, and the sums over
 * runs. The caller has locked the storefront. The result equals a fold over all facts.
 */
export async function countEvents(
  db: Db,
  shop: CountedShop,
  mediaBuyId: string,
  { fresh, before, likely = NOTHING_SEEN }: Recorded,
): Promise<void> {
  await saveReports(db, shop, fresh);
  // If the buy was never counted, these are all of its events. Reports need the stored ones too, because only one
  // report per period counts.
  const isFirst = before === UNATTRIBUTED && fresh.every(({ delivery }) => delivery === null);
  const events = isFirst ? fresh : await listEventsOfBuy(db, shop, mediaBuyId);
  const after = await follow(db, shop, before, fresh, likely);
  const buy = { ...after, mediaBuyId, outcome: buyOutcomeOf(mediaBuyId, events) };
  const moved = await saveInRuns(db, shop, { before, buy, likely });
  const cells = moved
    .filter(({ run }) => run.isRolled)
    .flatMap(({ run: { row }, outcome }) => {
      const was = cellOf(row.run, row.outcome);
      return [{ ...was, totals: negated(was.totals) }, cellOf(row.run, outcome)];
    });
  await addToRollups(db, shop, cells);
}

/** A run, and its outcome from now on. */
interface Moved {
  readonly run: CountedRun;
  readonly outcome: RunOutcome;
}

interface Changed extends Pick<Recorded, "before"> {
  readonly buy: CountedBuy;
  readonly likely: SeenAhead;
}

/** Saves the buy, and the outcomes of the runs to which it belonged and belongs. */
async function saveInRuns(db: Db, shop: CountedShop, { before, buy, likely }: Changed): Promise<Moved[]> {
  // A buy that belonged to no run adds to the outcome of its run. Whatever else happens is counted from all buys of the run.
  const joins = before.runId === null && buy.runId !== null ? likely.run(buy.runId) : undefined;
  if (joins) {
    const moved = [{ run: joins, outcome: withBuy(joins.row.outcome, buy.outcome, shop.reportingCurrency) }];
    await saveRunOutcomes(db, shop, moved, buy);
    return moved;
  }
  await saveBuy(db, shop, buy);
  const runIds = [...new Set([before.runId, buy.runId])].filter((id) => id !== null);
  if (runIds.length === 0) return [];
  const runs = await listRunsWithBuys(db, shop, runIds);
  const moved = runs.map(({ buys, ...run }) => ({ run, outcome: runOutcomeOf(buys, shop.reportingCurrency) }));
  await saveRunOutcomes(db, shop, moved);
  return moved;
}

/** Follows the events in the order of recording: a buy stays with its run until its products change. */
async function follow(
  db: Db,
  shop: CountedShop,
  before: Attribution,
  fresh: readonly OutcomeEvent[],
  likely: SeenAhead,
): Promise<Attribution> {
  let current = before;
  for (const event of fresh.toSorted((a, b) => Number(a.seq - b.seq))) {
    if (!isNews(current, event)) continue;
    const products = [...new Set(event.productIds)];
    const sought = { event, products, presentRunId: current.runId };
    current = followed(current, products, likely.lookUp(sought) ?? (await lookUpRuns(db, shop, sought)));
  }
  return current;
}
