import { sql } from "kysely";
import type { Db, InstallationDb, Row } from "../../ground/db/index.ts";

/** Buyers that come to a storefront of a sandbox by themselves. */
export interface Visitors {
  readonly customerId: number;
  readonly storefrontId: number;
  readonly seed: string;
  readonly perDay: number;
  /** By the seller's clock. */
  readonly nextAt: Date;
  /** How many have come. */
  readonly visits: number;
}

export async function findVisitors(db: Db, customerId: number): Promise<Visitors | undefined> {
  const row = await db
    .selectFrom("simulated_buyers")
    .selectAll()
    .where("customer_id", "=", customerId)
    .executeTakeFirst();
  return row && fromRow(row);
}

export async function saveVisitors(db: Db, visitors: Visitors): Promise<void> {
  const said = {
    seed: visitors.seed,
    per_day: visitors.perDay,
    next_at: visitors.nextAt,
    visits: visitors.visits,
  };
  await db
    .insertInto("simulated_buyers")
    .values({ customer_id: visitors.customerId, storefront_id: visitors.storefrontId, ...said })
    .onConflict((conflict) => conflict.columns(["customer_id", "storefront_id"]).doUpdateSet(said))
    .execute();
}

export async function deleteVisitors(db: Db, customerId: number): Promise<void> {
  await db.deleteFrom("simulated_buyers").where("customer_id", "=", customerId).execute();
}

/** What is due by each customer's own clock. */
export async function listDueVisitsOfAllCustomers(db: InstallationDb, wall: Date, limit: number): Promise<Visitors[]> {
  const { rows } = await sql<Row<"simulated_buyers">>`
    select simulated_buyers.* from simulated_buyers join customers using (customer_id)
    where next_at <= ${wall}::timestamptz + clock_offset_ms * interval '1 millisecond'
    order by next_at limit ${limit}`.execute(db);
  return rows.map(fromRow);
}

/** The running buys of made-up buyers, with whose they are. */
export async function listRunningBuys(db: Db, customerId: number, prefix: string, since: Date) {
  const rows = await db
    .selectFrom("orders")
    .select(["order_id", "buyer_principal"])
    .where("customer_id", "=", customerId)
    .where(sql<boolean>`starts_with(buyer_principal, ${prefix})`)
    .where("flight_end", ">=", since)
    .orderBy("order_id")
    .execute();
  return rows.map(({ order_id: mediaBuyId, buyer_principal: principal }) => ({ mediaBuyId, principal }));
}

function fromRow(row: Row<"simulated_buyers">): Visitors {
  return {
    customerId: row.customer_id,
    storefrontId: row.storefront_id,
    seed: row.seed,
    perDay: row.per_day,
    nextAt: row.next_at,
    visits: row.visits,
  };
}
