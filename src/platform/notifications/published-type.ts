import type { NoticeType } from "../webhooks/index.ts";

/** The published API's names for the kinds of notifications that this server sends, because its clients know no others. */
const PUBLISHED = [
  "creative.review_requested",
  "inventory_source.unhealthy",
  "media_buy.approval_requested",
  "media_buy.updated",
  "source.action_required",
  "source.action_resolved",
  "storefront.liveness_degraded",
  "storefront.liveness_recovered",
  "storefront.media_buy_forward_failed",
  "storefront.supply_nudge",
  "system.error",
  "system.warning",
] as const;

export type PublishedType = (typeof PUBLISHED)[number];
export const PUBLISHED_TYPES: readonly PublishedType[] = PUBLISHED;

/** The closest published name for each; if several share a name, `event` distinguishes them. */
const NAMES: Readonly<Record<NoticeType, PublishedType>> = {
  "media_buy.approval_requested": "media_buy.approval_requested",
  "media_buy.approval_expired": "media_buy.updated",
  "media_buy.approved": "media_buy.updated",
  "media_buy.input_required": "media_buy.updated",
  "media_buy.source_rejected": "media_buy.updated",
  "media_buy.forward_failed": "storefront.media_buy_forward_failed",
  "media_buy.settled": "media_buy.updated",
  "creative.review_requested": "creative.review_requested",
  "sponsored_buyer.approval_requested": "source.action_required",
  "storefront.listed": "storefront.liveness_recovered",
  "storefront.hidden": "storefront.liveness_degraded",
  "storefront.interest": "storefront.supply_nudge",
  "storefront_link.requested": "source.action_required",
  "storefront_link.approved": "source.action_resolved",
  "storefront_link.rejected": "source.action_resolved",
  "storefront_link.cancelled": "source.action_resolved",
  "source.unreachable": "inventory_source.unhealthy",
  "source.held_back": "inventory_source.unhealthy",
  "work_item.opened": "source.action_required",
  "work_item.overdue": "source.action_required",
  "avails_feed.unread": "inventory_source.unhealthy",
  "publisher.unauthorized": "source.action_required",
  "credential.action_required": "source.action_required",
  "member.joined": "system.warning",
  "organisation.acted_for": "system.warning",
  "sign_up.waiting": "source.action_required",
  "webhook_subscription.failed": "system.error",
};

export function publishedTypeOf(type: NoticeType): PublishedType {
  return NAMES[type];
}

/** The kinds that a filter means; it may use either spelling. */
export function typesMeantBy(names: readonly string[]): NoticeType[] {
  const kinds = Object.entries(NAMES) as ReadonlyArray<readonly [NoticeType, PublishedType]>;
  return kinds.filter(([type, published]) => names.includes(type) || names.includes(published)).map(([type]) => type);
}
