import { sql } from "kysely";
import type { Finder } from "../../ground/areas/finder.ts";
import { isCalled } from "../../ground/db/index.ts";

export const orderFinder: Finder = {
  kind: "media_buy",
  side: "SELLER",
  find: (db, { customerId }, { text, most }) =>
    db
      .selectFrom("orders")
      .select([
        sql<string>`order_id::text`.as("id"),
        "name",
        sql<null>`null`.as("detail"),
        sql<null>`null`.as("state"),
        sql<null>`null`.as("within"),
      ])
      .where("customer_id", "=", customerId)
      .where(isCalled(text, "order_id", "name"))
      .orderBy("order_id", "desc")
      .limit(most)
      .execute(),
};
