import { type ExpressionBuilder, sql } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { Tables } from "../../ground/db/index.ts";
import type { BuyerScope } from "./visible-storefront.ts";

/** The sources from which a buyer can buy at a storefront, each with the buyer's accounts at its agent. */
export function sourcesSeenBy(storefront: ExpressionBuilder<Tables, "storefronts">, { customerId }: BuyerScope) {
  return jsonArrayFrom(
    storefront
      .selectFrom("inventory_sources")
      .select((source) => [
        "source_id as sourceId",
        "inventory_sources.name",
        "inventory_sources.agent_id as agentId",
        "protocol",
        "requires_credentials as requiresCredentials",
        jsonArrayFrom(
          source
            .selectFrom("credentials")
            .leftJoin("oauth_grants as grant", (join) =>
              join
                .onRef("grant.customer_id", "=", "credentials.customer_id")
                .onRef("grant.credential_id", "=", "credentials.credential_id"),
            )
            .select(["account_identifier as accountIdentifier", "credentials.status", "status_reason as statusReason"])
            // A renewable grant is renewed before its token expires, so `renew_at` equals the expiry only if it cannot
            // be renewed.
            .select(
              sql<string | null>`case when "grant".renew_at = "grant".expires_at then "grant".expires_at end`.as(
                "endsAt",
              ),
            )
            .whereRef("credentials.agent_id", "=", "inventory_sources.agent_id")
            .where("credentials.customer_id", "=", customerId)
            .orderBy("credentials.credential_id", "desc"),
        ).as("customerAccounts"),
      ])
      .whereRef("inventory_sources.storefront_id", "=", "storefronts.storefront_id")
      .where("inventory_sources.status", "=", "ACTIVE")
      .where("held_back", "=", false)
      .orderBy("inventory_source_id"),
  );
}
