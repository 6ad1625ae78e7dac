import { sql } from "kysely";
import { type Db, type InstallationDb, preparedStatement, type Row } from "../../../ground/db/index.ts";
import { askAhead, sendAhead } from "../../../ground/db/writing/index.ts";
import type { AuditEntry } from "../../../ground/kernel/audit-entry.ts";
import { BEGINNING, holdsMac, type Link, macOf, nextLink, type Sealed, sealedOf, type VerifiedChain } from "./link.ts";

/** The end of a chain, according to the row of its customer. */
export interface Head extends VerifiedChain {
  readonly plainUntil: number;
  readonly mac: string | null;
}

/** Replaces the signature of a head that was found without one. It is never valid, so the manipulation stays visible. */
const UNSIGNED = "unsigned";

/**
 * Appends an entry to its customer's chain, with the vault's key, which the database never sees. Of two writers, the second waits from
 * reading the head until the first has committed.
 */
export async function appendAuditEntry(db: Db, key: Uint8Array, auditId: string, entry: AuditEntry): Promise<void> {
  const { customerId } = entry.viewer;
  const head = await lockChainHead(db, customerId);
  const chain = { customerId, key, plainUntil: head.plainUntil };
  const link = nextLink(chain, head, sealedOf(auditId, entry));
  const isSigned = head.sequence === 0 || holdsMac(chain, head, head.mac);
  const mac = isSigned ? macOf(chain, link) : UNSIGNED;
  const { sequence, hash } = link;
  await sendAhead(db, appending({ ...link.sealed, customerId, sequence, hash, mac }));
}

interface Appended extends Sealed {
  readonly customerId: number;
  readonly sequence: number;
  readonly hash: string;
  readonly mac: string;
}

const appending = preparedStatement(
  (_, entry: Appended) => sql`
    with head as (
      update audit_heads set sequence = ${entry.sequence}, hash = ${entry.hash}, mac = ${entry.mac}
      where customer_id = ${entry.customerId}
    )
    insert into audit_log (customer_id, sequence, audit_id, at, action, operation, outcome, resource_type, resource_id,
                           advertiser_id, campaign_id, user_id, user_email, key_customer_id, api_key_id, session_id,
                           application_id, acting_grant_id, request_id, changes, hash)
    values (${entry.customerId}, ${entry.sequence}, ${entry.auditId}, ${entry.at}, ${entry.action}, ${entry.operation},
            ${entry.outcome}, ${entry.resourceType}, ${entry.resourceId}, ${entry.advertiserId}, ${entry.campaignId},
            ${entry.userId}, ${entry.userEmail}, ${entry.keyCustomerId}, ${entry.apiKeyId}, ${entry.sessionId},
            ${entry.applicationId}, ${entry.actingGrantId},
            ${entry.requestId}, ${entry.changes}::json, ${entry.hash})`,
);

/** The head, locked until the transaction ends. */
async function lockChainHead(db: Db, customerId: number): Promise<Head> {
  const known = await lockHead(db, customerId);
  if (known) return known;
  await db
    .insertInto("audit_heads")
    .values({ customer_id: customerId, ...BEGINNING })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const made = await lockHead(db, customerId);
  if (!made) throw new Error(`organisation ${customerId} has no audit head`);
  return made;
}

const expected = new WeakMap<Db, () => Promise<Head | undefined>>();

/** Locks the head together with the transaction's next query, for the entry that follows. */
export function expectAudit(db: Db, customerId: number): void {
  if (!expected.has(db)) expected.set(db, requestHead(db, customerId));
}

async function lockHead(db: Db, customerId: number): Promise<Head | undefined> {
  const head = expected.get(db) ?? requestHead(db, customerId);
  // The appended entry is now the end of the log, so a further entry has to read the head again.
  expected.delete(db);
  return head();
}

function requestHead(db: Db, customerId: number): () => Promise<Head | undefined> {
  const answer = askAhead(db, lockingHead({ customerId }));
  return async () => (await answer())[0];
}

