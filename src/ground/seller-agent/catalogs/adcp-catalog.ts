import { z } from "zod";
import { readEach, texts } from "../adcp.ts";
import type { Payload } from "../external/wire/connection.ts";
import type { CatalogOutcome, CatalogsToSync, CatalogToSync } from "./catalog.ts";

const LONGEST_ERROR = 500;

const reported = z.string().nullish().catch(null);

/** AdCP 3.1, sync-catalogs-response: the result for one catalog. */
const SyncedCatalog = z.looseObject({
  catalog_id: z.string(),
  action: z.enum(["created", "updated", "unchanged", "failed", "deleted"]),
  item_count: z.int().nonnegative().nullish().catch(null),
  errors: z
    .array(z.looseObject({ code: reported, message: reported }))
    .nullish()
    .catch(null),
  warnings: texts,
});

export function toAdcpCatalogs({ idempotencyKey, catalogs }: CatalogsToSync): Payload {
  return { idempotency_key: idempotencyKey, catalogs: catalogs.map(toAdcpCatalog), validation_mode: "lenient" };
}

/** In the order of the request. A catalog that is missing from the seller's answer was not accepted. */
export function fromAdcpCatalogs(list: unknown, { catalogs }: CatalogsToSync): CatalogOutcome[] {
  const said = new Map(readEach(SyncedCatalog, list, "catalog_id").read.map((one) => [one.catalog_id, one]));
  return catalogs.map(({ catalogId }) => outcomeOf(catalogId, said.get(catalogId)));
}

function outcomeOf(catalogId: string, said: z.infer<typeof SyncedCatalog> | undefined): CatalogOutcome {
  if (!said) return { catalogId, itemCount: null, error: "the seller said nothing about it" };
  const taken = said.action !== "failed" && said.action !== "deleted";
  if (taken) return { catalogId, itemCount: said.item_count ?? null, error: null };
  const reasons = (said.errors ?? []).flatMap(({ code, message }) => message ?? code ?? []);
  const error = reasons.join("; ") || "the seller did not take it, and did not say why";
  return { catalogId, itemCount: null, error: error.slice(0, LONGEST_ERROR) };
}

function toAdcpCatalog({ catalogId, name, type, content, conversionEvents }: CatalogToSync): Payload {
  const named = { catalog_id: catalogId, name, type };
  const events = conversionEvents.length > 0 && { conversion_events: conversionEvents };
  if ("items" in content) return { ...named, ...events, items: content.items };
  return {
    ...named,
    ...events,
    url: content.url,
    ...(content.format !== null && { feed_format: content.format }),
    ...(content.updateFrequency !== null && { update_frequency: content.updateFrequency }),
  };
}
