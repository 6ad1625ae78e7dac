/** Events for machines only. */
const SIGNALS = [
  "media_buy.status_changed",
  "campaign.status_changed",
  "delivery.updated",
  "discovery.revision",
] as const;

/** Events for people, in their notifications, with their urgency. Machines get them too. New events are added here. */
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
/** Everything that a subscription can ask for, and nothing that is not really sent. */
export const EVENT_TYPES: readonly EventType[] = [...SIGNALS, ...NOTICE_TYPES];

/** Something that happened to a resource of an organisation. */
export interface Event {
  readonly type: EventType;
  /** As the audit log spells it: `MEDIA_BUY`. */
  readonly resourceType: string;
  readonly resourceId: string;
  /** What else the receiver should know: ids, states, never secrets. */
  readonly data?: Readonly<Record<string, unknown>>;
}
