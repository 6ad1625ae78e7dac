/** An advertiser's catalogs for a seller, each in full. */
export interface CatalogsToSync {
  /** Never changes: the same key means the same request. */
  readonly idempotencyKey: string;
  /** The only agent behind a storefront that should receive them; if omitted, all agents that accept catalogs. */
  readonly agentId?: string;
  readonly catalogs: readonly CatalogToSync[];
}

export interface CatalogToSync {
  /** The buyer's id. The seller replaces whatever it stored under this id. */
  readonly catalogId: string;
  readonly name: string;
  /** As AdCP 3.1 spells it: `product`. */
  readonly type: string;
  readonly content: CatalogFeed | CatalogItems;
  readonly conversionEvents: readonly string[];
}

/** A feed that the seller fetches itself. */
interface CatalogFeed {
  readonly url: string;
  readonly format: string | null;
  readonly updateFrequency: string | null;
}

/** Items, spelt as AdCP defines for their type. */
interface CatalogItems {
  readonly items: readonly Readonly<Record<string, unknown>>[];
}

export interface CatalogOutcome {
  readonly catalogId: string;
  /** Null if the seller does not say. */
  readonly itemCount: number | null;
  /** Why the seller did not accept it; null if it did. */
  readonly error: string | null;
}
