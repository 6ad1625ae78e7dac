import { sql } from "kysely";
import type { Db, InstallationDb, Row } from "../../../ground/db/index.ts";
import type { BuyOutcome } from "../attribution/buy-outcome.ts";
import type { OutcomeEvent } from "../facts/fact.ts";
import { fromEventRow, fromRunRow } from "../facts/rows.ts";
import type { RunRow } from "../payload/runs.ts";
import { readBuyOutcome } from "../recording/outcome-json.ts";
import type { Shop } from "../recording/shop.ts";

/** Some storefront or other that nothing waits to be counted of; `at` is from 0 to 1. */
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

/** Every run, also one that is never shown; the newest first. */
export async function listFacts(db: Db, { customerId, storefrontId }: Shop, limit: number): Promise<RunRow[]> {
  const rows = await db
    .selectFrom("run_facts")
    .selectAll()
    .where("customer_id", "=", customerId)
    .where("storefront_id", "=", storefrontId)
    .orderBy("created_at", "desc")
    .orderBy("run_id", "desc")
    .limit(limit)
    .execute();
  return rows.map(fromRunRow);
}

/** The events of media buys of which nothing happened before. */
export async function listEvents(db: Db, { customerId, storefrontId }: Shop, since: Date): Promise<OutcomeEvent[]> {
  const { rows } = await sql<Row<"outcome_events">>`
    select * from outcome_events e
    where customer_id = ${customerId} and storefront_id = ${storefrontId} and not exists (
      select from outcome_events before
      where before.customer_id = e.customer_id and before.media_buy_id = e.media_buy_id
        and before.occurred_at < ${since})
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
