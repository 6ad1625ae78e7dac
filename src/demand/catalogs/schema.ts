import { z } from "zod";
import { instantOf } from "../../ground/kernel/clock.ts";
import { takeSkip } from "../../ground/kernel/query.ts";
import { AdvertiserPath } from "../advertisers/index.ts";
import { CATALOG_TYPES, type Catalog, FEED_FORMATS, itemCountOf, UPDATE_FREQUENCIES } from "./catalog.ts";
import { catalogIdInPath, catalogIdOf } from "./catalog-id.ts";

export const CatalogTypeName = z.enum(CATALOG_TYPES).meta({ id: "CatalogType" });

const Status = z.enum(["ACTIVE", "ARCHIVED"]);

export const CatalogView = z
  .object({
    catalogId: z.string().describe("Such as cat_12; the bare number works too"),
    advertiserId: z.string(),
    externalId: z.string().nullable().describe("The catalog_id under which it was synced; null if it was created here"),
    platformId: z.string().describe("The same as catalogId, under AdCP's name"),
    name: z.string(),
    type: CatalogTypeName,
    description: z.string().nullable(),
    status: Status,
    sourceType: z.enum(["inline", "url"]).describe("Whether its items are sent to us or read from its feed"),
    url: z.string().nullable(),
    feedFormat: z.enum(FEED_FORMATS).nullable(),
    updateFrequency: z.enum(UPDATE_FREQUENCIES).nullable(),
    feedWarning: z.string().nullable().describe("Why the feed was not read, or only in part, and what to do"),
    conversionEvents: z.array(z.string()),
    offeringCount: z.int(),
    itemCount: z.int().nullable().describe("Null until the feed has been read"),
    lastSyncedAt: z.iso
      .datetime()
      .nullable()
      .describe("When its content was last synced or read from its feed, or sent to a sales agent"),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: "Catalog" });

export const SyncedCatalogInput = z.object({ catalog: CatalogView });

export const CatalogPath = AdvertiserPath.extend({
  catalogId: catalogIdInPath.describe("Our id, cat_12 or 12, or the catalog_id under which it was synced"),
});

export const CatalogListQuery = z.object({
  ...takeSkip,
  type: CatalogTypeName.optional(),
  status: z.enum(["ACTIVE", "ARCHIVED", "ALL"]).default("ACTIVE"),
});

const name = z.string().trim().min(1).max(255);
const description = z.string().max(1000);

export const NewCatalogBody = z
  .object({
    name,
    type: CatalogTypeName.describe("Cannot be changed afterwards"),
    description: description.nullable().optional(),
  })
  .meta({ id: "NewCatalog" });

export const CatalogChangeBody = z
  .object({
    name: name.optional(),
    description: description.nullable().optional(),
    type: CatalogTypeName.optional().describe("Must equal the current type, which cannot be changed"),
  })
  .meta({ id: "CatalogChange" });

export function viewOf(catalog: Catalog): z.input<typeof CatalogView> {
  const { advertiserId, externalId, name, type, description, isArchived, feed, feedWarning } = catalog;
  const catalogId = catalogIdOf(catalog.catalogId);
  return {
    catalogId,
    advertiserId: String(advertiserId),
    externalId,
    platformId: catalogId,
    name,
    type,
    description,
    status: isArchived ? "ARCHIVED" : "ACTIVE",
    sourceType: feed ? "url" : "inline",
    url: feed?.url ?? null,
    feedFormat: feed?.format ?? null,
    updateFrequency: feed?.updateFrequency ?? null,
    feedWarning,
    conversionEvents: [...catalog.conversionEvents],
    offeringCount: catalog.offeringCount,
    itemCount: itemCountOf(catalog),
    lastSyncedAt: instantOf(catalog.lastSyncedAt),
    createdAt: catalog.createdAt.toISOString(),
    updatedAt: catalog.updatedAt.toISOString(),
  };
}
