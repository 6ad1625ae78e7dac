import type { output } from "zod";
import type { Context } from "../../ground/kernel/context.ts";
import { Invalid, NotFound } from "../../ground/kernel/errors.ts";
import { getActiveAdvertiser, getAdvertiser } from "../advertisers/index.ts";
import type { Catalog } from "./catalog.ts";
import { catalogIdOf } from "./catalog-id.ts";
import type { CatalogChangeBody, CatalogPath, NewCatalogBody } from "./schema.ts";
import { archiveCatalogs, describeCatalog, findCatalog, insertCatalog, lockCatalog } from "./store.ts";

type Path = output<typeof CatalogPath>;

export async function createCatalog(
  ctx: Context,
  advertiserId: number,
  { name, type, description = null }: output<typeof NewCatalogBody>,
): Promise<Catalog> {
  await getActiveAdvertiser(ctx, advertiserId);
  const made = { externalId: null, feed: null, conversionEvents: [], contentHash: null };
  return insertCatalog(ctx.db, ctx.viewer.customerId, advertiserId, { ...made, name, type, description }, ctx.now);
}

/** A catalog that is not archived. */
export async function getCatalog(ctx: Context, { advertiserId, catalogId }: Path): Promise<Catalog> {
  await getAdvertiser(ctx, advertiserId);
  return present(await findCatalog(ctx.db, ctx.viewer.customerId, advertiserId, catalogId), catalogId);
}

/** A catalog that is not archived, locked until the end of the transaction. */
export async function holdCatalog(ctx: Context, { advertiserId, catalogId }: Path): Promise<Catalog> {
  await getAdvertiser(ctx, advertiserId);
  return present(await lockCatalog(ctx.db, ctx.viewer.customerId, advertiserId, catalogId), catalogId);
}

function present(catalog: Catalog | undefined, catalogId: number | string): Catalog {
  if (!catalog || catalog.isArchived) throw new NotFound(`there is no catalog ${catalogIdOf(catalogId)}`);
  return catalog;
}

/** Only changes what the body names. */
export async function changeCatalog(
  ctx: Context,
  path: Path,
  { name, description, type }: output<typeof CatalogChangeBody>,
): Promise<Catalog> {
  const before = await holdCatalog(ctx, path);
  if (type !== undefined && type !== before.type)
    throw new Invalid(`type: a catalog's type, ${before.type}, cannot change: create another for ${type}`, {
      field: "type",
    });
  const after: Catalog = {
    ...before,
    name: name ?? before.name,
    description: description === undefined ? before.description : description,
    contentHash: null,
    updatedAt: ctx.now,
  };
  await describeCatalog(ctx.db, ctx.viewer.customerId, after, ctx.now);
  return after;
}

/** Archives a catalog with everything in it. Campaigns that name it still do. */
export async function archiveCatalog(ctx: Context, path: Path): Promise<void> {
  const { catalogId } = await holdCatalog(ctx, path);
  await archiveCatalogs(ctx.db, ctx.viewer.customerId, [catalogId], ctx.now);
}
