import { sql } from "kysely";
import type { Finder } from "../../ground/areas/finder.ts";
import { isCalled } from "../../ground/db/index.ts";

export const creativeFinder: Finder = {
  kind: "creative",
  side: "BUYER",
  find: (db, { customerId }, { text, most }) =>
    db
      .selectFrom("creatives")
      .select([
        sql<string>`creative_id::text`.as("id"),
        "name",
        "format_kind as detail",
        sql<null>`null`.as("state"),
        "campaign_id as within",
      ])
      .where("customer_id", "=", customerId)
      .where("deleted_at", "is", null)
      .where(isCalled(text, "creative_id", "name"))
      .orderBy("creative_id", "desc")
      .limit(most)
      .execute(),
};
