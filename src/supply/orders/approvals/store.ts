import { sql } from "kysely";
import { clocksAt, type Db, type InstallationDb, pageAndTotal, type Row } from "../../../ground/db/index.ts";
import { stepped } from "../../../ground/kernel/lifecycle.ts";
import type { Page } from "../../../ground/kernel/query.ts";
import type { OrderBuyer } from "../order.ts";
import { type Approval, type ApprovalStatus, approvalLife, TRANSITIONS } from "./approval.ts";

type NewApproval = Pick<Approval, "orderId" | "storefrontId" | "submittedPayload" | "expiresAt">;

export async function insertApproval(db: Db, customerId: number, approval: NewApproval, at: Date): Promise<void> {
  await db
    .insertInto("media_buy_approvals")
    .values({
      customer_id: customerId,
      order_id: approval.orderId,
      storefront_id: approval.storefrontId,
      submitted_payload: JSON.stringify(approval.submittedPayload),
      expires_at: approval.expiresAt,
      created_at: at,
      updated_at: at,
    })
    .execute();
}

export async function findApproval(db: Db, customerId: number, orderId: string): Promise<Approval | undefined> {
  const row = await approvals(db, customerId).where("media_buy_approvals.order_id", "=", orderId).executeTakeFirst();
  return row && fromRow(row);
}

/**
 * Locks the approval, so that nobody can decide on it until the transaction ends. Everything that changes either locks
 * it before reading the order.
 */
export async function lockApproval(db: Db, customerId: number, orderId: string): Promise<Approval | undefined> {
  const row = await approvals(db, customerId)
    .where("media_buy_approvals.order_id", "=", orderId)
    .forUpdate("media_buy_approvals")
    .executeTakeFirst();
  return row && fromRow(row);
}

/** The same for several approvals, in transactions that change none of them. */
export async function lockApprovals(db: Db, customerId: number, orderIds: readonly string[]): Promise<void> {
  await db
    .selectFrom("media_buy_approvals")
    .select("order_id")
    .where("customer_id", "=", customerId)
    .where(sql<boolean>`order_id = any(${orderIds})`)
    .orderBy("order_id")
    .forUpdate()
    .execute();
}

/** The approvals, newest first. */
export async function listApprovals(
  db: Db,
  customerId: number,
  status: ApprovalStatus,
  page: Page,
): Promise<{ approvals: Approval[]; total: number }> {
  const matching = approvals(db, customerId)
    .where("media_buy_approvals.status", "=", status)
    .orderBy("media_buy_approvals.order_id", "desc");
  const { rows, total } = await pageAndTotal(matching, page);
  return { approvals: rows.map(fromRow), total };
}

export async function saveDecision(
  db: Db,
  customerId: number,
  { orderId, status, reviewedBy, reviewedAt, reviewerNotes }: Approval,
  at: Date,
): Promise<void> {
  await db
    .updateTable("media_buy_approvals")
    .set({
      status,
      reviewed_by: reviewedBy,
      reviewed_at: reviewedAt,
      reviewer_notes: reviewerNotes,
      updated_at: at,
    })
    .where("customer_id", "=", customerId)
    .where("order_id", "=", orderId)
    .execute();
}

export async function recordRefusalReported(
  db: Db,
  customerId: number,
  orderIds: readonly string[],
  at: Date,
): Promise<void> {
  await db
    .updateTable("media_buy_approvals")
    .set({ refusal_reported_at: at })
    .where("customer_id", "=", customerId)
    .where(sql<boolean>`order_id = any(${orderIds})`)
    .where("refusal_reported_at", "is", null)
    .execute();
}

/** Used when a buyer has canceled its order; does nothing if the order was never held. */
export async function revokeApproval(db: Db, customerId: number, orderId: string, at: Date): Promise<void> {
  await db
    .updateTable("media_buy_approvals")
    .set({ status: stepped(approvalLife, "revoke", "pending"), updated_at: at })
    .where("customer_id", "=", customerId)
    .where("order_id", "=", orderId)
    .where(sql<boolean>`status = any(${Object.keys(TRANSITIONS.revoke)})`)
    .execute();
}

/** Used when a buyer changes its order before anybody has decided on it. */
export async function saveSubmitted(
  db: Db,
  customerId: number,
  { orderId, submittedPayload }: Pick<Approval, "orderId" | "submittedPayload">,
  at: Date,
): Promise<void> {
  await db
    .updateTable("media_buy_approvals")
    .set(({ ref }) => ({
      previous_payload: ref("submitted_payload"),
      submitted_payload: JSON.stringify(submittedPayload),
      updated_at: at,
    }))
    .where("customer_id", "=", customerId)
    .where("order_id", "=", orderId)
    .execute();
}

export interface DueExpiry {
  readonly customerId: number;
  readonly orderId: string;
  readonly at: Date;
}

export async function findNextExpiry(db: Db, customerId: number, until: Date): Promise<DueExpiry | undefined> {
  const row = await db
    .selectFrom("media_buy_approvals")
    .select(["order_id", "expires_at"])
    .where("customer_id", "=", customerId)
    .where("status", "=", "pending")
    .where("expires_at", "<=", until)
    .orderBy("expires_at")
    .limit(1)
    .executeTakeFirst();
  return row?.expires_at ? { customerId, orderId: row.order_id, at: row.expires_at } : undefined;
}

/** Approvals that have expired by each storefront's own clock, the longest overdue first. */
export async function listDueExpiriesOfAllCustomers(
  db: InstallationDb,
  wall: Date,
  limit: number,
): Promise<DueExpiry[]> {
  const { rows } = await sql<DueExpiry>`
    with ${clocksAt(wall)}
    select approval.customer_id as "customerId", approval.order_id as "orderId", approval.expires_at as at
    from clocks
    join media_buy_approvals approval
      on approval.customer_id = clocks.customer_id and approval.status = 'pending' and approval.expires_at <= clocks.now
    order by approval.expires_at - clocks.ahead
    limit ${limit}`.execute(db);
  return rows;
}

type Found = Row<"media_buy_approvals"> & { readonly buyer: unknown };

function approvals(db: Db, customerId: number) {
  return db
    .selectFrom("media_buy_approvals")
    .innerJoin("orders", (join) =>
      join
        .onRef("orders.customer_id", "=", "media_buy_approvals.customer_id")
        .onRef("orders.order_id", "=", "media_buy_approvals.order_id"),
    )
    .selectAll("media_buy_approvals")
    .select("orders.buyer")
    .where("media_buy_approvals.customer_id", "=", customerId);
}

function fromRow(row: Found): Approval {
  const { identity } = row.buyer as Pick<OrderBuyer, "identity">;
  return {
    approvalId: row.approval_id,
    orderId: row.order_id,
    storefrontId: row.storefront_id,
    buyerCustomerId: identity.customerId,
    buyerName: identity.name,
    submittedPayload: row.submitted_payload as Approval["submittedPayload"],
    previousPayload: row.previous_payload as Approval["previousPayload"],
    status: row.status as ApprovalStatus,
    reviewedBy: row.reviewed_by,
    reviewedAt: row.reviewed_at,
    reviewerNotes: row.reviewer_notes,
    refusalReportedAt: row.refusal_reported_at,
    expiresAt: row.expires_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
