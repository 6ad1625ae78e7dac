import { sql } from "kysely";
import { clocksAt, type Db, type InstallationDb } from "../../../ground/db/index.ts";
import type { Leg } from "../order.ts";

export interface DueCheck {
  readonly customerId: number;
  readonly orderId: string;
  readonly at: Date;
}

/** The first order of a storefront whose sources are due to be polled by then, by the storefront's clock. */
export async function findNextCheck(db: Db, customerId: number, until: Date): Promise<DueCheck | undefined> {
  const row = await db
    .selectFrom("order_legs")
    .select(["order_id", "next_check_at"])
    .where("customer_id", "=", customerId)
    .where("next_check_at", "<=", until)
    .orderBy("next_check_at")
    .limit(1)
    .executeTakeFirst();
  return row?.next_check_at ? { customerId, orderId: row.order_id, at: row.next_check_at } : undefined;
}

/** Checks that are due by each storefront's own clock, the longest overdue first. */
export async function listDueChecksOfAllCustomers(db: InstallationDb, wall: Date, limit: number): Promise<DueCheck[]> {
  const { rows } = await sql<DueCheck>`
    with ${clocksAt(wall)}
    select leg.customer_id as "customerId", leg.order_id as "orderId", min(leg.next_check_at) as at
    from clocks
    join order_legs leg on leg.customer_id = clocks.customer_id and leg.next_check_at <= clocks.now
    group by leg.customer_id, leg.order_id, clocks.ahead
    order by min(leg.next_check_at) - clocks.ahead
    limit ${limit}`.execute(db);
  return rows;
}

/** Locks the legs until the transaction ends. Returns how often each was polled since its source last had news. */
export async function lockChecks(db: Db, customerId: number, orderId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom("order_legs")
    .select(["leg_id", "checks"])
    .where("customer_id", "=", customerId)
    .where("order_id", "=", orderId)
    .where("next_check_at", "is not", null)
    .orderBy("leg_id")
    .forUpdate()
    .execute();
  return new Map(rows.map(({ leg_id, checks }) => [leg_id, checks]));
}

export interface NextCheck extends Pick<Leg, "legId"> {
  readonly at: Date | null;
  readonly checks: number;
}

export async function saveChecks(db: Db, customerId: number, next: readonly NextCheck[]): Promise<void> {
  await sql`
    update order_legs set next_check_at = said.at, checks = said.checks
    from jsonb_to_recordset(${JSON.stringify(next)}::jsonb) as said("legId" text, at timestamptz, checks integer)
    where customer_id = ${customerId} and leg_id = said."legId"`.execute(db);
}
