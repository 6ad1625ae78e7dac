import { sql } from "kysely";
import type { Finder } from "../../ground/areas/finder.ts";
import { isCalled } from "../../ground/db/index.ts";

export const mediaBuyFinder: Finder = {
  kind: "media_buy",
  side: "BUYER",
  find: (db, { customerId }, { text, most }) =>
    db
      .selectFrom("media_buys")
      .select([
        sql<string>`media_buy_id::text`.as("id"),
        "name",
        sql<null>`null`.as("detail"),
        "status as state",
        "campaign_id as within",
      ])
      .where("customer_id", "=", customerId)
      .where(isCalled(text, "media_buy_id", "name"))
      .orderBy("media_buy_id", "desc")
      .limit(most)
      .execute(),
};
