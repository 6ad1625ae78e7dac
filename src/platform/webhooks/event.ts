/** Events for machines only. */
const SIGNALS = [
  "media_buy.status_changed",
  "campaign.status_changed",
  "delivery.updated",
  "discovery.revision",
] as const;

/** Events for people, shown as notifications, with their urgency. Machines receive them too. New events are added here. */
export const NOTICES = {
  "media_buy.approval_requested": "warning",
  "media_buy.approval_expired": "warning",
  "media_buy.approved": "success",
  "media_buy.input_required": "warning",
  "media_buy.source_rejected": "error",
  "media_buy.forward_failed": "error",
  "media_buy.settled": "warning",
  "creative.review_requested": "warning",
  "sponsored_buyer.approval_requested": "warning",
  "storefront.listed": "success",
  "storefront.hidden": "warning",
  "storefront.interest": "info",
  "storefront_link.requested": "warning",
  "storefront_link.approved": "success",
  "storefront_link.rejected": "error",
  "storefront_link.cancelled": "warning",
  "source.unreachable": "warning",
  "source.held_back": "error",
  "work_item.opened": "warning",
  "work_item.overdue": "warning",
  "avails_feed.unread": "warning",
  "publisher.unauthorized": "warning",
  "credential.action_required": "error",
  "member.joined": "info",
  "organisation.acted_for": "warning",
  "sign_up.waiting": "warning",
  "webhook_subscription.failed": "error",
} as const satisfies Record<string, "success" | "error" | "warning" | "info">;

export type NoticeType = keyof typeof NOTICES;
export type EventType = (typeof SIGNALS)[number] | NoticeType;

export const NOTICE_TYPES = Object.keys(NOTICES) as NoticeType[];
/** All events to which an organisation can subscribe; each of them is actually sent. */
export const EVENT_TYPES: readonly EventType[] = [...SIGNALS, ...NOTICE_TYPES];

/** Something that has happened to a resource of an organisation. */
export interface Event {
  readonly type: EventType;
  /** As the audit log spells it: `MEDIA_BUY`. */
  readonly resourceType: string;
  readonly resourceId: string;
  /** Further data for the receiver: ids and states, never secrets. */
  readonly data?: Readonly<Record<string, unknown>>;
}
