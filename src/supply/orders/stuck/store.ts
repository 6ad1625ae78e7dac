import { type InstallationDb, pageAndTotal } from "../../../ground/db/index.ts";
import { ROWS_A_PAGE } from "../../../ground/kernel/csv/csv-list.ts";
import type { Page } from "../../../ground/kernel/query.ts";
import type { OrderBuyer } from "../order.ts";
import { MEANT } from "../under-way/store.ts";

/** A part of an order that its source may have bought without our knowledge, and that nobody is working on. */
export interface StuckLeg {
  readonly legId: string;
  readonly orderId: string;
  /** The seller's customer id. */
  readonly customerId: number;
  readonly storefrontName: string;
  readonly buyerName: string;
  readonly sourceId: string | null;
  readonly sourceName: string;
  /** `failed`: its source is no longer asked. `open`: it will be asked again automatically. */
  readonly state: "failed" | "open";
  readonly attempts: number;
  readonly message: string | null;
  /** The key by which its source's people can find it. */
  readonly executionKey: string;
  readonly sentAt: Date | null;
  readonly since: Date;
}

/** The stuck legs of all sellers, oldest first. */
export async function listStuckLegsOfAllCustomers(
  db: InstallationDb,
  page: Page,
): Promise<{ legs: StuckLeg[]; total: number }> {
  const { rows, total } = await pageAndTotal(stuckLegs(db).orderBy("order_legs.leg_id"), page);
  return { legs: rows.map(fromRow), total };
}

/** A page of the exported file: stuck legs after an id, oldest first. */
export async function listStuckLegsBehindOfAllCustomers(
  db: InstallationDb,
  behind: string | undefined,
): Promise<StuckLeg[]> {
  let page = stuckLegs(db).orderBy("order_legs.leg_id").limit(ROWS_A_PAGE);
  if (behind !== undefined) page = page.where("order_legs.leg_id", ">", behind);
  return (await page.execute()).map(fromRow);
}

/** Undefined for a leg that is no longer stuck, or never was. */
export async function findStuckLegOfAnyCustomer(db: InstallationDb, legId: string): Promise<StuckLeg | undefined> {
  const row = await stuckLegs(db).where("order_legs.leg_id", "=", legId).executeTakeFirst();
  return row && fromRow(row);
}

function stuckLegs(db: InstallationDb) {
  return db
    .selectFrom("order_legs")
    .innerJoin("orders", (join) =>
      join
        .onRef("orders.customer_id", "=", "order_legs.customer_id")
        .onRef("orders.order_id", "=", "order_legs.order_id"),
    )
    .innerJoin("storefronts", "storefronts.storefront_id", "orders.storefront_id")
    .leftJoin("inventory_sources", (join) =>
      join
        .onRef("inventory_sources.customer_id", "=", "order_legs.customer_id")
        .onRef("inventory_sources.inventory_source_id", "=", "order_legs.inventory_source_id"),
    )
    .selectAll("order_legs")
    .select(["orders.buyer", "storefronts.name as storefront_name"])
    .select(["inventory_sources.source_id", "inventory_sources.name as source_name"])
    .where(MEANT.stuck);
}

type Found = Awaited<ReturnType<ReturnType<typeof stuckLegs>["executeTakeFirstOrThrow"]>>;

function fromRow(row: Found): StuckLeg {
  const { identity } = row.buyer as unknown as Pick<OrderBuyer, "identity">;
  return {
    legId: row.leg_id,
    orderId: row.order_id,
    customerId: row.customer_id,
    storefrontName: row.storefront_name,
    buyerName: identity.name,
    sourceId: row.source_id,
    sourceName: row.source_name ?? row.agent_id,
    state: row.state as StuckLeg["state"],
    attempts: row.attempts,
    message: row.message,
    executionKey: row.execution_key,
    sentAt: row.sent_at,
    since: row.updated_at,
  };
}
