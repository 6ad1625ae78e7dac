import { sql } from "kysely";
import type { Finder } from "../../ground/areas/finder.ts";
import { isCalled } from "../../ground/db/index.ts";

export const catalogFinder: Finder = {
  kind: "catalog",
  side: "BUYER",
  find: (db, { customerId }, { text, most }) =>
    db
      .selectFrom("catalogs")
      .select([
        sql<string>`catalog_id::text`.as("id"),
        "name",
        "type as detail",
        sql<null>`null`.as("state"),
        sql<string>`advertiser_id::text`.as("within"),
      ])
      .where("customer_id", "=", customerId)
      .where("archived_at", "is", null)
      .where(isCalled(text, "catalog_id", "name"))
      .orderBy("catalog_id", "desc")
      .limit(most)
      .execute(),
};
