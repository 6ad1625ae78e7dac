import { sql } from "kysely";
import type { Db, Row } from "../../../ground/db/index.ts";
import type { Viewer } from "../../../ground/kernel/viewer.ts";
import type { Provider } from "../contract/provider.ts";
import type { WiredStorefront } from "./wired-storefront.ts";

/** The storefronts wired to a platform that the viewer can deal with: its own, or those on the marketplace. */
export async function listWired(db: Db, viewer: Viewer, storefrontId?: number): Promise<WiredStorefront[]> {
  const wanted = storefrontId ?? null;
  const rows = await db
    .selectFrom("storefronts")
    .innerJoin("inventory_sources as source", (on) =>
      on
        .onRef("source.customer_id", "=", "storefronts.customer_id")
        .onRef("source.storefront_id", "=", "storefronts.storefront_id"),
    )
    .select([
      "storefronts.customer_id",
      "storefronts.storefront_id",
      "platform_id",
      "storefronts.name",
      "publisher_domain",
      "brand_name",
      "logo_url",
      "logo_background",
      "storefronts.description",
      "storefronts.channels",
      "regions",
      "website",
      "source_id",
      "agent_id",
      "inventory_source_id",
      "source.authentication_type",
    ])
    .where("source.execution_type", "=", "PROVIDER_ADAPTER")
    .where("source.status", "=", "ACTIVE")
    .where("storefronts.archived_at", "is", null)
    .where(sql<boolean>`(${wanted}::bigint is null or storefronts.storefront_id = ${wanted})`)
    .where((row) =>
      viewer.customerKind === "SELLER"
        ? row("storefronts.customer_id", "=", viewer.customerId)
        : row("marketplace_state", "=", "LISTED"),
    )
    .orderBy("storefronts.storefront_id")
    .execute();
  return rows.map(fromRow);
}

type WiredRow = Pick<
  Row<"storefronts">,
  | "customer_id"
  | "storefront_id"
  | "platform_id"
  | "name"
  | "publisher_domain"
  | "brand_name"
  | "logo_url"
  | "logo_background"
  | "description"
  | "channels"
  | "regions"
  | "website"
> &
  Pick<Row<"inventory_sources">, "source_id" | "agent_id" | "inventory_source_id" | "authentication_type">;

function fromRow(row: WiredRow): WiredStorefront {
  return {
    customerId: row.customer_id,
    storefrontId: row.storefront_id,
    platformId: row.platform_id,
    name: row.name,
    publisherDomain: row.publisher_domain,
    brandName: row.brand_name,
    logoUrl: row.logo_url,
    logoBackground: row.logo_background,
    description: row.description,
    channels: row.channels,
    regions: row.regions,
    website: row.website,
    provider: row.source_id as Provider,
    inventorySourceId: row.inventory_source_id,
    agentId: row.agent_id ?? "",
    ownerKind: row.authentication_type === "NO_AUTH" ? "buyer" : "operator",
  };
}
