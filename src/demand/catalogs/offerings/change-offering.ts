import type { output } from "zod";
import type { Context } from "../../../ground/kernel/context.ts";
import { Conflict, NotFound } from "../../../ground/kernel/errors.ts";
import { decimalOf } from "../../../ground/kernel/money.ts";
import { catalogIdOf } from "../catalog-id.ts";
import { getCatalog, holdCatalog } from "../change-catalog.ts";
import type { Offering } from "./offering.ts";
import type { NewOfferingBody, OfferingChangeBody, OfferingPath } from "./schema.ts";
import { archiveOffering, findOffering, insertOffering, updateOffering } from "./store.ts";

type Path = output<typeof OfferingPath>;

export async function createOffering(
  ctx: Context,
  path: Omit<Path, "offeringId">,
  { offeringId, title, description, price, currency, landingUrl }: output<typeof NewOfferingBody>,
): Promise<Offering> {
  const { catalogId } = await holdCatalog(ctx, path);
  const offering = {
    offeringId,
    title,
    description: description ?? null,
    price: priceOf(price),
    currency: currency ?? null,
    landingUrl: landingUrl ?? null,
    item: null,
  };
  const made = await insertOffering(ctx.db, ctx.viewer.customerId, catalogId, offering, ctx.now);
  if (made) return made;
  throw new Conflict(
    `offeringId: catalog ${catalogIdOf(catalogId)} already has an offering ${offeringId}: update it, or choose another id`,
    { field: "offeringId" },
  );
}

export async function getOffering(ctx: Context, path: Path): Promise<Offering> {
  const { catalogId } = await getCatalog(ctx, path);
  return present(await findOffering(ctx.db, ctx.viewer.customerId, catalogId, path.offeringId), path);
}

/** Only changes what the body names. */
export async function changeOffering(
  ctx: Context,
  path: Path,
  { title, description, price, currency, landingUrl }: output<typeof OfferingChangeBody>,
): Promise<Offering> {
  const before = await holdOffering(ctx, path);
  const after: Offering = {
    ...before,
    title: title ?? before.title,
    description: description === undefined ? before.description : description,
    price: price === undefined ? before.price : priceOf(price),
    currency: currency === undefined ? before.currency : currency,
    landingUrl: landingUrl === undefined ? before.landingUrl : landingUrl,
    // The offering no longer matches what was synced.
    item: null,
    updatedAt: ctx.now,
  };
  await updateOffering(ctx.db, ctx.viewer.customerId, after, ctx.now);
  return after;
}

export async function removeOffering(ctx: Context, path: Path): Promise<void> {
  const offering = await holdOffering(ctx, path);
  await archiveOffering(ctx.db, ctx.viewer.customerId, offering, ctx.now);
}

async function holdOffering(ctx: Context, path: Path): Promise<Offering> {
  const { catalogId } = await holdCatalog(ctx, path);
  return present(await findOffering(ctx.db, ctx.viewer.customerId, catalogId, path.offeringId), path);
}

function present(offering: Offering | undefined, { catalogId, offeringId }: Path): Offering {
  if (!offering) throw new NotFound(`catalog ${catalogIdOf(catalogId)} has no offering ${offeringId}`);
  return offering;
}

function priceOf(price: number | null | undefined) {
  return price === undefined || price === null ? null : decimalOf(price);
}
