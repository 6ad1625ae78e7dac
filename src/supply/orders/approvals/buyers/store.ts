import { sql } from "kysely";
import type { Db, Row } from "../../../../ground/db/index.ts";
import { principalOf } from "../../../../ground/seller-agent/principal.ts";
import type { AutoApproval, KnownBuyer } from "./auto-approval.ts";

/** Whose orders: those of one seller at its storefront. */
interface Shop {
  readonly customerId: number;
  readonly storefrontId: number;
}

export async function isTrusted(db: Db, customerId: number, buyerCustomerId: number): Promise<boolean> {
  const row = await db
    .selectFrom("buyer_auto_approvals")
    .select("enabled")
    .where("customer_id", "=", customerId)
    .where("buyer_customer_id", "=", buyerCustomerId)
    .executeTakeFirst();
  return row?.enabled ?? false;
}

export async function countBypass(db: Db, customerId: number, buyerCustomerId: number, at: Date): Promise<void> {
  await db
    .updateTable("buyer_auto_approvals")
    .set({ policy_bypass_count: sql`policy_bypass_count + 1`, last_policy_bypass_at: at })
    .where("customer_id", "=", customerId)
    .where("buyer_customer_id", "=", buyerCustomerId)
    .execute();
}

export interface Setting {
  readonly buyerCustomerId: number;
  readonly enabled: boolean;
  /** If omitted, it stays as it was. */
  readonly reason?: string | null | undefined;
  readonly by: number | null;
}

export async function saveAutoApproval(
  db: Db,
  { customerId, storefrontId }: Shop,
  { buyerCustomerId, enabled, reason, by }: Setting,
  at: Date,
): Promise<void> {
  const stamp = { created_at: at, created_by: by };
  const said = { enabled, updated_at: at, ...(reason !== undefined && { reason }) };
  await db
    .insertInto("buyer_auto_approvals")
    .values({
      customer_id: customerId,
      storefront_id: storefrontId,
      buyer_customer_id: buyerCustomerId,
      ...said,
      ...stamp,
    })
    .onConflict((conflict) => conflict.columns(["customer_id", "buyer_customer_id"]).doUpdateSet(said))
    .execute();
}

export async function findAutoApproval(db: Db, shop: Shop, buyerCustomerId: number): Promise<AutoApproval | undefined> {
  const row = await autoApprovals(db, shop).where("buyer_customer_id", "=", buyerCustomerId).executeTakeFirst();
  return row && fromRow(row);
}

/** Includes those that are switched off; newest first. */
export async function listAutoApprovals(db: Db, shop: Shop): Promise<AutoApproval[]> {
  const rows = await autoApprovals(db, shop).orderBy("auto_approval_id", "desc").execute();
  return rows.map(fromRow);
}

export async function hasBoughtHere(db: Db, shop: Shop, buyerCustomerId: number): Promise<boolean> {
  const row = await db
    .selectFrom("orders")
    .select("order_id")
    .where("customer_id", "=", shop.customerId)
    .where("storefront_id", "=", shop.storefrontId)
    .where("buyer_principal", "=", principalOf(buyerCustomerId))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Every buyer on this installation that has bought at the storefront. */
export async function listKnownBuyers(db: Db, { customerId, storefrontId }: Shop): Promise<KnownBuyer[]> {
  const rows = await db
    .selectFrom("orders")
    .select(sql<string>`buyer_principal`.as("principal"))
    .select((orders) => [orders.fn.countAll<number>().as("count"), orders.fn.max("created_at").as("last")])
    .select(
      sql<string | null>`(
        select newest.buyer -> 'identity' ->> 'name' from orders newest
        where newest.customer_id = ${customerId} and newest.storefront_id = ${storefrontId}
          and newest.buyer_principal = orders.buyer_principal
        order by newest.created_at desc limit 1)`.as("name"),
    )
    .where("customer_id", "=", customerId)
    .where("storefront_id", "=", storefrontId)
    // Every principal that begins with `c:`: see `principalOf`.
    .where("buyer_principal", ">=", "c:")
    .where("buyer_principal", "<", "c;")
    .groupBy("buyer_principal")
    .orderBy("buyer_principal")
    .execute();
  return rows.map(({ principal, name, count, last }) => ({
    buyerCustomerId: Number(principal.slice(2)),
    buyerName: name,
    mediaBuyCount: count,
    lastMediaBuyAt: last,
  }));
}

function autoApprovals(db: Db, { customerId, storefrontId }: Shop) {
  return db
    .selectFrom("buyer_auto_approvals")
    .selectAll()
    .select(
      sql<string | null>`(
        select newest.buyer -> 'identity' ->> 'name' from orders newest
        where newest.customer_id = ${customerId} and newest.storefront_id = ${storefrontId}
          and newest.buyer_principal = 'c:' || buyer_customer_id
        order by newest.created_at desc limit 1)`.as("buyer_name"),
    )
    .where("customer_id", "=", customerId);
}

function fromRow(row: Row<"buyer_auto_approvals"> & { readonly buyer_name: string | null }): AutoApproval {
  return {
    autoApprovalId: row.auto_approval_id,
    storefrontId: row.storefront_id,
    buyerCustomerId: row.buyer_customer_id,
    buyerName: row.buyer_name,
    enabled: row.enabled,
    reason: row.reason,
    policyBypassCount: row.policy_bypass_count,
    lastPolicyBypassAt: row.last_policy_bypass_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    createdBy: row.created_by,
  };
}
