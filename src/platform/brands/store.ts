import { sql } from "kysely";
import type { Db, InstallationDb, Row } from "../../ground/db/index.ts";
import type { Brand } from "./brand.ts";
import type { Knowledge } from "./knowledge.ts";
import type { SavedBrand } from "./saved-brand.ts";

/** What is known about each of these domains, for everybody: it is public. */
export async function listKnowledge(db: Db, domains: readonly string[]): Promise<Map<string, Knowledge>> {
  const rows = await db.selectFrom("brands").selectAll().where(sql<boolean>`domain = any(${domains})`).execute();
  return new Map(rows.map((row) => [row.domain, fromRow(row)]));
}

export async function findKnowledge(db: Db, domain: string): Promise<Knowledge | undefined> {
  return (await listKnowledge(db, [domain])).get(domain);
}

export async function keepKnowledgeOfAllCustomers(db: InstallationDb, known: Knowledge): Promise<void> {
  const { domain, brand, reason, etag, readAt, lookedUpAt, freshUntil, misses } = known;
  const columns = {
    brand: brand && JSON.stringify(brand),
    reason,
    etag,
    read_at: readAt,
    looked_up_at: lookedUpAt,
    fresh_until: freshUntil,
    misses,
  };
  await db
    .insertInto("brands")
    .values({ domain, ...columns })
    .onConflict((conflict) => conflict.column("domain").doUpdateSet(columns))
    .execute();
}

/** The brands of somebody's advertisers, or behind a storefront, that are to be looked at again, the longest overdue first. */
export async function listStaleBrandsOfAllCustomers(
  db: InstallationDb,
  wall: Date,
  limit: number,
): Promise<{ readonly domain: string; readonly at: Date }[]> {
  return db
    .selectFrom("brands")
    .select(["domain", "fresh_until as at"])
    .where("fresh_until", "<=", wall)
    .where(isSomebodys)
    .orderBy("fresh_until")
    .limit(limit)
    .execute();
}

/** Looked up once, and nobody's: deleted a week after it has become stale. */
export async function forgetUnusedBrandsOfAllCustomers(db: InstallationDb, wall: Date): Promise<void> {
  await db
    .deleteFrom("brands")
    .where(sql<boolean>`fresh_until < ${wall}::timestamptz - interval '7 days' and not (${isSomebodys})`)
    .execute();
}

const isSomebodys = sql<boolean>`(exists (
  select from advertisers where advertisers.brand_domain = brands.domain and advertisers.status = 'ACTIVE') or exists (
  select from storefronts where storefronts.operator_domain = brands.domain and storefronts.archived_at is null))`;

export async function listSavedBrands(
  db: Db,
  customerId: number,
  domains: readonly string[],
): Promise<Map<string, SavedBrand>> {
  const rows = await db
    .selectFrom("saved_brands")
    .selectAll()
    .where("customer_id", "=", customerId)
    .where(sql<boolean>`domain = any(${domains})`)
    .execute();
  return new Map(
    rows.map(({ domain, name, description, saved_at: savedAt }) => [domain, { domain, name, description, savedAt }]),
  );
}

export async function saveBrand(
  db: Db,
  customerId: number,
  { domain, name, description, savedAt }: SavedBrand,
): Promise<void> {
  const columns = { name, description, saved_at: savedAt };
  await db
    .insertInto("saved_brands")
    .values({ customer_id: customerId, domain, ...columns })
    .onConflict((conflict) => conflict.columns(["customer_id", "domain"]).doUpdateSet(columns))
    .execute();
}

function fromRow(row: Row<"brands">): Knowledge {
  return {
    domain: row.domain,
    brand: row.brand as Brand | null,
    reason: row.reason,
    etag: row.etag,
    readAt: row.read_at,
    lookedUpAt: row.looked_up_at,
    freshUntil: row.fresh_until,
    misses: row.misses,
  };
}
