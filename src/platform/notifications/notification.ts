import { NOTICES, type NoticeType } from "../webhooks/index.ts";

export type NotificationStatus = (typeof NOTICES)[NoticeType];

/** What somebody should know, or decide. */
export interface Notice {
  readonly type: NoticeType;
  /** As the audit log spells it: `MEDIA_BUY`. */
  readonly resourceType: string;
  readonly resourceId: string;
  /** Whose the resource is, where it is a campaign's: the list can be narrowed to it. */
  readonly campaignId?: string;
  /** A sentence for people: what happened, and what to do about it. */
  readonly message: string;
}

/** A notice as one of its organisation's people finds it. */
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

/** The message, cut where it is longer than lists show. */
export function previewOf(message: string): string {
  const letters = Array.from(message);
  return letters.length <= PREVIEW ? message : `${letters.slice(0, PREVIEW - 1).join("")}…`;
}
