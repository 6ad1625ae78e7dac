/** Reasons, by table or by `table.column`. The manifest of every archive repeats them. */
type Reasons = Readonly<Record<string, string>>;

/** Tables of organisations that are not in an archive. */
export const LEFT_OUT_TABLES: Reasons = {
  answered_messages: "answers of a conversation that is kept for hours, so that a repeated message has one effect",
  audit_heads: "the signature at the end of the audit log, which is signed anew where the archive is imported",
  caller_nonces: "signatures that were seen, kept for minutes, so that none is accepted twice",
  idempotency_keys: "answers that are kept for a day for repeated requests; they may contain secrets",
  last_writes: "positions in the log of this installation's database, for its replica",
  list_counts: "sums, counted again from the rows that are imported",
  mail_links: "the links of mails that nobody has followed yet",
  modular_upload_rows: "previews of uploaded files that nobody has confirmed; confirmed rows are in modular_avails",
  modular_uploads: "previews of uploaded files that nobody has confirmed; confirmed rows are in modular_avails",
  oauth_consents: "consents that somebody is giving in a browser at the moment",
  organisation_archives: "the archives themselves",
  provider_consents: "consents that somebody is giving in a browser at the moment",
  text_vectors: "computed from texts that are in the archive, and computed again when they are needed",
};

const SEALED = "a secret, encrypted with this installation's key: enter it again after the import";
const DIGEST = "the digest of a secret, which only this installation can check";

/** Columns that are not in an archive, although their tables are. */
export const LEFT_OUT_COLUMNS: Reasons = {
  "account_subscribers.sealed": SEALED,
  "api_keys.secret_hash": DIGEST,
  "audit_log.hash": "a signature by this installation's key; entries are signed anew where the archive is imported",
  "audit_log.redaction":
    "a signature by this installation's key; entries are signed anew where the archive is imported",
  "caller_keys.secret_hash": DIGEST,
  "connected_applications.grant_id": "the name of a grant that tokens are issued under",
  "credentials.sealed": SEALED,
  "identity_providers.sealed": SEALED,
  "invitations.token_hash": DIGEST,
  "modular_credentials.sealed": SEALED,
  "oauth_grants.sealed": SEALED,
  "provider_connections.sealed": SEALED,
  "report_subscriptions.sealed": SEALED,
  "sessions.session_hash": DIGEST,
  "sign_in_domains.token": "what proves a domain to this installation",
  "sign_ups.token_hash": DIGEST,
  "source_secrets.sealed": SEALED,
  "task_callbacks.sealed": SEALED,
  "webhook_subscriptions.sealed": SEALED,
};

const NEEDS_SECRET = "it does not work without its secret, which is in no archive: set it up again";
const OTHERS = "it is between two organisations, and the other one is not in the archive";

/** Data that an archive shows to its reader, and that an import ignores. */
export const SHOWN_ONLY: Reasons = {
  acting_grants: OTHERS,
  api_keys: NEEDS_SECRET,
  caller_keys: NEEDS_SECRET,
  connected_applications: NEEDS_SECRET,
  "customers.parent_id": OTHERS,
  identity_providers: NEEDS_SECRET,
  invitations: NEEDS_SECRET,
  join_requests: "those people belong to no organisation of the archive",
  modular_credentials: NEEDS_SECRET,
  oauth_grants: NEEDS_SECRET,
  report_subscriptions: NEEDS_SECRET,
  sessions: NEEDS_SECRET,
  sign_in_domains: "a domain is proved to each installation by itself",
  sign_ups: "it was decided on where it was made",
  source_secrets: NEEDS_SECRET,
  sponsorships: OTHERS,
  storefront_links: OTHERS,
  task_callbacks: NEEDS_SECRET,
  webhook_deliveries: "it belongs to a webhook, which is set up again",
  webhook_subscriptions: NEEDS_SECRET,
};

/** Data that an archive lacks because it is not in any table of the organisation. */
export const NOT_IN_TABLES: readonly string[] = [
  "passkeys: they belong to people, work at one address alone, and are registered again",
  "tokens of connected applications: applications are connected again",
  "jobs that were queued at the moment of the export: what is due is found again by the rows themselves",
  "what is kept for the whole installation: rate limits, looked-up brands and agents, applications at platforms",
];
