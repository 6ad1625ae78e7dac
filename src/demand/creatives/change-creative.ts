import type { Context } from "../../ground/kernel/context.ts";
import { NotFound } from "../../ground/kernel/errors.ts";
import type { UploadedFile } from "../../ground/kernel/operation.ts";
import type { Applied } from "./apply-change.ts";
import type { Creative } from "./creative.ts";
import {
  applyTo,
  claimSaving,
  dropAssets,
  type FetchedInputs,
  homeOf,
  type Saving,
  storeAssets,
} from "./save-creative.ts";
import type { CreativeChange } from "./schema.ts";
import { enqueueCreatives } from "./showing/pass-on.ts";
import { findCreative, lockCreative, markDeleted, updateCreative } from "./store.ts";

interface Path {
  readonly campaignId: string;
  readonly creativeId: string;
}

export async function getCreative({ db, viewer }: Context, { campaignId, creativeId }: Path): Promise<Creative> {
  return (await findCreative(db, viewer.customerId, campaignId, creativeId)) ?? missing(creativeId);
}

export async function claimChange(
  ctx: Context,
  path: Path,
  body: CreativeChange,
  files: readonly UploadedFile[],
): Promise<Saving> {
  const home = await homeOf(ctx, path.campaignId);
  const before = await getCreative(ctx, path);
  return claimSaving(ctx, { home, before, body }, files);
}

/** Changes the creative in its current version, possibly after a concurrent change. */
export async function settleChange(ctx: Context, saving: Saving, gathered: FetchedInputs): Promise<Applied> {
  const { db, viewer, now } = ctx;
  const { campaignId, creativeId } = saving.before;
  const standing = await lockCreative(db, viewer.customerId, campaignId, creativeId);
  const applied = applyTo(standing ?? missing(creativeId), saving, gathered, now);
  await updateCreative(db, viewer.customerId, applied.creative);
  const storage = await storeAssets(ctx, applied.creative, saving, gathered);
  return { ...applied, warnings: [...applied.warnings, ...storage] };
}

/**
 * A soft delete: the rows stay, so that past delivery can still be reported, but the creative is never shown again (buyer
 * contract f.4).
 */
export async function deleteCreative(ctx: Context, { campaignId, creativeId }: Path): Promise<void> {
  const { db, viewer, now } = ctx;
  await homeOf(ctx, campaignId);
  if (!(await lockCreative(db, viewer.customerId, campaignId, creativeId))) missing(creativeId);
  await markDeleted(db, viewer.customerId, creativeId, now);
  await dropAssets(ctx, creativeId);
  await enqueueCreatives(ctx, campaignId);
}

function missing(creativeId: string): never {
  throw new NotFound(`the campaign has no creative ${creativeId}`);
}
