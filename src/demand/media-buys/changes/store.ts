import { sql } from "kysely";
import type { Db, NewRow, Row } from "../../../ground/db/index.ts";
import type { MediaBuyState } from "../media-buy-state.ts";
import type { Change, ChangeKind } from "./change.ts";
import type { MediaBuyUpdate } from "./update.ts";

export async function insertChanges(db: Db, customerId: number, changes: readonly Change[], at: Date): Promise<void> {
  const rows = changes.map((change) => {
    const { update, reason } = change;
    return { ...newRow(customerId, change, at), request: { update, reason } satisfies StoredRequest };
  });
  await sql`
    insert into media_buy_changes
    select * from jsonb_populate_recordset(null::media_buy_changes, ${JSON.stringify(rows)}::jsonb)
    returning true`.execute(db);
}

function newRow(customerId: number, change: Change, at: Date): Omit<NewRow<"media_buy_changes">, "request"> {
  return {
    customer_id: customerId,
    change_id: change.changeId,
    media_buy_id: change.mediaBuyId,
    kind: change.kind,
    execution_key: change.executionKey,
    previous_status: change.previousStatus,
    created_at: change.createdAt,
    updated_at: at,
    ...changeable(change),
  };
}

export async function findChange(db: Db, customerId: number, changeId: string): Promise<Change | undefined> {
  const row = await changes(db, customerId).where("change_id", "=", changeId).executeTakeFirst();
  return row && fromRow(row);
}

/**
 * The open changes of buys, at most one per buy. A change is only written while its buy is locked, so a reader that
 * locks the buy too sees the latest state.
 */
export async function listOpenChanges(db: Db, customerId: number, mediaBuyIds: readonly string[]): Promise<Change[]> {
  const rows = await openChangesOf(db, customerId, mediaBuyIds).execute();
  return rows.map(fromRow);
}

export function openChangesOf(db: Db, customerId: number, mediaBuyIds: readonly string[]) {
  return changes(db, customerId).where("state", "=", "open").where(sql<boolean>`media_buy_id = any(${mediaBuyIds})`);
}

export async function saveChange(db: Db, customerId: number, change: Change, at: Date): Promise<Change> {
  await db
    .updateTable("media_buy_changes")
    .set({ ...changeable(change), updated_at: at })
    .where("customer_id", "=", customerId)
    .where("change_id", "=", change.changeId)
    .execute();
  return change;
}

function changes(db: Db, customerId: number) {
  return db.selectFrom("media_buy_changes").selectAll().where("customer_id", "=", customerId);
}

function changeable({ state, taskId, error, attempts, fence, leaseUntil, sentAt }: Change) {
  return { state, task_id: taskId, error, attempts, fence, lease_until: leaseUntil, sent_at: sentAt };
}

function fromRow(row: Row<"media_buy_changes">): Change {
  // Only insertChanges writes this column, in this shape.
  const { update, reason } = row.request as unknown as StoredRequest;
  return {
    update: update && fromStored(update),
    reason,
    createdAt: row.created_at,
    changeId: row.change_id,
    mediaBuyId: row.media_buy_id,
    kind: row.kind as ChangeKind,
    executionKey: row.execution_key,
    state: row.state as Change["state"],
    previousStatus: row.previous_status as MediaBuyState,
    taskId: row.task_id,
    error: row.error,
    attempts: row.attempts,
    fence: row.fence,
    sentAt: row.sent_at,
    leaseUntil: row.lease_until,
  };
}

interface StoredRequest {
  readonly update: MediaBuyUpdate | null;
  readonly reason: string | null;
}

/** JSON has no dates, so they are stored and read as text. */
function fromStored({ packages, ...whole }: MediaBuyUpdate): MediaBuyUpdate {
  return { ...withInstants(whole), packages: packages.map(withInstants) };
}

function withInstants<T extends { readonly startTime?: Date; readonly endTime?: Date }>(stored: T): T {
  const { startTime, endTime } = stored;
  return {
    ...stored,
    ...(startTime && { startTime: new Date(startTime) }),
    ...(endTime && { endTime: new Date(endTime) }),
  };
}
