import { z } from "zod";
import type { Context } from "../../ground/kernel/context.ts";
import { NotFound } from "../../ground/kernel/errors.ts";
import { operation } from "../../ground/kernel/operation.ts";
import { pageOf } from "../../ground/kernel/query.ts";
import {
  MarkedView,
  NotificationListQuery,
  NotificationPath,
  NotificationView,
  ReadAllBody,
  viewOf,
} from "./schema.ts";
import { listNotifications as list, markAcknowledged, markAllRead, markRead, type Reader } from "./store.ts";

const shared = {
  api: ["platform", "buyer", "storefront"],
  sides: ["BUYER", "SELLER", "OPERATOR"],
  tag: "Notifications",
} as const;

export const listNotifications = operation({
  ...shared,
  id: "listNotifications",
  method: "get",
  path: "/notifications",
  summary: "List your organisation's notifications",
  description:
    "Newest first. Read marks are per person; unreadCount counts the matching notifications that you have not read.",
  access: "read",
  query: NotificationListQuery,
  paging: "limit/offset",
  answer: z.object({
    notifications: z.array(NotificationView),
    totalCount: z.int(),
    unreadCount: z.int(),
    hasMore: z.boolean(),
  }),
  refs: {
    "query.campaignId": "campaign",
    "query.creativeId": "creative",
    "query.brandAgentId": "advertiser",
  },
  async handle({ query }, ctx) {
    const { unreadOnly, unread: alsoUnreadOnly, brandAgentId: advertiserId, ...rest } = query;
    const filter = { ...rest, advertiserId, unreadOnly: unreadOnly ?? alsoUnreadOnly };
    const page = pageOf(query);
    const { notifications, total, unread } = await list(ctx.db, readerOf(ctx), filter, page);
    return {
      notifications: notifications.map(viewOf),
      totalCount: total,
      unreadCount: unread,
      hasMore: page.skip + notifications.length < total,
    };
  },
});

export const readNotification = operation({
  ...shared,
  id: "readNotification",
  method: "post",
  path: "/notifications/{notificationId}/read",
  summary: "Mark a notification as read",
  access: "write",
  params: NotificationPath,
  answer: MarkedView,
  errors: [NotFound],
  refs: { "params.notificationId": "notification" },
  audit: { resource: "NOTIFICATION", action: "UPDATE" },
  async handle({ params: { notificationId } }, ctx) {
    if (!(await markRead(ctx.db, readerOf(ctx), notificationId))) throw missing(notificationId);
    return { success: true as const, notificationId };
  },
});

export const acknowledgeNotification = operation({
  ...shared,
  id: "acknowledgeNotification",
  method: "post",
  path: "/notifications/{notificationId}/acknowledge",
  summary: "Acknowledge a notification for your organisation",
  description: "This applies to your whole organisation; for you, it also counts as read.",
  access: "write",
  params: NotificationPath,
  answer: MarkedView,
  errors: [NotFound],
  refs: { "params.notificationId": "notification" },
  audit: { resource: "NOTIFICATION", action: "UPDATE" },
  async handle({ params: { notificationId } }, ctx) {
    if (!(await markAcknowledged(ctx.db, readerOf(ctx), notificationId, ctx.now))) throw missing(notificationId);
    return { success: true as const, notificationId };
  },
});

export const readAllNotifications = operation({
  ...shared,
  id: "readAllNotifications",
  method: "post",
  path: "/notifications/read-all",
  summary: "Mark all notifications as read",
  access: "write",
  body: ReadAllBody,
  bodyOptional: true,
  answer: z.object({ success: z.literal(true), count: z.int().describe("How many were unread") }),
  refs: { "body.brandAgentId": "advertiser" },
  audit: { resource: "NOTIFICATION", action: "UPDATE" },
  async handle({ body }, ctx) {
    const count = await markAllRead(ctx.db, readerOf(ctx), { advertiserId: body.brandAgentId });
    return { success: true as const, count };
  },
});

/** Keys belong to people; a key without a person counts as reader 0. */
function readerOf({ viewer }: Pick<Context, "viewer">): Reader {
  return { customerId: viewer.customerId, userId: viewer.userId ?? 0 };
}

function missing(notificationId: string): NotFound {
  return new NotFound(`there is no notification ${notificationId}`);
}
