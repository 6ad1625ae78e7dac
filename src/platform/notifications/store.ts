import { sql } from "kysely";
import type { Db, Row } from "../../ground/db/index.ts";
import type { Page } from "../../ground/kernel/query.ts";
import type { Notice, Notification, NotificationStatus } from "./notification.ts";
import { statusOf } from "./notification.ts";

/** A person in an organisation. */
export interface Reader {
  readonly customerId: number;
  readonly userId: number;
}

export interface NotificationFilter {
  readonly unreadOnly?: boolean | undefined;
  readonly types?: readonly string[] | undefined;
  readonly status?: NotificationStatus | undefined;
  readonly campaignId?: string | undefined;
  readonly creativeId?: string | undefined;
  readonly advertiserId?: number | undefined;
}

export async function insertNotification(
  db: Db,
  customerId: number,
  notificationId: string,
  notice: Notice,
  at: Date,
): Promise<void> {
  await db
    .insertInto("notifications")
    .values({
      customer_id: customerId,
      notification_id: notificationId,
      type: notice.type,
      status: statusOf(notice),
      resource_type: notice.resourceType,
      resource_id: notice.resourceId,
      campaign_id: notice.campaignId ?? null,
      message: notice.message,
      created_at: at,
    })
    .execute();
}

/** Newest first, with the number of all matches, and the number of those that the reader has not read. */
export async function listNotifications(
  db: Db,
  reader: Reader,
  { unreadOnly = false, ...filter }: NotificationFilter,
  { take, skip }: Page,
): Promise<{ notifications: Notification[]; total: number; unread: number }> {
  const read = isReadBy(reader);
  const matching = matchingOf(db, reader, filter);
  const rows = matching
    .$if(unreadOnly, (all) => all.where((row) => row.not(read)))
    .selectAll()
    .select(read.as("read"))
    .orderBy("notification_id", "desc")
    .limit(take)
    .offset(skip)
    .execute();
  const counted = matching
    .select(({ fn, not }) => [
      fn.countAll<number>().as("total"),
      fn.countAll<number>().filterWhere(not(read)).as("unread"),
    ])
    .executeTakeFirstOrThrow();
  const [found, { total, unread }] = await Promise.all([rows, counted]);
  return { notifications: found.map(fromRow), total: unreadOnly ? unread : total, unread };
}

/** Returns whether the notification exists. */
export async function markRead(db: Db, reader: Reader, notificationId: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("notifications")
    .set({ read_by: withReader(reader) })
    .where("customer_id", "=", reader.customerId)
    .where("notification_id", "=", notificationId)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Returns whether the notification exists. Acknowledging it also marks it as read. */
export async function markAcknowledged(db: Db, reader: Reader, notificationId: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("notifications")
    .set((row) => ({
      read_by: withReader(reader),
      acknowledged_at: row.fn.coalesce("acknowledged_at", row.val(at)),
    }))
    .where("customer_id", "=", reader.customerId)
    .where("notification_id", "=", notificationId)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Returns how many were unread. */
export async function markAllRead(
  db: Db,
  reader: Reader,
  { advertiserId }: Pick<NotificationFilter, "advertiserId">,
): Promise<number> {
  let unread = db
    .updateTable("notifications")
    .set({ read_by: withReader(reader) })
    .where("customer_id", "=", reader.customerId)
    .where((row) => row.not(isReadBy(reader)));
  if (advertiserId !== undefined) unread = unread.where(isAbout("ADVERTISER", String(advertiserId)));
  const { numUpdatedRows } = await unread.executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

function matchingOf(
  db: Db,
  { customerId }: Reader,
  { types, status, campaignId, creativeId, advertiserId }: Omit<NotificationFilter, "unreadOnly">,
) {
  let matching = db.selectFrom("notifications").where("customer_id", "=", customerId);
  if (types) matching = matching.where((row) => row("type", "=", row.fn.any(row.val([...types]))));
  if (status) matching = matching.where("status", "=", status);
  if (campaignId !== undefined)
    matching = matching.where((row) => row.or([row("campaign_id", "=", campaignId), isAbout("CAMPAIGN", campaignId)]));
  if (creativeId !== undefined) matching = matching.where(isAbout("CREATIVE", creativeId));
  if (advertiserId !== undefined) matching = matching.where(isAbout("ADVERTISER", String(advertiserId)));
  return matching;
}

function isAbout(resourceType: string, resourceId: string) {
  return sql<boolean>`(resource_type = ${resourceType} and resource_id = ${resourceId})`;
}

function isReadBy({ userId }: Reader) {
  return sql<boolean>`(${userId}::bigint = any(read_by))`;
}

function withReader(reader: Reader) {
  return sql<number[]>`case when ${isReadBy(reader)} then read_by else read_by || ${reader.userId}::bigint end`;
}

function fromRow(row: Row<"notifications"> & { read: boolean }): Notification {
  return {
    notificationId: row.notification_id,
    type: row.type as Notice["type"],
    status: row.status as NotificationStatus,
    resourceType: row.resource_type,
    resourceId: row.resource_id,
    ...(row.campaign_id !== null && { campaignId: row.campaign_id }),
    message: row.message,
    read: row.read,
    acknowledged: row.acknowledged_at !== null,
    createdAt: row.created_at,
  };
}
