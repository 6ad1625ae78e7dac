import { sql } from "kysely";
import { type Db, preparedStatement } from "../../../ground/db/index.ts";
import { askAhead } from "../../../ground/db/writing/index.ts";
import type { Lookup } from "../attribution/follow-buy.ts";
import type { Candidate } from "../attribution/match-run.ts";
import {
  type CountedRun,
  type CountedRunRow,
  fromCountedRunRow,
  lookupIn,
  type Reach,
  type RunQuery,
  reachOf,
  shownInTime,
} from "../buys/store.ts";
import type { OutcomeEvent } from "../facts/fact.ts";
import type { RunRow } from "../payload/runs.ts";
import type { Shop } from "../recording/shop.ts";

/**
 * Look-ups that were sent ahead, before it was known which would be needed; they return undefined for anything they do
 * not cover.
 */
export interface SeenAhead {
  lookUp(sought: RunQuery): Lookup | undefined;
  /** A run as it is before the event. */
  run(runId: string): CountedRun | undefined;
}

export const NOTHING_SEEN: SeenAhead = { lookUp: () => undefined, run: () => undefined };

/**
 * A purchase belongs to the last run that showed any of its products. Two are read because two runs can have the same
 * timestamp.
 */
const LIKELIEST = 2;

/**
 * Sends the look-ups that counting an event will probably need, namely the runs to which it may belong, together with
 * the statement that records it. The caller has locked the storefront, so no run is recorded in between. Undefined if
 * the runs cannot be known beforehand.
 */
export function lookAhead(
  db: Db,
  shop: Shop,
  events: readonly Omit<OutcomeEvent, "seq">[],
): (() => Promise<SeenAhead>) | undefined {
  const [event] = events;
  if (!event?.productIds || events.length > 1) return undefined;
  const products = [...new Set(event.productIds)];
  const sought = { ...reachOf(shop, { event, products }), mediaBuyId: event.mediaBuyId };
  const runs = askAhead(db, askingRuns(sought));
  return async () => seenIn(event, (await runs()).map(fromCountedRunRow));
}

interface BuyReach extends Reach {
  readonly mediaBuyId: string;
}

const askingRuns = preparedStatement(
  (_, sought: BuyReach) => sql<CountedRunRow>`
    select * from run_facts_in_full
    where customer_id = ${sought.customerId} and run_id = any(
      array(select run_id from (${shownInTime(sought)}) likely
        group by run_id order by max(created_at) desc limit ${LIKELIEST}) || ${presentOf(sought)})
    order by run_id for update`,
);

/** The run to which the media buy belongs. */
function presentOf({ customerId, mediaBuyId }: BuyReach) {
  return sql`(select run_id from buy_facts where customer_id = ${customerId} and media_buy_id = ${mediaBuyId})`;
}

function seenIn({ eventId }: Pick<OutcomeEvent, "eventId">, runs: readonly CountedRun[]): SeenAhead {
  const byId = new Map(runs.map((run) => [run.row.run.id, run]));
  const candidates = runs.map(({ row }) => candidateOf(row));
  const moments = new Set(candidates.map(({ createdAt }) => createdAt.getTime()));
  return {
    lookUp(sought) {
      const { event, presentRunId } = sought;
      const isEarlier = candidates.every(({ id, seq }) => id === presentRunId || (seq ?? 0n) < event.seq);
      // Of several at one moment the products decide, and there may be more of them than these.
      const isCertain = isEarlier && moments.size === candidates.length;
      return event.eventId === eventId && isCertain ? lookupIn(sought, candidates) : undefined;
    },
    run: (runId) => byId.get(runId),
  };
}

function candidateOf({ run }: RunRow): Candidate {
  return { ...run, shownIds: new Set(run.shown.map(({ productId }) => productId)) };
}
