import { sql } from "kysely";
import type { Finder } from "../../ground/areas/finder.ts";
import { isCalled } from "../../ground/db/index.ts";

export const campaignFinder: Finder = {
  kind: "campaign",
  side: "BUYER",
  find: (db, { customerId }, { text, most }) =>
    db
      .selectFrom("campaigns")
      .select([
        sql<string>`campaign_id::text`.as("id"),
        "name",
        "currency as detail",
        "status as state",
        sql<null>`null`.as("within"),
      ])
      .where("customer_id", "=", customerId)
      .where(isCalled(text, "campaign_id", "name"))
      .orderBy("campaign_id", "desc")
      .limit(most)
      .execute(),
};
