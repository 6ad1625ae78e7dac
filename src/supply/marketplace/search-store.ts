import { sql } from "kysely";
import type { Finder } from "../../ground/areas/finder.ts";
import { isCalled } from "../../ground/db/index.ts";
import { visibleStorefronts } from "./store.ts";

/** Finds storefronts that are listed, or known to the buyer. */
export const visibleStorefrontFinder: Finder = {
  kind: "storefront",
  side: "BUYER",
  find: (db, viewer, { text, most }) =>
    visibleStorefronts(db, viewer)
      .select([
        sql<string>`storefronts.storefront_id::text`.as("id"),
        "storefronts.name",
        "publisher_domain as detail",
        sql<null>`null`.as("state"),
        sql<null>`null`.as("within"),
      ])
      .where(isCalled(text, "storefronts.storefront_id", "storefronts.name"))
      .orderBy("storefronts.storefront_id", "desc")
      .limit(most)
      .execute(),
};

/** Finds storefronts of every seller, as the review lists them. */
export const reviewedStorefrontFinder: Finder = {
  kind: "storefront",
  side: "OPERATOR",
  find: (db, _, { text, most }) =>
    db
      .selectFrom("storefronts")
      .select([
        sql<string>`storefront_id::text`.as("id"),
        "name",
        "publisher_domain as detail",
        "marketplace_state as state",
        sql<null>`null`.as("within"),
      ])
      .where(isCalled(text, "storefront_id", "name", "publisher_domain"))
      .orderBy("storefront_id", "desc")
      .limit(most)
      .execute(),
};
