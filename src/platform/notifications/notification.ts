import { NOTICES, type NoticeType } from "../webhooks/index.ts";

export type NotificationStatus = (typeof NOTICES)[NoticeType];

/** Something that somebody should know or decide. */
export interface Notice {
  readonly type: NoticeType;
  /** As the audit log spells it: `MEDIA_BUY`. */
  readonly resourceType: string;
  readonly resourceId: string;
  /** The advertiser or campaign to which the resource belongs, by which the list can be filtered. */
  readonly campaignId?: string;
  /** A sentence for people: what has happened, and what to do about it. */
  readonly message: string;
}

/** A notification as one of the organisation's people sees it. */
export interface Notification extends Notice {
  readonly notificationId: string;
  readonly status: NotificationStatus;
  /** Whether this person has read it. */
  readonly read: boolean;
  /** Whether anybody has acknowledged it. */
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
