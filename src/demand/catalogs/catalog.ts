import { lifecycle } from "../../ground/kernel/lifecycle.ts";

/** The types of AdCP 3.1, and types that only this API has. */
export const CATALOG_TYPES = [
  "offering",
  "product",
  "inventory",
  "store",
  "promotion",
  "hotel",
  "flight",
  "job",
  "vehicle",
  "real_estate",
  "education",
  "destination",
  "app",
  "home_listing",
  "local",
  "retail",
  "travel",
] as const;
export type CatalogType = (typeof CATALOG_TYPES)[number];

export const FEED_FORMATS = [
  "google_merchant_center",
  "facebook_catalog",
  "shopify",
  "linkedin_jobs",
  "tiktok_shop",
  "pinterest_catalog",
  "openai_product_feed",
  "custom",
] as const;
export type FeedFormat = (typeof FEED_FORMATS)[number];

export const UPDATE_FREQUENCIES = ["realtime", "hourly", "daily", "weekly"] as const;
export type UpdateFrequency = (typeof UPDATE_FREQUENCIES)[number];

export const catalogLife = lifecycle<"ACTIVE" | "ARCHIVED", "archive" | "sync">({
  noun: "catalog",
  starts: ["ACTIVE"],
  states: { ACTIVE: "campaigns can advertise its offerings", ARCHIVED: "it is kept, and no longer listed" },
  // A catalog is restored when its owner syncs it again under its own id.
  transitions: { archive: { ACTIVE: "ARCHIVED" }, sync: { ACTIVE: "ACTIVE", ARCHIVED: "ACTIVE" } },
});

/** An advertiser's products, as a list of offerings. */
export interface Catalog extends CatalogContent {
  readonly catalogId: number;
  readonly advertiserId: number;
  readonly isArchived: boolean;
  /** The number of offerings that are not archived. */
  readonly offeringCount: number;
  readonly feedReadAt: Date | null;
  /** Why the feed, or part of it, could not be read, and what to do; null if there is nothing to report. */
  readonly feedWarning: string | null;
  /** When the content was last synced, read from the feed, or sent to a sales agent. */
  readonly lastSyncedAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** A catalog's own fields, without its offerings. */
export interface CatalogContent {
  /** The buyer's own id if the catalog was synced by AdCP's sync_catalogs; null if it was created here. */
  readonly externalId: string | null;
  readonly name: string;
  readonly type: CatalogType;
  readonly description: string | null;
  /** The feed from which the offerings are read; null if they are sent to us. */
  readonly feed: Feed | null;
  readonly conversionEvents: readonly string[];
  /** A digest of what was synced, items included; null if the catalog has since been changed in another way. */
  readonly contentHash: string | null;
}

export interface Feed {
  readonly url: string;
  /** Null means AdCP's own JSON. */
  readonly format: FeedFormat | null;
  readonly updateFrequency: UpdateFrequency | null;
}

/** Null until a feed has been read. */
export function itemCountOf({ feed, feedReadAt, offeringCount }: Catalog): number | null {
  return feed && !feedReadAt ? null : offeringCount;
}
