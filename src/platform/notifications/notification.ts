import { NOTICES, type NoticeType } from "../webhooks/index.ts";

export type NotificationStatus = (typeof NOTICES)[NoticeType];

/** What somebody should know, or decide. */
export interface Notice {
  readonly type: NoticeType;
  /** As the audit log spells it: `MEDIA_BUY`. */
  readonly resourceType: string;
  readonly resourceId: string;
  /** The advertiser or campaign of the resource: the list can be filtered by it. */
  readonly campaignId?: string;
  /** A sentence for people: what happened, and what to do about it. */
  readonly message: string;
}

/** A notification as one of its organisation's people sees it. */
export interface Notification extends Notice {
  readonly notificationId: string;
  readonly status: NotificationStatus;
  /** By this person. */
  readonly read: boolean;
  /** By anybody. */
  readonly acknowledged: boolean;
  readonly createdAt: Date;
}

export function statusOf({ type }: Pick<Notice, "type">): NotificationStatus {
  return NOTICES[type];
}

const PREVIEW = 200;

/** The message, shortened for lists. */
export function previewOf(message: string): string {
  const letters = Array.from(message);
  return letters.length <= PREVIEW ? message : `${letters.slice(0, PREVIEW - 1).join("")}…`;
}
