import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Db } from "../../ground/db/index.ts";
import type { AuditEntry } from "../../ground/kernel/host.ts";

/**
 * Appends an entry to its customer's chain. One statement: the head moves on and the entry takes the head's number and
 * hash, so two writers queue for no longer than it takes to commit.
 */
export async function appendAuditEntry(db: Db, auditId: string, entry: AuditEntry): Promise<void> {
  const { viewer, requestId, at, operation, action, outcome, resourceType, resourceId } = entry;
  const text = sealedText({
    auditId,
    at,
    action,
    operation,
    outcome,
    resourceType,
    resourceId,
    userId: viewer.userId,
    userEmail: viewer.email,
    requestId,
  });
  await sql`
    with head as (
      insert into audit_heads (customer_id, sequence, hash)
      values (${viewer.customerId}, 1, encode(sha256(convert_to(${text}, 'UTF8')), 'hex'))
      on conflict (customer_id) do update
        set sequence = audit_heads.sequence + 1, hash = encode(sha256(convert_to(audit_heads.hash || ${text}, 'UTF8')), 'hex')
      returning sequence, hash
    )
    insert into audit_log (customer_id, sequence, audit_id, at, action, operation, outcome, resource_type, resource_id,
                           user_id, user_email, request_id, hash)
    select ${viewer.customerId}, head.sequence, ${auditId}, ${at}, ${action}, ${operation}, ${outcome}, ${resourceType}, ${resourceId},
           ${viewer.userId}, ${viewer.email}, ${requestId}, head.hash
    from head`.execute(db);
}

interface Sealed {
  readonly auditId: string;
  readonly at: Date;
  readonly action: string;
  readonly operation: string;
  readonly outcome: string;
  readonly resourceType: string;
  readonly resourceId: string | null;
  readonly userId: number | null;
  readonly userEmail: string | null;
  readonly requestId: string;
}

/** What an entry's hash covers, besides the hash before it. */
function sealedText(entry: Sealed): string {
  return JSON.stringify([
    entry.auditId,
    entry.at.toISOString(),
    entry.action,
    entry.operation,
    entry.outcome,
    entry.resourceType,
    entry.resourceId,
    entry.userId,
    entry.userEmail,
    entry.requestId,
  ]);
}

/** The number of the first entry that was changed, removed or slipped in; undefined for a chain that holds to its head. */
export async function findBrokenAuditEntry(db: Db, customerId: number): Promise<number | undefined> {
  const rows = await db
    .selectFrom("audit_log")
    .selectAll()
    .where("customer_id", "=", customerId)
    .orderBy("sequence")
    .execute();
  let hash = "";
  let sequence = 0;
  for (const row of rows) {
    sequence += 1;
    const text = sealedText({
      auditId: row.audit_id,
      at: row.at,
      action: row.action,
      operation: row.operation,
      outcome: row.outcome,
      resourceType: row.resource_type,
      resourceId: row.resource_id,
      userId: row.user_id,
      userEmail: row.user_email,
      requestId: row.request_id,
    });
    hash = createHash("sha256")
      .update(hash + text)
      .digest("hex");
    if (row.sequence !== sequence || row.hash !== hash) return sequence;
  }
  const head = await db.selectFrom("audit_heads").selectAll().where("customer_id", "=", customerId).executeTakeFirst();
  return (head?.sequence ?? 0) === sequence && (head?.hash ?? "") === hash ? undefined : sequence + 1;
}
