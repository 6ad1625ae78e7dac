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

/** The answers of look-ups that were asked before it was known which are needed; undefined for what they do not cover. */
export interface SeenAhead {
  lookUp(sought: Sought): Lookup | undefined;
  /** Runs as they stand once the media buy's outcome is written down: `ofThis` answers it for the run that it belongs to. */
  runsWith(runIds: readonly string[], ofThis: (runId: string) => readonly BuyOutcome[]): RunWithBuys[] | undefined;
}

export const NOTHING_SEEN: SeenAhead = { lookUp: () => undefined, runsWith: () => undefined };

/** A purchase belongs to the last run that showed any of it, and the one before is for two at the same moment. */
const LIKELIEST = 2;

/**
 * Asks for what counting an event is likely to need, with the statement that records it: the runs that it may belong to. The caller
 * has the storefront locked, so that no run is recorded in between. Undefined where that is not to be known beforehand.
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

/** The run that the media buy belongs to. */
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
