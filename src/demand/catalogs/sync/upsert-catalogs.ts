import type { Context } from "../../../ground/kernel/context.ts";
import { type Catalog, itemCountOf } from "../catalog.ts";
import { catalogIdOf, numberIn } from "../catalog-id.ts";
import { readFeed } from "../feeds/read-feed.ts";
import { pagesOf } from "../offerings/page.ts";
import { replaceOfferings } from "../offerings/store.ts";
import { archiveCatalogs } from "../store.ts";
import { type Plan, planCatalog } from "./plan-catalog.ts";
import type { CatalogInput, SyncCatalogsBody } from "./schema.ts";
import { findSyncedCatalogs, holdCatalogsOf, listOtherSyncedCatalogs, saveCatalogs } from "./store.ts";

/** A plan, and the catalog that resulted; undefined if nothing was written. */
export interface Upserted extends Plan {
  readonly catalogId: number | undefined;
  readonly itemCount: number | null;
}

export interface Upsert {
  readonly upserted: readonly Upserted[];
  readonly deleted: readonly Catalog[];
}

/** Makes the advertiser's catalogs match the body, as AdCP 3.1's sync_catalogs does. */
export async function upsertCatalogs(ctx: Context, advertiserId: number, body: SyncCatalogsBody): Promise<Upsert> {
  const { db, viewer } = ctx;
  const strict = body.validation_mode === "strict";
  await holdCatalogsOf(db, viewer.customerId, advertiserId);
  const sent = meant(body);
  const known = await findSyncedCatalogs(db, viewer.customerId, advertiserId, {
    externalIds: sent.map(({ catalog_id }) => catalog_id),
    catalogIds: sent.flatMap(({ catalog_id }) => numberIn(catalog_id) ?? []),
  });
  const planned: Plan[] = [];
  for (const input of sent) planned.push(await planCatalog(input, knownAs(input, known), strict));
  const plans = unique(planned);
  const failed = plans.some(({ action }) => action === "failed");
  if (strict && failed) return { upserted: plans.map(withheld), deleted: [] };

  const kept = (body.catalogs ?? []).map(({ catalog_id }) => catalog_id);
  const others = body.delete_missing ? await listOtherSyncedCatalogs(db, viewer.customerId, advertiserId, kept) : [];
  if (body.dry_run) return { upserted: plans.map((plan) => shown(plan, plan.known?.catalogId)), deleted: others };
  const upserted = await upsertPlanned(ctx, advertiserId, plans);
  const gone = others.map(({ catalogId }) => catalogId);
  if (gone.length > 0) await archiveCatalogs(db, viewer.customerId, gone, ctx.now);
  return { upserted, deleted: others };
}

async function upsertPlanned(ctx: Context, advertiserId: number, plans: readonly Plan[]): Promise<Upserted[]> {
  const { db, viewer, now } = ctx;
  const changing = plans.filter(({ action }) => action === "created" || action === "updated");
  const ids = await saveCatalogs(db, viewer.customerId, advertiserId, changing, now);
  const numbered = changing.flatMap((plan) => {
    const catalogId = plan.known?.catalogId ?? ids.get(plan.content.externalId ?? "");
    return catalogId === undefined ? [] : [{ ...plan, catalogId }];
  });
  for (const plan of numbered) {
    const offerings = plan.offerings ?? (isFeedUnchanged(plan) ? undefined : []);
    if (offerings)
      await replaceOfferings(db, viewer.customerId, { catalogId: plan.catalogId, pages: pagesOf(offerings) }, now);
  }
  const idOf = new Map(numbered.map(({ id, catalogId }) => [id, catalogId]));
  const upserted = plans.map((plan) => shown(plan, idOf.get(plan.id) ?? plan.known?.catalogId));
  for (const { catalogId, content, action } of upserted) {
    if (catalogId === undefined || !content.feed || action === "failed") continue;
    await ctx.enqueue(readFeed, { customerId: viewer.customerId, advertiserId, catalogId });
  }
  return upserted;
}

/** If the feed is unchanged, its previous content is kept until it is read again. */
function isFeedUnchanged({ known, content }: Plan): boolean {
  return known?.isArchived === false && known.feed?.url === content.feed?.url;
}

function meant({ catalogs = [], catalog_ids }: SyncCatalogsBody): CatalogInput[] {
  return catalogs.filter(({ catalog_id }) => !catalog_ids || catalog_ids.includes(catalog_id));
}

function knownAs({ catalog_id }: CatalogInput, known: readonly Catalog[]): Catalog | undefined {
  const number = numberIn(catalog_id);
  return known.find((one) => (number === undefined ? one.externalId === catalog_id : isNumber(one, number)));
}

/** An archived catalog is restored by the id under which it was synced, not by its number. */
function isNumber({ catalogId, isArchived }: Catalog, number: number): boolean {
  return catalogId === number && !isArchived;
}

/** Two entries for the same catalog, under any of its names, contradict each other: the later one fails. */
function unique(plans: readonly Plan[]): Plan[] {
  const seen = new Set<string>();
  return plans.map((plan) => {
    const key = plan.known ? catalogIdOf(plan.known.catalogId) : plan.id;
    if (!seen.has(key)) {
      seen.add(key);
      return plan;
    }
    return { ...plan, action: "failed", error: "it is named twice: leave one out" };
  });
}

function withheld(plan: Plan): Upserted {
  const {
    error = "it is valid, but was not applied because another is not: correct that, or send validation_mode lenient",
  } = plan;
  return { ...plan, action: "failed", error, catalogId: plan.known?.catalogId, itemCount: null };
}

function shown(plan: Plan, catalogId: number | undefined): Upserted {
  const { known, offerings, action } = plan;
  const counted = action === "unchanged" && known ? itemCountOf(known) : (offerings?.length ?? null);
  return { ...plan, catalogId, itemCount: counted };
}
