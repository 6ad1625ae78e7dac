import { sql } from "kysely";
import { type Db, preparedQuery } from "../../../ground/db/index.ts";
import type { BuyerKey } from "../facts/fact.ts";
import { factsInFull } from "../facts/store.ts";
import { sumOf, type Totals } from "../payload/totals.ts";
import type { Posture } from "../posture/posture.ts";
import type { Concession } from "../recording/concession.ts";
import type { Shop } from "../recording/shop.ts";
import { RULES } from "../rules.ts";

/** The fields of a buyer's runs by which postures are chosen. */
export interface HistorySegment {
  readonly buyer: BuyerKey;
  readonly totals: Totals;
}

const isBooked = sql<boolean>`coalesce((outcome ->> 'bookedBuys')::integer > 0, false)`;

/**
 * The newest runs that have been counted, grouped by buyer. They only change together with `analytics_counts`, so a
 * cached result is as good as a new query.
 */
const newestByBuyer = preparedQuery((db, { customerId, storefrontId }: Shop) => {
  const newest = db
    .selectFrom(factsInFull())
    .select(["operator_domain", "brand_domain", "country", "buying_mode", "price_objection", "packaging_ask"])
    .select([
      sql<boolean>`price_objection or packaging_ask or request_asks + product_asks + proposal_asks > 0`.as("asks"),
      sql<number>`case when ${isBooked} then jsonb_array_length(shown) end`.as("shown_if_booked"),
      isBooked.as("booked"),
    ])
    .where("customer_id", "=", customerId)
    .where("storefront_id", "=", storefrontId)
    .where(sql<boolean>`(purpose is null or purpose = 'live')`)
    .where("rolled", "=", true)
    .orderBy("created_at", "desc")
    .orderBy("run_id", "desc")
    .limit(RULES.caps.defaultWindow);
  return db
    .selectFrom(newest.as("newest"))
    .select(["operator_domain", "brand_domain", "country"])
    .select([
      sql<number>`count(*)`.as("runs"),
      sql<number>`count(*) filter (where booked)`.as("booked_runs"),
      sql<number>`count(*) filter (where buying_mode = 'wholesale')`.as("wholesale_runs"),
      sql<number>`count(*) filter (where price_objection)`.as("price_runs"),
      sql<number>`count(*) filter (where price_objection and booked)`.as("price_booked_runs"),
      sql<number>`count(*) filter (where packaging_ask)`.as("packaging_runs"),
      sql<number>`count(*) filter (where packaging_ask and booked)`.as("packaging_booked_runs"),
      sql<number>`count(*) filter (where asks)`.as("ask_runs"),
      sql<number>`count(*) filter (where asks and booked)`.as("ask_booked_runs"),
      sql<number>`coalesce(sum(shown_if_booked), 0)::bigint`.as("shown_on_booked"),
    ])
    .groupBy(["operator_domain", "brand_domain", "country"]);
});

export async function listHistory(db: Db, shop: Shop): Promise<HistorySegment[]> {
  const rows = await newestByBuyer(db, shop);
  return rows.map((row) => ({
    buyer: { operatorDomain: row.operator_domain, brandDomain: row.brand_domain, country: row.country },
    totals: {
      ...sumOf([]),
      runs: row.runs,
      bookedRuns: row.booked_runs,
      wholesaleRuns: row.wholesale_runs,
      priceRuns: row.price_runs,
      priceBookedRuns: row.price_booked_runs,
      packagingRuns: row.packaging_runs,
      packagingBookedRuns: row.packaging_booked_runs,
      askRuns: row.ask_runs,
      askBookedRuns: row.ask_booked_runs,
      shownOnBooked: row.shown_on_booked,
    },
  }));
}

const pinned = preparedQuery((db, { customerId, storefrontId }: Shop) =>
  db
    .selectFrom("analytics_storefronts")
    .select("learned_posture")
    .where("customer_id", "=", customerId)
    .where("storefront_id", "=", storefrontId),
);

export async function findPinned(db: Db, shop: Shop): Promise<Posture | null> {
  const [row] = await pinned(db, shop);
  return (row?.learned_posture ?? null) as Posture | null;
}

/** The buyer that was offered something: a customer of this installation, or an operator of another system. */
export interface Offered {
  readonly buyerCustomerId: number | null;
  readonly operatorDomain: string | null;
}

/** The concessions on price offered to a buyer since then, each listed once. */
export async function listConcessions(
  db: Db,
  { customerId, storefrontId }: Shop,
  { buyerCustomerId, operatorDomain }: Offered,
  since: Date,
): Promise<Concession[]> {
  const rows = await db
    .selectFrom("run_facts")
    .select("concession")
    .distinct()
    .where("customer_id", "=", customerId)
    .where("storefront_id", "=", storefrontId)
    .where(sql<boolean>`buyer_customer_id is not distinct from ${buyerCustomerId}`)
    .where(sql<boolean>`(${buyerCustomerId}::bigint is not null or operator_domain = ${operatorDomain})`)
    .where("created_at", ">=", since)
    .where("concession", "is not", null)
    .execute();
  return rows.map(({ concession }) => concession as unknown as Concession);
}
