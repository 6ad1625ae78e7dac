import { sql } from "kysely";
import type { Finder } from "../../ground/areas/finder.ts";
import { isCalled } from "../../ground/db/index.ts";

export const organisationFinder: Finder = {
  kind: "organisation",
  side: "OPERATOR",
  find: (db, _, { text, most }) =>
    db
      .selectFrom("customers")
      .select([
        sql<string>`customer_id::text`.as("id"),
        "company as name",
        "domain as detail",
        "kind as state",
        sql<null>`null`.as("within"),
      ])
      .where(isCalled(text, "customer_id", "company", "domain"))
      .orderBy("customer_id", "desc")
      .limit(most)
      .execute(),
};