const lockingHead = preparedStatement(
  (_, { customerId }: { readonly customerId: number }) => sql<Head>`
    select sequence, hash, plain_until as "plainUntil", mac from audit_heads where customer_id = ${customerId} for update`,
);

/** The links after a number, up to a limit, and the chain's head at that moment. */
export async function readChain(
  db: Db,
  customerId: number,
  after: number,
  most: number,
): Promise<{ links: Link[]; head: Head }> {
  const { rows } = await sql<ChainRow>`
    select entry.*, entry.changes::text as changes_text, coalesce(head.sequence, 0) as head,
           coalesce(head.hash, '') as head_hash, coalesce(head.plain_until, 0) as plain_until, head.mac
    from (values (${customerId}::bigint)) as customer (id)
    left join audit_heads head on head.customer_id = customer.id
    left join lateral (
      select * from audit_log where customer_id = customer.id and sequence > ${after} order by sequence limit ${most}
    ) entry on true
    order by entry.sequence`.execute(db);
  const [first] = rows;
  const links = rows.filter(({ audit_id }) => audit_id !== null).map(fromRow);
  const { head = 0, head_hash = "", plain_until = 0, mac = null } = first ?? {};
  return { links, head: { sequence: head, hash: head_hash, plainUntil: plain_until, mac } };
}

/** The end of every organisation's chain, in ascending order of customer number. */
export async function listHeadsOfAllCustomers(db: InstallationDb): Promise<(Head & { customerId: number })[]> {
  return db
    .selectFrom("audit_heads")
    .select(["customer_id as customerId", "sequence", "hash", "plain_until as plainUntil", "mac"])
    .orderBy("customer_id")
    .execute();
}

export async function signHeadOfAnyCustomer(db: InstallationDb, customerId: number, mac: string): Promise<void> {
  await db.updateTable("audit_heads").set({ mac }).where("customer_id", "=", customerId).execute();
}

/** The hashes of the requested entries; missing entries are omitted. */
export async function findHashesOfAllCustomers(
  db: InstallationDb,
  places: readonly { readonly customerId: number; readonly sequence: number }[],
): Promise<ReadonlyMap<number, string>> {
  const { rows } = await sql<{ customer_id: number; hash: string }>`
    select log.customer_id, log.hash
    from unnest(${places.map(({ customerId }) => customerId)}::bigint[], ${places.map(({ sequence }) => sequence)}::bigint[])
         as asked (customer_id, sequence)
    join audit_log log using (customer_id, sequence)`.execute(db);
  return new Map(rows.map(({ customer_id, hash }) => [customer_id, hash]));
}

/** The content of an entry from now on. */
export interface Redacted {
  readonly sequence: number;
  readonly userEmail: string | null;
  /** As text, exactly as it should be stored. */
  readonly changes: string | null;
  readonly redaction: string;
}

export async function redactEntriesOfAnyCustomer(
  db: InstallationDb,
  customerId: number,
  entries: readonly Redacted[],
): Promise<void> {
  await sql`
    update audit_log log
    set user_email = redacted.user_email, changes = redacted.changes::json, redaction = redacted.redaction
    from unnest(${entries.map(({ sequence }) => sequence)}::bigint[], ${entries.map(({ userEmail }) => userEmail)}::text[],
                ${entries.map(({ changes }) => changes)}::text[], ${entries.map(({ redaction }) => redaction)}::text[])
         as redacted (sequence, user_email, changes, redaction)
    where log.customer_id = ${customerId} and log.sequence = redacted.sequence`.execute(db);
}

type ChainRow = Row<"audit_log"> & {
  readonly changes_text: string | null;
  readonly head: number;
  readonly head_hash: string;
  readonly plain_until: number;
  readonly mac: string | null;
};

function fromRow(row: ChainRow): Link {
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
    keyCustomerId: row.key_customer_id,
    apiKeyId: row.api_key_id,
    sessionId: row.session_id,
    applicationId: row.application_id,
    actingGrantId: row.acting_grant_id,
    requestId: row.request_id,
    changes: row.changes_text,
  };
  return { sequence: row.sequence, hash: row.hash, sealed, redaction: row.redaction };
}
