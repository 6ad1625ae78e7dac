import { type InstallationDb, pageAndTotal } from "../../ground/db/index.ts";
import { ROWS_A_PAGE } from "../../ground/kernel/csv/csv-list.ts";
import type { MarketplaceState } from "../storefronts/index.ts";
import type { Review } from "./review.ts";

/** The reviews of all sellers, newest first. */
export async function listReviewsOfInstallation(
  db: InstallationDb,
  state: MarketplaceState | undefined,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ reviews: Review[]; total: number }> {
  const matching = state === undefined ? reviews(db) : reviews(db).where("marketplace_state", "=", state);
  const { rows, total } = await pageAndTotal(matching.orderBy("storefront_id", "desc"), { take: limit, skip: offset });
  return { reviews: rows.map(reviewFrom), total };
}

/** A page of the exported file: reviews below an id, newest first. */
export async function listReviewsBelowOfInstallation(
  db: InstallationDb,
  state: MarketplaceState | undefined,
  below: string | undefined,
): Promise<Review[]> {
  let page = reviews(db).orderBy("storefront_id", "desc").limit(ROWS_A_PAGE);
  if (state !== undefined) page = page.where("marketplace_state", "=", state);
  if (below !== undefined) page = page.where("storefront_id", "<", Number(below));
  return (await page.execute()).map(reviewFrom);
}

/** Locks the review, so that two concurrent decisions are made one after the other. */
export async function lockReviewOfInstallation(db: InstallationDb, storefrontId: number): Promise<Review | undefined> {
  const row = await reviews(db).where("storefront_id", "=", storefrontId).forUpdate("storefronts").executeTakeFirst();
  return row && reviewFrom(row);
}

export async function updateReviewOfInstallation(db: InstallationDb, review: Review): Promise<void> {
  await db
    .updateTable("storefronts")
    .set({ marketplace_state: review.state, marketplace_reason: review.reason, marketplace_at: review.decidedAt })
    .where("storefront_id", "=", review.storefrontId)
    .execute();
}

const REVIEWED = [
  "storefronts.customer_id",
  "storefront_id",
  "platform_id",
  "name",
  "publisher_domain",
  "company",
  "marketplace_state",
  "marketplace_reason",
  "marketplace_at",
  "is_paused",
  "archived_at",
  "storefronts.created_at",
] as const;

function reviews(db: InstallationDb) {
  return db
    .selectFrom("storefronts")
    .innerJoin("customers", "customers.customer_id", "storefronts.customer_id")
    .select(REVIEWED);
}

type ReviewRow = Awaited<ReturnType<ReturnType<typeof reviews>["executeTakeFirstOrThrow"]>>;

function reviewFrom(row: ReviewRow): Review {
  return {
    storefrontId: row.storefront_id,
    platformId: row.platform_id,
    name: row.name,
    publisherDomain: row.publisher_domain,
    customerId: row.customer_id,
    company: row.company,
    state: row.marketplace_state as MarketplaceState,
    reason: row.marketplace_reason,
    decidedAt: row.marketplace_at,
    isPaused: row.is_paused,
    archivedAt: row.archived_at,
    createdAt: row.created_at,
  };
}
