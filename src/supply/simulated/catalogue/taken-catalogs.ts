import type { CatalogOutcome, CatalogsToSync } from "../../../ground/seller-agent/index.ts";

/** The publisher takes every catalog, keeps none, and follows no feed, so that it cannot say what is in one. */
export function takenCatalogs({ catalogs }: CatalogsToSync): CatalogOutcome[] {
  return catalogs.map(({ catalogId, content }) => ({
    catalogId,
    itemCount: "items" in content ? content.items.length : null,
    error: null,
  }));
}
