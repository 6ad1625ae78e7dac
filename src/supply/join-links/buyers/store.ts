import type { Db } from "../../../ground/db/index.ts";
import type { SponsoredBuyer } from "./sponsored-buyer.ts";

/** All buyers that joined one of the seller's storefronts, newest first. */
export async function listSponsoredBuyers(db: Db, sellerCustomerId: number): Promise<SponsoredBuyer[]> {
  const rows = await buyersOf(db, sellerCustomerId)
    .orderBy("sponsorships.created_at", "desc")
    .orderBy("sponsorships.customer_id", "desc")
    .execute();
  return rows.map(fromRow);
}

/** Locks the buyer: the next decision on it waits for this transaction. */
export async function lockSponsoredBuyer(
  db: Db,
  sellerCustomerId: number,
  buyerCustomerId: number,
): Promise<SponsoredBuyer | undefined> {
  const row = await buyersOf(db, sellerCustomerId)
    .where("sponsorships.customer_id", "=", buyerCustomerId)
    .forUpdate("sponsorships")
    .executeTakeFirst();
  return row && fromRow(row);
}

export async function setStatus(
  db: Db,
  sellerCustomerId: number,
  { buyerCustomerId, storefrontId, status }: SponsoredBuyer,
  at: Date,
): Promise<void> {
  await db
    .updateTable("sponsorships")
    .set({ status, updated_at: at })
    .where("seller_customer_id", "=", sellerCustomerId)
    .where("customer_id", "=", buyerCustomerId)
    .where("storefront_id", "=", storefrontId)
    .execute();
}

function buyersOf(db: Db, sellerCustomerId: number) {
  return db
    .selectFrom("sponsorships")
    .leftJoin("customers", "customers.customer_id", "sponsorships.customer_id")
    .innerJoin("join_links", "join_links.join_link_id", "sponsorships.join_link_id")
    .select([
      "sponsorships.customer_id",
      "sponsorships.storefront_id",
      "sponsorships.status",
      "sponsorships.posture",
      "sponsorships.created_at",
      "customers.company",
      "join_links.slug",
    ])
    .where("sponsorships.seller_customer_id", "=", sellerCustomerId);
}

type BuyerRow = Awaited<ReturnType<ReturnType<typeof buyersOf>["executeTakeFirstOrThrow"]>>;

function fromRow(row: BuyerRow): SponsoredBuyer {
  return {
    buyerCustomerId: row.customer_id,
    buyerName: row.company,
    storefrontId: row.storefront_id,
    status: row.status as SponsoredBuyer["status"],
    posture: row.posture as SponsoredBuyer["posture"],
    createdAt: row.created_at,
    slug: row.slug,
  };
}
