import { lifecycle } from "../../ground/kernel/lifecycle.ts";

/** The types of AdCP 3.1, and those that only this API has. */
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
  // A catalog that its owner syncs again under its own id is restored.
  transitions: { archive: { ACTIVE: "ARCHIVED" }, sync: { ACTIVE: "ACTIVE", ARCHIVED: "ACTIVE" } },
});

/** An advertiser's products, as a list of offerings. */
export interface Catalog extends CatalogContent {
  readonly catalogId: number;
  readonly advertiserId: number;
  readonly isArchived: boolean;
  /** Those that are not archived. */
  readonly offeringCount: number;
  readonly feedReadAt: Date | null;
  /** Why the feed, or a part of it, was not read, and what to do; null if there is nothing to report. */
  readonly feedWarning: string | null;
  /** When its content last arrived by a sync or from its feed, or was sent to a sales agent. */
  readonly lastSyncedAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** A catalog's own fields, without its offerings. */
export interface CatalogContent {
  /** The buyer's own id if it came by AdCP's sync_catalogs; null if it was created here. */
  readonly externalId: string | null;
  readonly name: string;
  readonly type: CatalogType;
  readonly description: string | null;
  /** Where the offerings come from; null if they are sent to us. */
  readonly feed: Feed | null;
  readonly conversionEvents: readonly string[];
  /** The digest of what was synced, including items; null if it has been changed in another way since. */
  readonly contentHash: string | null;
}

export interface Feed {
  readonly url: string;
  /** Null for AdCP's own JSON. */
  readonly format: FeedFormat | null;
  readonly updateFrequency: UpdateFrequency | null;
}

/** Null until the feed has been read. */
export function itemCountOf({ feed, feedReadAt, offeringCount }: Catalog): number | null {
  return feed && !feedReadAt ? null : offeringCount;
}
