import { sql } from "kysely";
import type { Finder } from "../../ground/areas/finder.ts";
import { isCalled } from "../../ground/db/index.ts";

/** Finds buyers that joined one of the seller's storefronts. */
export const sponsoredBuyerFinder: Finder = {
  kind: "buyer",
  side: "SELLER",
  find: (db, { customerId }, { text, most }) =>
    db
      .selectFrom("sponsorships")
      .innerJoin("customers", "customers.customer_id", "sponsorships.customer_id")
      .select([
        sql<string>`sponsorships.customer_id::text`.as("id"),
        "company as name",
        "domain as detail",
        "sponsorships.status as state",
        sql<string>`sponsorships.storefront_id::text`.as("within"),
      ])
      .where("sponsorships.seller_customer_id", "=", customerId)
      .where(isCalled(text, "sponsorships.customer_id", "company", "domain"))
      .orderBy("sponsorships.customer_id", "desc")
      .limit(most)
      .execute(),
};

export const joinLinkFinder: Finder = {
  kind: "join_link",
  side: "SELLER",
  find: (db, { customerId }, { text, most }) =>
    db
      .selectFrom("join_links")
      .select([
        sql<string>`join_link_id::text`.as("id"),
        "slug as name",
        "approval_policy as detail",
        sql<string>`case when revoked_at is null then 'ACTIVE' else 'REVOKED' end`.as("state"),
        sql<string>`storefront_id::text`.as("within"),
      ])
      .where("customer_id", "=", customerId)
      .where(isCalled(text, "join_link_id", "slug"))
      .orderBy("join_link_id", "desc")
      .limit(most)
      .execute(),
};
