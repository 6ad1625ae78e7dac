import { z } from "zod";
import { integerId, limitOffset, queryBoolean, queryList } from "../../ground/kernel/query.ts";
import { NOTICE_TYPES } from "../webhooks/index.ts";
import { type Notification, previewOf } from "./notification.ts";
import { PUBLISHED_TYPES, publishedTypeOf, typesMeantBy } from "./published-type.ts";

const Status = z.enum(["success", "error", "warning", "info"]);

export const NotificationView = z
  .object({
    id: z.string(),
    type: z
      .enum(PUBLISHED_TYPES)
      .describe("The type's name in the published API; several of this server's types share a name"),
    event: z.enum(NOTICE_TYPES).describe("The exact event, as webhooks name it: resource.action"),
    status: Status,
    read: z.boolean().describe("Whether you have read it"),
    acknowledged: z.boolean().describe("Whether anybody in your organisation has acknowledged it"),
    messagePreview: z.string().nullable().describe("The message, shortened to 200 characters"),
    message: z.string().describe("What happened, and what to do about it"),
    resourceType: z.string(),
    resourceId: z.string(),
    campaignId: z.string().nullable(),
    actionUrl: z.string().nullable().describe("The path of a page to open on this installation; null if there is none"),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: "Notification" });

export const NotificationPath = z.object({ notificationId: z.string().min(1).max(64) });

export const NotificationListQuery = z.object({
  ...limitOffset(100, 50),
  unreadOnly: queryBoolean.optional(),
  unread: queryBoolean.optional().describe("The same as unreadOnly"),
  // Clients may filter by types that this installation never sends; the list is then empty.
  types: queryList(z.string().max(64))
    .transform(typesMeantBy)
    .optional()
    .describe("By type or by event, separated by commas"),
  status: Status.optional(),
  campaignId: z.string().max(64).optional().describe("A campaign and its media buys"),
  creativeId: z.string().max(64).optional(),
  brandAgentId: integerId("brandAgentId").optional().describe("An advertiser, under its older name"),
});

export const ReadAllBody = z
  .object({ brandAgentId: integerId("brandAgentId").optional().describe("Only those about this advertiser") })
  .meta({ id: "ReadAllNotifications" });

export const MarkedView = z
  .object({ success: z.literal(true), notificationId: z.string() })
  .meta({ id: "NotificationMarked" });

export function viewOf(notification: Notification): z.input<typeof NotificationView> {
  const { notificationId, type, campaignId = null, createdAt, message, ...rest } = notification;
  return {
    ...rest,
    id: notificationId,
    type: publishedTypeOf(type),
    event: type,
    message,
    messagePreview: previewOf(message),
    campaignId,
    actionUrl: null,
    createdAt: createdAt.toISOString(),
  };
}
