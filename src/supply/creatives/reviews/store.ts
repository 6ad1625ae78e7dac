import { sql } from "kysely";
import { type Db, pageAndTotal, type Row } from "../../../ground/db/index.ts";
import { stepped } from "../../../ground/kernel/lifecycle.ts";
import type { Page } from "../../../ground/kernel/query.ts";
import type { Content, LibraryCreative } from "../library/library-creative.ts";
import { type CreativeReview, type Decision, type ReviewedBuyer, type ReviewStatus, reviewLife } from "./review.ts";

interface ReviewRequest {
  readonly buyer: ReviewedBuyer;
  readonly mediaBuyId: string | null;
  readonly creatives: readonly LibraryCreative[];
}

export async function insertReviews(
  db: Db,
  customerId: number,
  { buyer, mediaBuyId, creatives }: ReviewRequest,
  at: Date,
): Promise<void> {
  const rows = creatives.map(({ storefrontId, libraryCreativeId, creativeId, name, manifest }) => ({
    customer_id: customerId,
    storefront_id: storefrontId,
    library_creative_id: libraryCreativeId,
    creative_id: creativeId,
    media_buy_id: mediaBuyId,
    buyer_customer_id: buyer.customerId,
    buyer_name: buyer.name,
    buyer_domains: [...buyer.domains],
    submitted: JSON.stringify({ name, manifest }),
    status: "pending",
    created_at: at,
    updated_at: at,
  }));
  await db.insertInto("creative_reviews").values(rows).execute();
}

export async function revokePending(
  db: Db,
  customerId: number,
  libraryCreativeIds: readonly number[],
  at: Date,
): Promise<void> {
  await db
    .updateTable("creative_reviews")
    .set({ status: stepped(reviewLife, "revoke", "pending"), updated_at: at })
    .where("customer_id", "=", customerId)
    .where("status", "=", "pending")
    .where(sql<boolean>`library_creative_id = any(${libraryCreativeIds})`)
    .execute();
}

/** The reviews, newest first. */
export async function listReviews(
  db: Db,
  customerId: number,
  status: ReviewStatus,
  { take, skip }: Page,
): Promise<{ readonly reviews: readonly CreativeReview[]; readonly total: number }> {
  const found = reviews(db, customerId).where("status", "=", status).orderBy("review_id", "desc");
  const { rows, total } = await pageAndTotal(found, { take, skip });
  return { reviews: rows.map(fromRow), total };
}

/**
 * No storefront has more creatives with the same id than this, except by abuse. Even then, pending and named reviews
 * are still found.
 */
const MOST_NAMESAKES = 100;

/** The reviews of the creatives with this buyer's id, or only the named one: pending ones first, then the newest. */
export async function findReviews(
  db: Db,
  customerId: number,
  creativeId: string,
  reviewId?: number,
): Promise<CreativeReview[]> {
  const rows = await reviews(db, customerId)
    .where("creative_id", "=", creativeId)
    .$if(reviewId !== undefined, (found) => found.where("review_id", "=", reviewId ?? 0))
    .orderBy(sql`status = 'pending'`, "desc")
    .orderBy("review_id", "desc")
    .limit(MOST_NAMESAKES)
    .execute();
  return rows.map(fromRow);
}

interface Decided {
  readonly status: Decision;
  readonly reviewedBy: number | null;
  readonly reviewerNotes: string | null;
}

export async function decideReview(
  db: Db,
  customerId: number,
  reviewId: number,
  { status, reviewedBy, reviewerNotes }: Decided,
  at: Date,
): Promise<void> {
  await db
    .updateTable("creative_reviews")
    .set({ status, reviewed_by: reviewedBy, reviewer_notes: reviewerNotes, reviewed_at: at, updated_at: at })
    .where("customer_id", "=", customerId)
    .where("review_id", "=", reviewId)
    .execute();
}

function reviews(db: Db, customerId: number) {
  return db
    .selectFrom("creative_reviews")
    .selectAll()
    .select(previous.as("previous"))
    .where("customer_id", "=", customerId);
}

/** Also compares the buyer's id, which a creative never changes, so that the index on it can be used. */
const previous = sql`(
  select earlier.submitted from creative_reviews earlier
  where earlier.customer_id = creative_reviews.customer_id and earlier.creative_id = creative_reviews.creative_id
    and earlier.library_creative_id = creative_reviews.library_creative_id
    and earlier.review_id < creative_reviews.review_id
  order by earlier.review_id desc limit 1)`;

function fromRow(row: Row<"creative_reviews"> & { readonly previous: unknown }): CreativeReview {
  return {
    reviewId: row.review_id,
    storefrontId: row.storefront_id,
    libraryCreativeId: row.library_creative_id,
    creativeId: row.creative_id,
    mediaBuyId: row.media_buy_id,
    buyer: { customerId: row.buyer_customer_id, name: row.buyer_name, domains: row.buyer_domains },
    submitted: row.submitted as unknown as Content,
    previous: row.previous as Content | null,
    status: row.status as ReviewStatus,
    reviewedBy: row.reviewed_by,
    reviewedAt: row.reviewed_at,
    reviewerNotes: row.reviewer_notes,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
