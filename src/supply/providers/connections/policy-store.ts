import { sql } from "kysely";
import type { Db } from "../../../ground/db/index.ts";

/** A buyer's preferences for a storefront's platform. */
export interface FeaturePolicy {
  readonly buyEnabled: boolean;
  readonly eventsEnabled: boolean;
  readonly feedsEnabled: boolean;
  /** Null if not set. */
  readonly updatedAt: Date | null;
}

export const USUAL_POLICY: FeaturePolicy = {
  buyEnabled: true,
  eventsEnabled: true,
  feedsEnabled: true,
  updatedAt: null,
};

export async function listPolicies(
  db: Db,
  customerId: number,
  storefrontIds: readonly number[],
): Promise<ReadonlyMap<number, FeaturePolicy>> {
  const rows = await db
    .selectFrom("provider_policies")
    .selectAll()
    .where("customer_id", "=", customerId)
    .where(sql<boolean>`storefront_id = any(${[...storefrontIds]}::bigint[])`)
    .execute();
  return new Map(
    rows.map((row) => [
      row.storefront_id,
      {
        buyEnabled: row.buy_enabled,
        eventsEnabled: row.events_enabled,
        feedsEnabled: row.feeds_enabled,
        updatedAt: row.updated_at,
      },
    ]),
  );
}

export async function savePolicy(
  db: Db,
  place: { readonly customerId: number; readonly storefrontId: number },
  policy: Omit<FeaturePolicy, "updatedAt">,
  at: Date,
): Promise<void> {
  const said = {
    buy_enabled: policy.buyEnabled,
    events_enabled: policy.eventsEnabled,
    feeds_enabled: policy.feedsEnabled,
    updated_at: at,
  };
  await db
    .insertInto("provider_policies")
    .values({ ...said, customer_id: place.customerId, storefront_id: place.storefrontId })
    .onConflict((conflict) => conflict.columns(["customer_id", "storefront_id"]).doUpdateSet(said))
    .execute();
}
