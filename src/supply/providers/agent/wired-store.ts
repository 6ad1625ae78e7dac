import type { Db } from "../../../ground/db/index.ts";
import type { OwnerKind } from "../connections/connection.ts";
import type { Provider } from "../contract/provider.ts";
import type { ProviderSourceRef } from "./store.ts";

/** A source that is a platform, with what its agent needs to know. */
export interface WiredSource extends ProviderSourceRef {
  readonly storefrontId: number;
  readonly platformId: string;
  readonly provider: Provider;
  readonly name: string;
  readonly ownerKind: OwnerKind;
}

export async function findWiredSource(db: Db, place: ProviderSourceRef): Promise<WiredSource | undefined> {
  const row = await db
    .selectFrom("inventory_sources")
    .innerJoin("storefronts", (join) =>
      join
        .onRef("storefronts.customer_id", "=", "inventory_sources.customer_id")
        .onRef("storefronts.storefront_id", "=", "inventory_sources.storefront_id"),
    )
    .select(["storefronts.platform_id", "inventory_sources.storefront_id"])
    .select(["source_id", "inventory_sources.name", "authentication_type"])
    .where("inventory_sources.customer_id", "=", place.customerId)
    .where("inventory_source_id", "=", place.inventorySourceId)
    .where("execution_type", "=", "PROVIDER_ADAPTER")
    .executeTakeFirst();
  return (
    row && {
      customerId: place.customerId,
      inventorySourceId: place.inventorySourceId,
      storefrontId: row.storefront_id,
      platformId: row.platform_id,
      provider: row.source_id as Provider,
      name: row.name,
      ownerKind: row.authentication_type === "NO_AUTH" ? "buyer" : "operator",
    }
  );
}
