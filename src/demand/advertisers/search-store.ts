import { sql } from "kysely";
import type { Finder } from "../../ground/areas/finder.ts";
import { isCalled } from "../../ground/db/index.ts";

export const advertiserFinder: Finder = {
  kind: "advertiser",
  side: "BUYER",
  find: (db, { customerId }, { text, most }) =>
    db
      .selectFrom("advertisers")
      .select([
        sql<string>`advertiser_id::text`.as("id"),
        "name",
        "brand_domain as detail",
        "status as state",
        sql<null>`null`.as("within"),
      ])
      .where("customer_id", "=", customerId)
      .where(isCalled(text, "advertiser_id", "name", "brand_domain"))
      .orderBy("advertiser_id", "desc")
      .limit(most)
      .execute(),
};
