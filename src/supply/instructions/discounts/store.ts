import { sql } from "kysely";
import { batchedQuery } from "../../../ground/db/batching/index.ts";
import { type Db, preparedQuery, type Row } from "../../../ground/db/index.ts";
import type { Hierarchy, HouseDiscount } from "./house-discount.ts";

/** In the order in which they were created. */
export async function listHouseDiscounts(db: Db, customerId: number): Promise<HouseDiscount[]> {
  const rows = await discounts(db, customerId).orderBy("house_discount_id").execute();
  return rows.map(fromRow);
}

/** The discounts of any of these domains, for brands and operators alike. */
export async function listDiscountsOfHouses(
  db: Db,
  customerId: number,
  houses: readonly string[],
): Promise<HouseDiscount[]> {
  if (houses.length === 0) return [];
  const rows = await discountsOfHouses(db, { customerId, houses });
  return rows.map(fromRow);
}

const discountsOfHouses = preparedQuery(
  (db, asked: { readonly customerId: number; readonly houses: readonly string[] }) =>
    discounts(db, asked.customerId)
      .where(sql<boolean>`house_domain = any(${asked.houses})`)
      .orderBy("house_discount_id"),
);

export async function findHouseDiscount(db: Db, customerId: number, id: number): Promise<HouseDiscount | undefined> {
  const row = await discounts(db, customerId).where("house_discount_id", "=", id).executeTakeFirst();
  return row && fromRow(row);
}

/** Undefined if the house already has one for this scope. */
export async function insertHouseDiscount(
  db: Db,
  customerId: number,
  made: Omit<HouseDiscount, "houseDiscountId">,
): Promise<HouseDiscount | undefined> {
  const row = await db
    .insertInto("house_discounts")
    .values({
      customer_id: customerId,
      storefront_id: made.storefrontId,
      house_domain: made.houseDomain,
      scope: made.scope,
      discount_percent: made.discountPercent,
      notes: made.notes,
      created_at: made.createdAt,
      updated_at: made.updatedAt,
      created_by: made.createdBy,
    })
    .onConflict((conflict) => conflict.columns(["customer_id", "house_domain", "scope"]).doNothing())
    .returningAll()
    .executeTakeFirst();
  return row && fromRow(row);
}

export async function updateHouseDiscount(
  db: Db,
  customerId: number,
  { houseDiscountId, discountPercent, notes, updatedAt }: HouseDiscount,
): Promise<void> {
  await db
    .updateTable("house_discounts")
    .set({ discount_percent: discountPercent, notes, updated_at: updatedAt })
    .where("customer_id", "=", customerId)
    .where("house_discount_id", "=", houseDiscountId)
    .execute();
}

/** Returns false if there is none. */
export async function deleteHouseDiscount(db: Db, customerId: number, id: number): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("house_discounts")
    .where("customer_id", "=", customerId)
    .where("house_discount_id", "=", id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/**
 * What is known about each domain's house, in the order of the domains. Brands are public, so every tenant can read the
 * result of any look-up.
 */
export async function listHierarchies(db: Db, domains: readonly string[]): Promise<Hierarchy[]> {
  if (domains.length === 0) return [];
  const rows = await brandsAt(db, { domains });
  return hierarchiesIn(domains, new Map(rows.map((row) => [row.domain, row])));
}

/** The same for read-only transactions: if several sellers are asked for the same buyer at once, they share one query. */
export async function readHierarchies(db: Db, domains: readonly string[]): Promise<Hierarchy[]> {
  const found = await Promise.all(domains.map((domain) => brandAt(db, {}, domain)));
  return hierarchiesIn(domains, new Map(found.flatMap((row) => (row ? [[row.domain, row]] : []))));
}

type BrandRow = Awaited<ReturnType<typeof brandsAt>>[number];

function hierarchiesIn(domains: readonly string[], rows: ReadonlyMap<string, BrandRow>): Hierarchy[] {
  return domains.map((domain): Hierarchy => {
    const row = rows.get(domain);
    if (!row) return { domain, house: null, coverage: "unavailable", isOld: false };
    const coverage = row.is_known ? "registered" : "unregistered";
    return { domain, house: row.house, coverage, isOld: row.is_known && row.reason !== null };
  });
}

const brandsAt = preparedQuery((db, { domains }: { readonly domains: readonly string[] }) =>
  db
    .selectFrom("brands")
    .select(["domain", "reason"])
    .select([
      sql<boolean>`brand is not null`.as("is_known"),
      sql<string | null>`brand -> 'house' ->> 'domain'`.as("house"),
    ])
    .where(sql<boolean>`domain = any(${domains})`),
);

const brandAt = batchedQuery(async (db, _: object, domains) => {
  const rows = await brandsAt(db, { domains });
  return new Map(rows.map((row) => [row.domain, row]));
});

function discounts(db: Db, customerId: number) {
  return db.selectFrom("house_discounts").selectAll().where("customer_id", "=", customerId);
}

function fromRow(row: Row<"house_discounts">): HouseDiscount {
  return {
    houseDiscountId: row.house_discount_id,
    storefrontId: row.storefront_id,
    houseDomain: row.house_domain,
    scope: row.scope as HouseDiscount["scope"],
    discountPercent: row.discount_percent,
    notes: row.notes,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    createdBy: row.created_by,
  };
}
