import { sql } from "kysely";
import { inReferenceOrder, REFERENCES_OF_TABLES } from "../../ground/db/copy/index.ts";
import type { InstallationDb } from "../../ground/db/index.ts";
import type { Erased } from "./pseudonym.ts";
import { RETAINED_RECORDS } from "./retained-records.ts";

export interface ErasableOrganisation {
  readonly customerId: number;
  readonly company: string;
  readonly kind: string;
}

/** Locked until the transaction ends; undefined if the organisation does not exist, or has been erased already. */
export async function lockOrganisationOfInstallation(
  db: InstallationDb,
  customerId: number,
): Promise<ErasableOrganisation | undefined> {
  return db
    .selectFrom("customers")
    .select(["customer_id as customerId", "company", "kind"])
    .where("customer_id", "=", customerId)
    .where("erased_at", "is", null)
    .forUpdate()
    .executeTakeFirst();
}

/** What an organisation has to settle before it can be erased, as counts. */
export interface ErasureBlockers {
  readonly runningBuys: number;
  readonly runningOrders: number;
  readonly sponsoredBuyers: number;
  readonly children: number;
  readonly otherOperators: number;
}

export async function tiesOfAnyCustomer(db: InstallationDb, customerId: number): Promise<ErasureBlockers> {
  const { rows } = await sql<ErasureBlockers>`
    select
      (select count(*)::int from media_buys where customer_id = ${customerId}
        and (status in ('PENDING_APPROVAL', 'INPUT_REQUIRED', 'ACTIVE', 'PAUSED') or in_doubt)) as "runningBuys",
      (select count(distinct l.order_id)::int from order_legs l join orders o using (customer_id, order_id)
        where l.customer_id = ${customerId}
          and (l.state in ('held', 'open', 'submitted', 'input_required')
            or (l.state = 'booked' and coalesce(l.seller_status, '') not in ('completed', 'canceled', 'rejected')
                and o.flight_end > now()))) as "runningOrders",
      (select count(*)::int from sponsorships s join customers c using (customer_id)
        where s.seller_customer_id = ${customerId} and s.status in ('pending', 'active') and c.erased_at is null) as "sponsoredBuyers",
      (select count(*)::int from customers where parent_id = ${customerId} and erased_at is null) as "children",
      (select count(*)::int from customers where kind = 'OPERATOR' and erased_at is null and customer_id <> ${customerId}) as "otherOperators"`.execute(
    db,
  );
  const [ties] = rows;
  if (!ties) throw new Error("the ties of an organisation were not counted");
  return ties;
}

/** Its people, and whether each of them also belongs to another organisation. */
export async function peopleOfAnyCustomer(
  db: InstallationDb,
  customerId: number,
): Promise<readonly (Erased & { readonly elsewhere: boolean })[]> {
  const { rows } = await sql<Erased & { elsewhere: boolean }>`
    select u.user_id as "userId", u.email, u.name,
           exists (select from members o where o.user_id = u.user_id and o.customer_id <> ${customerId}) as elsewhere
    from members m join users u using (user_id) where m.customer_id = ${customerId} order by u.user_id`.execute(db);
  return rows;
}

/** Everybody who appears in its log, by address, with their number. */
export async function actorsInLogOfAnyCustomer(db: InstallationDb, customerId: number): Promise<readonly Erased[]> {
  const { rows } = await sql<Erased>`
    select distinct user_id as "userId", user_email as email, null::text as name
    from audit_log where customer_id = ${customerId} and user_id is not null and user_email is not null`.execute(db);
  return rows;
}

/** The assets whose files are in the blob store, and the archives. */
export async function listFilesOfAnyCustomer(
  db: InstallationDb,
  customerId: number,
): Promise<{ readonly assetIds: readonly string[]; readonly archiveIds: readonly string[] }> {
  const [assets, archives] = await Promise.all([
    db.selectFrom("asset_blobs").select("asset_id").where("customer_id", "=", customerId).execute(),
    db.selectFrom("organisation_archives").select("archive_id").where("customer_id", "=", customerId).execute(),
  ]);
  return { assetIds: assets.map(({ asset_id }) => asset_id), archiveIds: archives.map(({ archive_id }) => archive_id) };
}

/** Deletes all of the organisation's rows that are not kept records, and removes from those what records do not need. */
export async function deleteOrganisationOfInstallation(
  db: InstallationDb,
  customerId: number,
  times: { readonly erasedAt: Date; readonly keptUntil: Date },
): Promise<void> {
  // There may be a great many rows, and nobody is waiting for this.
  await sql`set local statement_timeout = 0`.execute(db);
  for (const [table, { set }] of Object.entries(RETAINED_RECORDS))
    if (set) await sql`update ${sql.table(table)} set ${sql.raw(set)} where customer_id = ${customerId}`.execute(db);
  await db
    .updateTable("storefronts")
    .set({ archived_at: times.erasedAt })
    .where("customer_id", "=", customerId)
    .where("archived_at", "is", null)
    .execute();
  await sql`update api_keys set acting_for = null where acting_for = ${customerId}`.execute(db);
  for (const table of await tenantTables(db))
    if (!(table in RETAINED_RECORDS))
      await sql`delete from ${sql.table(table)} where customer_id = ${customerId}`.execute(db);
  await db
    .updateTable("customers")
    .set({ erased_at: times.erasedAt, kept_until: times.keptUntil, updated_at: times.erasedAt })
    .where("customer_id", "=", customerId)
    .execute();
}

/** Deletes the records of organisations whose retention period is over. The log, which names nobody, stays under the organisation's number. */
export async function deleteOldRecordsOfAllCustomers(db: InstallationDb, wall: Date): Promise<void> {
  const rows = await db
    .selectFrom("customers")
    .select("customer_id")
    .where("kept_until", "<=", wall)
    .limit(20)
    .execute();
  const ids = rows.map(({ customer_id }) => customer_id);
  if (ids.length === 0) return;
  for (const table of await tenantTables(db))
    if (!STAYING.has(table)) await sql`delete from ${sql.table(table)} where customer_id = any(${ids})`.execute(db);
  await sql`
    update customers set company = 'erased ' || customer_id, domain = null, kept_until = null where customer_id = any(${ids})`.execute(
    db,
  );
}

const STAYING: ReadonlySet<string> = new Set(["customers", "audit_log", "audit_heads"]);

/** Each table comes before those to which it refers. */
async function tenantTables(db: InstallationDb): Promise<string[]> {
  const { rows } = await sql<{
    table: string;
    needs: string[];
    isTenants: boolean;
  }>`${sql.raw(REFERENCES_OF_TABLES)}`.execute(db);
  const tenants = new Set(rows.filter(({ isTenants }) => isTenants).map(({ table }) => table));
  return inReferenceOrder(rows)
    .filter((table) => tenants.has(table))
    .toReversed();
}
