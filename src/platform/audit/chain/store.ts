import { sql } from "kysely";
import type { Db, Row } from "../../../ground/db/index.ts";
import type { AuditEntry } from "../../../ground/kernel/audit-entry.ts";
import { type Followed, type Link, sealedOf, sealedText } from "./link.ts";

/**
 * Appends an entry to its customer's chain. One statement: the head moves on and the entry takes the head's number and
 * hash, so two writers queue for no longer than it takes to commit.
 */
export async function appendAuditEntry(db: Db, auditId: string, entry: AuditEntry): Promise<void> {
  const { customerId } = entry.viewer;
  const sealed = sealedOf(auditId, entry);
  const text = sealedText(sealed);
  await sql`
    with head as (
      insert into audit_heads (customer_id, sequence, hash)
      values (${customerId}, 1, encode(sha256(convert_to(${text}, 'UTF8')), 'hex'))
      on conflict (customer_id) do update
        set sequence = audit_heads.sequence + 1, hash = encode(sha256(convert_to(audit_heads.hash || ${text}, 'UTF8')), 'hex')
      returning sequence, hash
    )
    insert into audit_log (customer_id, sequence, audit_id, at, action, operation, outcome, resource_type, resource_id,
                           advertiser_id, campaign_id, user_id, user_email, request_id, changes, hash)
    select ${customerId}, head.sequence, ${auditId}, ${sealed.at}, ${sealed.action}, ${sealed.operation}, ${sealed.outcome},
           ${sealed.resourceType}, ${sealed.resourceId}, ${sealed.advertiserId}, ${sealed.campaignId}, ${sealed.userId},
           ${sealed.userEmail}, ${sealed.requestId}, ${sealed.changes}::json, head.hash
    from head`.execute(db);
}

/** The links after a number, at most so many, and where the chain's head stands at the same moment. */
export async function readChain(
  db: Db,
  customerId: number,
  after: number,
  most: number,
): Promise<{ links: Link[]; head: Followed }> {
  const { rows } = await sql<Row<"audit_log"> & { changes_text: string | null; head: number; head_hash: string }>`
    select entry.*, entry.changes::text as changes_text, coalesce(head.sequence, 0) as head, coalesce(head.hash, '') as head_hash
    from (values (${customerId}::bigint)) as customer (id)
    left join audit_heads head on head.customer_id = customer.id
    left join lateral (
      select * from audit_log where customer_id = customer.id and sequence > ${after} order by sequence limit ${most}
    ) entry on true
    order by entry.sequence`.execute(db);
  const [first] = rows;
  const links = rows.filter(({ audit_id }) => audit_id !== null).map(fromRow);
  return { links, head: { sequence: first?.head ?? 0, hash: first?.head_hash ?? "" } };
}

function fromRow(row: Row<"audit_log"> & { changes_text: string | null }): Link {
  const sealed = {
    auditId: row.audit_id,
    at: row.at,
    action: row.action,
    operation: row.operation,
    outcome: row.outcome,
    resourceType: row.resource_type,
    resourceId: row.resource_id,
    advertiserId: row.advertiser_id,
    campaignId: row.campaign_id,
    userId: row.user_id,
    userEmail: row.user_email,
    requestId: row.request_id,
    changes: row.changes_text,
  };
  return { sequence: row.sequence, hash: row.hash, sealed };
}
