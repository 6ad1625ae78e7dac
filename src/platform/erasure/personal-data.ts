/** Rows that belong to a person, and are erased with them: `table.column` of the person's number. */
export const OWN_ROWS: readonly string[] = [
  "api_keys.user_id",
  "connected_applications.user_id",
  "join_requests.user_id",
  "mail_links.user_id",
  "members.user_id",
  "oauth_consents.user_id",
  "passkeys.user_id",
  "provider_consents.user_id",
  "sessions.user_id",
];

/** Rows about somebody who is only identified by the address to which mail was sent; they are erased as well. */
export const ROWS_OF_ADDRESS: readonly string[] = ["invitations.email", "sign_ups.email"];

/** Columns in which an address says who did something; it is replaced by the pseudonym. */
export const ADDRESSES: readonly string[] = [
  "acting_grants.user_email",
  "credentials.registered_by",
  "customers.terms_accepted_by",
  "invitations.invited_by",
  "provider_connections.connected_by",
  "provider_connections.created_by",
  "provider_consents.email",
  "storefront_interests.submitted_by",
  "storefronts.demand_contact_email",
];

/** Texts that may contain an address among other words. */
export const TEXTS: readonly string[] = [
  "acting_grants.reason",
  "api_keys.description",
  "api_keys.name",
  "creative_reviews.reviewer_notes",
  "idempotency_keys.answer",
  "media_buy_approvals.reviewer_notes",
  "modular_work_item_events.notes",
  "modular_work_items.blocked_reason",
  "notifications.message",
  "storefront_interests.notes",
  "storefronts.demand_contact_name",
  "webhook_deliveries.body",
];

/** Columns whose names suggest personal data but that contain none, and columns that are erased in another way. */
export const NOT_PERSONAL: Readonly<Record<string, string>> = {
  "audit_log.user_email": "replaced by the pseudonym, and signed again (docs/privacy.md)",
  "agent_accounts.principal": "a key or a buying organisation",
  "buyer_auto_approvals.created_by": "a person's number, which leads nowhere after the erasure",
  "buyer_instructions.created_by": "a person's number, which leads nowhere after the erasure",
  "creative_reviews.reviewed_by": "a person's number, which leads nowhere after the erasure",
  "creatives.template_found_by": "how a template was found",
  "found_media_buys.decided_by": "a person's number, which leads nowhere after the erasure",
  "house_discounts.created_by": "a person's number, which leads nowhere after the erasure",
  "instruction_versions.created_by": "a person's number, which leads nowhere after the erasure",
  "media_buy_approvals.reviewed_by": "a person's number, which leads nowhere after the erasure",
  "media_buys.named_by_buyer": "whether a buyer named it",
  "media_buys.timed_by_buyer": "whether a buyer timed it",
  "modular_work_item_events.actor_id": "a person's number, which leads nowhere after the erasure",
  "modular_work_item_events.actor_type": "what kind of actor it was",
  "modular_work_items.completed_by": "a person's number, which leads nowhere after the erasure",
  "modular_work_items.created_by_id": "a person's number, which leads nowhere after the erasure",
  "modular_work_items.created_by_type": "what kind of actor it was",
  "notifications.read_by": "people's numbers, which lead nowhere after the erasure",
  "organisation_archives.asked_by": "a person's number, which leads nowhere after the erasure",
  "product_rule_versions.created_by": "a person's number, which leads nowhere after the erasure",
  "provider_connections.reauthorise_by": "a time",
  "sessions.user_agent": "a row of the person's own",
  "sign_ups.person": "a row about the address",
  "storefront_links.cancelled_by": "which side cancelled it",
  "users.email": "replaced by the pseudonym",
};
