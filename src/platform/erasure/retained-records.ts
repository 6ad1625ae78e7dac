/** Why rows are kept after their organisation was erased. */
const MONEY =
  "a record of what was bought, sold and delivered: commercial and tax law want it kept (§ 257 HGB and § 147 AO, and alike elsewhere)";
const REFERRED = "records of money refer to it";
const PROOF =
  "the log of who did what, in which people are pseudonyms: it proves the records of money (art. 17(3)(b) and (e) GDPR)";

interface RetainedRecord {
  readonly why: string;
  /** SQL assignments that remove what the records do not need, and stop work on them. */
  readonly set?: string;
}

/** The tables whose rows of an organisation are kept for as long as the law requires; its rows in all other tables are deleted. */
export const RETAINED_RECORDS: Readonly<Record<string, RetainedRecord>> = {
  advertisers: { why: REFERRED, set: "description = null" },
  audit_heads: { why: PROOF },
  audit_log: { why: PROOF },
  campaigns: {
    why: MONEY,
    set: "brief = null, discovery_id = null, catalog_id = null, audience_config = null, constraints = null, performance_config = null, utm_config = null",
  },
  customers: { why: REFERRED, set: "terms_accepted_by = null, domain_approved = false" },
  delivery_days: { why: MONEY },
  inventory_sources: {
    why: REFERRED,
    set: "endpoint_url = null, capabilities = null, connection_error = null, recheck_at = 'infinity', examine_at = 'infinity'",
  },
  media_buy_approvals: { why: MONEY, set: "reviewer_notes = null, expires_at = null" },
  media_buy_changes: { why: MONEY },
  media_buys: { why: MONEY, set: "next_check_at = null" },
  modular_avails: { why: REFERRED },
  modular_bookings: { why: MONEY },
  modular_buys: { why: MONEY },
  modular_delivery: { why: MONEY },
  modular_packages: { why: MONEY, set: "creatives = '[]'" },
  modular_reports: { why: MONEY },
  modular_sources: {
    why: REFERRED,
    set: "feed_url = null, feed_every_hours = null, setup = '{}', feed_defaults = '{}'",
  },
  order_change_parts: { why: MONEY },
  order_changes: { why: MONEY },
  order_delivery_days: { why: MONEY },
  order_legs: { why: MONEY, set: "next_check_at = null, callback = null" },
  order_packages: { why: MONEY, set: "creatives = null" },
  orders: { why: MONEY, set: "echo = null" },
  packages: { why: MONEY },
  provider_buys: { why: MONEY, set: "mirror = null" },
  provider_days: { why: MONEY },
  storefronts: {
    why: REFERRED,
    set: "demand_contact_email = null, demand_contact_name = null, description = null, is_paused = true, marketplace_state = 'HIDDEN'",
  },
};

/** Ten years, which is the longest of the usual retention periods. They are counted from the erasure, which comes after the last record. */
export const RETENTION_YEARS = 10;

export function retainedUntil(erasedAt: Date): Date {
  const until = new Date(erasedAt);
  until.setUTCFullYear(until.getUTCFullYear() + RETENTION_YEARS);
  return until;
}
