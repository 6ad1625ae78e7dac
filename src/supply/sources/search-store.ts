import { sql } from "kysely";
import type { Finder } from "../../ground/areas/finder.ts";
import { isCalled } from "../../ground/db/index.ts";

export const sourceFinder: Finder = {
  kind: "inventory_source",
  side: "SELLER",
  find: (db, { customerId }, { text, most }) =>
    db
      .selectFrom("inventory_sources")
      .select([
        sql<string>`source_id::text`.as("id"),
        "name",
        "type as detail",
        "status as state",
        sql<null>`null`.as("within"),
      ])
      .where("customer_id", "=", customerId)
      .where(isCalled(text, "source_id", "name"))
      .orderBy("inventory_source_id", "desc")
      .limit(most)
      .execute(),
};
