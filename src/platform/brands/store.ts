import { sql } from "kysely";
import type { Db, InstallationDb, Row } from "../../ground/db/index.ts";
import { after, DAY_MS } from "../../ground/kernel/clock.ts";
import type { Brand } from "./brand.ts";
import type { Knowledge } from "./knowledge.ts";
import type { SavedBrand } from "./saved-brand.ts";

/** What is known about each of these domains. It is the same for everybody, because it is public. */
export async function listKnowledge(db: Db, domains: readonly string[]): Promise<Map<string, Knowledge>> {
  const rows = await db.selectFrom("brands").selectAll().where(sql<boolean>`domain = any(${domains})`).execute();
  return new Map(rows.map((row) => [row.domain, fromRow(row)]));
}

export async function findKnowledge(db: Db, domain: string): Promise<Knowledge | undefined> {
  return (await listKnowledge(db, [domain])).get(domain);
}

export async function saveKnowledgeOfAllCustomers(db: InstallationDb, known: Knowledge): Promise<void> {
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

interface StaleBrand {
  readonly domain: string;
  readonly at: Date;
}

const LOOKED_AT_ONCE = 1_000;

/** The brands of anybody's advertisers or storefronts that have to be looked up again, the longest overdue first. */
export async function listStaleBrandsOfAllCustomers(
  db: InstallationDb,
  wall: Date,
  limit: number,
): Promise<StaleBrand[]> {
  const found: StaleBrand[] = [];
  let page: StaleBrand[] = [];
  do {
    page = await listStale(db, wall, page.at(-1));
    const used = await usedAmong(db, page);
    found.push(...page.filter(({ domain }) => used.has(domain)));
  } while (found.length < limit && page.length === LOOKED_AT_ONCE);
  return found.slice(0, limit);
}

async function listStale(db: InstallationDb, wall: Date, last: StaleBrand | undefined): Promise<StaleBrand[]> {
  let stale = db.selectFrom("brands").select(["domain", "fresh_until as at"]).where("fresh_until", "<=", wall);
  if (last) stale = stale.where(sql<boolean>`(fresh_until, domain) > (${last.at}, ${last.domain})`);
  return stale.orderBy("fresh_until").orderBy("domain").limit(LOOKED_AT_ONCE).execute();
}

/** Deletes brands that were looked up once and that nobody uses, a week after they have become stale. */
export async function deleteUnusedBrandsOfAllCustomers(db: InstallationDb, wall: Date): Promise<void> {
  const isStale = sql<boolean>`fresh_until < ${after(wall, -7 * DAY_MS)}`;
  const stale = await db.selectFrom("brands").select("domain").where(isStale).execute();
  const used = await usedAmong(db, stale);
  const unused = stale.map(({ domain }) => domain).filter((domain) => !used.has(domain));
  await db.deleteFrom("brands").where(isStale).where(sql<boolean>`domain = any(${unused})`).execute();
}

/** Those that an advertiser or a storefront uses. Brands are stored on every node but each advertiser on only one, so they cannot be joined. */
async function usedAmong(
  db: InstallationDb,
  brands: readonly { readonly domain: string }[],
): Promise<ReadonlySet<string>> {
  const domains = brands.map(({ domain }) => domain);
  const { rows } = await sql<{ domain: string }>`
    select brand_domain as domain from advertisers where status = 'ACTIVE' and brand_domain = any(${domains})
    union select operator_domain from storefronts where archived_at is null and operator_domain = any(${domains})`.execute(
    db,
  );
  return new Set(rows.map(({ domain }) => domain));
}

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
