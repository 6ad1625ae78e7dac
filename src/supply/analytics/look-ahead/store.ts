import { sql } from "kysely";
import { type Db, preparedStatement, type Row } from "../../../ground/db/index.ts";
import { askAhead } from "../../../ground/db/writing/index.ts";
import type { BuyOutcome } from "../attribution/buy-outcome.ts";
import type { Lookup } from "../attribution/follow-buy.ts";
import {
  fromRunWithBuys,
  lookupIn,
  type Reach,
  type RunWithBuys,
  type RunWithBuysRow,
  reachOf,
  runsWithBuys,
  type Sought,
  shownBy,
  shownInTime,
} from "../buys/store.ts";
import type { OutcomeEvent } from "../facts/fact.ts";
import type { Shop } from "../recording/shop.ts";

/**
 * Look-ups that were sent ahead, before it was known which would be needed; they return undefined for anything they do
 * not cover.
 */
export interface SeenAhead {
  lookUp(sought: Sought): Lookup | undefined;
  /**
   * Runs as they will be once the media buy's outcome is stored. `ofThis` gives that outcome for the run to which the
   * buy belongs.
   */
  runsWith(runIds: readonly string[], ofThis: (runId: string) => readonly BuyOutcome[]): RunWithBuys[] | undefined;
}

export const NOTHING_SEEN: SeenAhead = { lookUp: () => undefined, runsWith: () => undefined };

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
  const seen = askAhead(db, askingShown(sought));
  const runs = askAhead(db, askingRuns(sought));
  return async () => seenIn(event, await seen(), await runs());
}

interface OfBuy extends Reach {
  readonly mediaBuyId: string;
}

const askingShown = preparedStatement(
  (_, sought: OfBuy) => sql<Row<"run_shown_products">>`
    ${shownInTime(sought)} union ${shownBy(sought, presentOf(sought))}`,
);

const askingRuns = preparedStatement(
  (_, sought: OfBuy) => sql<RunWithBuysRow>`
    ${runsWithBuys(sought, sql`b.run_id = run_facts.run_id and b.media_buy_id <> ${sought.mediaBuyId}`)}
    where customer_id = ${sought.customerId} and run_id = any(
      array(select run_id from (${shownInTime(sought)}) likely
        group by run_id order by max(created_at) desc limit ${LIKELIEST}) || ${presentOf(sought)})
    order by run_id for update of run_facts`,
);

/** The run to which the media buy belongs. */
function presentOf({ customerId, mediaBuyId }: OfBuy) {
  return sql`(select run_id from buy_facts where customer_id = ${customerId} and media_buy_id = ${mediaBuyId})`;
}

function seenIn(
  { eventId }: Pick<OutcomeEvent, "eventId">,
  shown: readonly Row<"run_shown_products">[],
  rows: readonly RunWithBuysRow[],
): SeenAhead {
  const runs = new Map(rows.map((row) => [String(row.run_id), row]));
  return {
    lookUp(sought) {
      const { event, presentRunId } = sought;
      if (event.eventId !== eventId) return undefined;
      const earlier = ({ run_id, seq }: Row<"run_shown_products">) =>
        String(run_id) === presentRunId || BigInt(seq) < event.seq;
      return lookupIn(sought, shown.filter(earlier));
    },
    runsWith(runIds, ofThis) {
      if (!runIds.every((id) => runs.has(id))) return undefined;
      return [...runs]
        .filter(([id]) => runIds.includes(id))
        .map(([id, row]) => {
          const run = fromRunWithBuys(row);
          return { ...run, buys: [...run.buys, ...ofThis(id)] };
        });
    },
  };
}
