import { sql } from "kysely";
import type { Db, InstallationDb, Row } from "../../../ground/db/index.ts";
import type { BuyOutcome } from "../attribution/buy-outcome.ts";
import type { OutcomeEvent } from "../facts/fact.ts";
import { fromEventRow, fromRunRow } from "../facts/rows.ts";
import { factsInFull } from "../facts/store.ts";
import type { RunRow } from "../payload/runs.ts";
import { readBuyOutcome } from "../recording/outcome-json.ts";
import type { Shop } from "../recording/shop.ts";
import { LATEST_MS } from "./delete-store.ts";

/** Picks a storefront with nothing left to count; `at`, from 0 to 1, determines which. */
export async function pickShopOfAllCustomers(db: InstallationDb, at: number): Promise<Shop | undefined> {
  const { rows } = await sql<{ customer_id: number; storefront_id: number }>`
    select customer_id, storefront_id from analytics_storefronts where due_at is null
    order by storefront_id
    offset (select floor(count(*) * ${at}::float8)::bigint from analytics_storefronts where due_at is null) limit 1`.execute(
    db,
  );
  const [row] = rows;
  return row && { customerId: row.customer_id, storefrontId: row.storefront_id };
}

interface StoredRun extends RunRow {
  /** Whether the run is in the sums. */
  readonly isRolled: boolean;
}

/** Every run, including those that never count, newest first. */
export async function listFacts(db: Db, { customerId, storefrontId }: Shop, limit: number): Promise<StoredRun[]> {
  const rows = await db
    .selectFrom(factsInFull())
    .selectAll()
    .where("customer_id", "=", customerId)
    .where("storefront_id", "=", storefrontId)
    .orderBy("created_at", "desc")
    .orderBy("run_id", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...fromRunRow(row), isRolled: row.rolled }));
}

/** The events of the media buys that had no event before `since`, and none that was reported too late to find its run. */
export async function listEvents(db: Db, { customerId, storefrontId }: Shop, since: Date): Promise<OutcomeEvent[]> {
  const { rows } = await sql<Row<"outcome_events">>`
    select * from outcome_events e
    where customer_id = ${customerId} and storefront_id = ${storefrontId} and not exists (
      select from outcome_events before
      where before.customer_id = e.customer_id and before.media_buy_id = e.media_buy_id
        and (before.occurred_at < ${since}
          or before.recorded_at > before.occurred_at + ${LATEST_MS} * interval '1 millisecond'))
    order by seq`.execute(db);
  return rows.map(fromEventRow);
}

export async function listBuys(
  db: Db,
  { customerId, storefrontId }: Shop,
): Promise<Map<string, { readonly runId: string | null; readonly outcome: BuyOutcome }>> {
  const rows = await db
    .selectFrom("buy_facts")
    .select(["media_buy_id", "run_id", "outcome"])
    .where("customer_id", "=", customerId)
    .where("storefront_id", "=", storefrontId)
    .execute();
  return new Map(
    rows.map(({ media_buy_id, run_id, outcome }) => [
      media_buy_id,
      { runId: run_id === null ? null : String(run_id), outcome: readBuyOutcome(outcome) },
    ]),
  );
}

/** How often each product was shown, in a month and in the shorter periods within it: `2026-05-17 main:homepage` and a number. */
export async function listShownCounts(
  db: Db,
  { customerId, storefrontId }: Shop,
  month: string,
): Promise<Map<string, number>> {
  const { rows } = await sql<{ period: string; product_id: string; impressions: number }>`
    select period, product_id, impressions from analytics_products
    where customer_id = ${customerId} and storefront_id = ${storefrontId}
      and period collate "C" >= ${month} and period collate "C" < ${month} || '.'`.execute(db);
  return new Map(rows.map(({ period, product_id, impressions }) => [`${period} ${product_id}`, impressions]));
}

/** The last day whose facts have been deleted; empty if none have. */
export async function findLastDeletedDay(db: Db, { customerId, storefrontId }: Shop): Promise<string> {
  const { rows } = await sql<{ day: string | null }>`
    select facts_since - 1 as day from analytics_storefronts
    where customer_id = ${customerId} and storefront_id = ${storefrontId}`.execute(db);
  return rows[0]?.day ?? "";
}
