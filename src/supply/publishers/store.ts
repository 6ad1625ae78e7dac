import { sql } from "kysely";
import type { Db, InstallationDb, Row } from "../../ground/db/index.ts";
import type { CheckedPublisher, Publisher } from "./publisher.ts";

/** The publishers, ordered by domain. */
export async function listPublishers(db: Db, customerId: number): Promise<Publisher[]> {
  const rows = await db
    .selectFrom("storefront_publishers")
    .selectAll()
    .where("customer_id", "=", customerId)
    .orderBy("domain")
    .execute();
  return rows.map(fromRow);
}

/** Adds missing publishers, to be checked immediately; publishers that were only discovered become declared. */
export async function declarePublishers(
  db: Db,
  customerId: number,
  storefrontId: number,
  domains: readonly string[],
  { at, wall }: { readonly at: Date; readonly wall: Date },
): Promise<void> {
  await sql`
    insert into storefront_publishers (customer_id, storefront_id, domain, provenance, check_at, created_at)
    select ${customerId}, ${storefrontId}, domain, 'declared', ${wall}, ${at} from unnest(${domains}::text[]) domain
    on conflict (customer_id, domain) do update set provenance = 'declared'
    returning true`.execute(db);
}

/** Adds publishers that an agent names, and deletes discovered ones that no agent names any more. */
export async function saveDiscovered(
  db: Db,
  customerId: number,
  storefrontId: number,
  domains: readonly string[],
  { at, wall }: { readonly at: Date; readonly wall: Date },
): Promise<void> {
  await db
    .deleteFrom("storefront_publishers")
    .where("customer_id", "=", customerId)
    .where("provenance", "=", "discovered")
    .where(sql<boolean>`domain <> all(${domains})`)
    .execute();
  await sql`
    insert into storefront_publishers (customer_id, storefront_id, domain, provenance, check_at, created_at)
    select ${customerId}, ${storefrontId}, domain, 'discovered', ${wall}, ${at} from unnest(${domains}::text[]) domain
    on conflict (customer_id, domain) do nothing
    returning true`.execute(db);
}

/** Deletes declared publishers other than these domains. */
export async function dropDeclaredBut(db: Db, customerId: number, domains: readonly string[]): Promise<void> {
  await db
    .deleteFrom("storefront_publishers")
    .where("customer_id", "=", customerId)
    .where("provenance", "=", "declared")
    .where(sql<boolean>`domain <> all(${domains})`)
    .execute();
}

export async function deletePublisher(db: Db, customerId: number, domain: string): Promise<void> {
  await db
    .deleteFrom("storefront_publishers")
    .where("customer_id", "=", customerId)
    .where("domain", "=", domain)
    .execute();
}

/** Makes every publisher's check due now. */
export async function makeAllDue(db: Db, customerId: number, wall: Date): Promise<void> {
  await db
    .updateTable("storefront_publishers")
    .set({ check_at: wall })
    .where("customer_id", "=", customerId)
    .where("check_at", ">", wall)
    .execute();
}

/** The domains whose check is due, the longest overdue first. */
export async function listDuePublishers(db: Db, customerId: number, wall: Date, most: number): Promise<string[]> {
  const rows = await db
    .selectFrom("storefront_publishers")
    .select("domain")
    .where("customer_id", "=", customerId)
    .where("check_at", "<=", wall)
    .orderBy("check_at")
    .limit(most)
    .execute();
  return rows.map(({ domain }) => domain);
}

/** Locks the publisher until the transaction ends. */
export async function lockPublisher(db: Db, customerId: number, domain: string): Promise<CheckedPublisher | undefined> {
  const row = await db
    .selectFrom("storefront_publishers")
    .selectAll()
    .where("customer_id", "=", customerId)
    .where("domain", "=", domain)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return undefined;
  const { check_at: checkAt, attempts, fence, lease_until: leaseUntil } = row;
  return { ...fromRow(row), checkAt, attempts, fence, leaseUntil };
}

export async function savePublisher(db: Db, customerId: number, publisher: CheckedPublisher): Promise<void> {
  await db
    .updateTable("storefront_publishers")
    .set({
      adagents_status: publisher.adagentsStatus ?? undefined,
      authorization_status: publisher.authorizationStatus,
      authorization_reason: publisher.authorizationReason,
      property_count: publisher.propertyCount,
      last_synced_at: publisher.lastSyncedAt,
      check_at: publisher.checkAt,
      attempts: publisher.attempts,
      fence: publisher.fence,
      lease_until: publisher.leaseUntil,
    })
    .where("customer_id", "=", customerId)
    .where("domain", "=", publisher.domain)
    .execute();
}

/** The sellers with publishers whose check is due, the longest overdue first. */
export async function listDueChecksOfAllCustomers(
  db: InstallationDb,
  wall: Date,
  limit: number,
): Promise<{ readonly customerId: number; readonly at: Date }[]> {
  const { rows } = await sql<{ customerId: number; at: Date }>`
    select customer_id as "customerId", min(check_at) as at
    from storefront_publishers join storefronts using (customer_id, storefront_id)
    where check_at <= ${wall} and archived_at is null
    group by customer_id order by at limit ${limit}`.execute(db);
  return rows;
}

/** The publishers who say that the storefront does not sell for them. */
export async function listRefusingPublishers(db: Db, customerId: number): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom("storefront_publishers")
    .select("domain")
    .where("customer_id", "=", customerId)
    .where("authorization_status", "=", "unauthorized")
    .execute();
  return new Set(rows.map(({ domain }) => domain));
}

/** What a storefront claims publicly. */
export interface Publication {
  readonly platformId: string;
  readonly name: string;
  readonly operatorDomain: string | null;
  readonly domains: readonly string[];
  readonly since: Date;
}

/** Undefined if nobody has declared anything under that name, or the storefront is hidden or archived. */
export async function findPublicationOfAnySeller(
  db: InstallationDb,
  platformId: string,
): Promise<Publication | undefined> {
  const { rows } = await sql<Publication>`
    select platform_id as "platformId", name, operator_domain as "operatorDomain",
      array_agg(domain order by domain) as domains, max(publisher.created_at) as since
    from storefronts join storefront_publishers publisher using (customer_id, storefront_id)
    where platform_id = ${platformId} and archived_at is null and marketplace_state <> 'HIDDEN'
      and provenance = 'declared'
    group by customer_id, storefront_id`.execute(db);
  return rows[0];
}

function fromRow(row: Row<"storefront_publishers">): Publisher {
  return {
    domain: row.domain,
    provenance: row.provenance as Publisher["provenance"],
    adagentsStatus: row.adagents_status as Publisher["adagentsStatus"],
    authorizationStatus: row.authorization_status as Publisher["authorizationStatus"],
    authorizationReason: row.authorization_reason as Publisher["authorizationReason"],
    propertyCount: row.property_count,
    lastSyncedAt: row.last_synced_at,
  };
}
