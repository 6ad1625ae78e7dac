import type { CallContext, Context } from "../../ground/kernel/context.ts";
import { Invalid } from "../../ground/kernel/errors.ts";
import { newId } from "../../ground/kernel/ids.ts";
import type { UploadedFile } from "../../ground/kernel/operation.ts";
import { blankCreative, type Creative } from "./creative.ts";
import {
  applyTo,
  claimSaving,
  type FetchedInputs,
  gatherSaving,
  homeOf,
  type Saving,
  storeAssets,
} from "./save-creative.ts";
import type { CreativeChange } from "./schema.ts";
import { findCreativeNamed, type Home, insertCreative } from "./store.ts";

/** A creative to be created, or an existing one of the same name in the campaign, in which case nothing is left to do. */
type Creation =
  | { readonly kind: "new"; readonly saving: Saving; readonly fileCount: number }
  | { readonly kind: "existing"; readonly created: Created };

export interface Created {
  readonly home: Home;
  readonly creative: Creative;
  readonly warnings: readonly string[];
  /**
   * The number of uploaded files that are ignored because the campaign already has a creative of this name; null if the creative
   * is new.
   */
  readonly ignoredFiles: number | null;
}

/** Names are unique within a campaign, so repeating a create has no further effect (buyer contract f.2). */
export async function claimCreation(
  ctx: Context,
  campaignId: string,
  body: CreativeChange,
  files: readonly UploadedFile[],
): Promise<Creation> {
  const { db, viewer, now, random } = ctx;
  const home = await homeOf(ctx, campaignId);
  const named = body.name ? await findCreativeNamed(db, viewer.customerId, campaignId, body.name) : undefined;
  if (named) return { kind: "existing", created: existing(home, named, files.length) };
  const before = blankCreative(newId("creative", random), campaignId, now);
  return { kind: "new", saving: await claimSaving(ctx, { home, before, body }, files), fileCount: files.length };
}

/** No seller shows an empty creative, but the buyer would only learn that from the seller, late. */
function checkContent({ planned }: Saving): void {
  if (planned.length > 0) return;
  throw new Invalid(
    "a creative needs something to show: send a file, or one of linked_assets, url_assets, text_assets, cards, url_asset and " +
      "webhook_asset",
    { field: "assets" },
  );
}

export async function gatherCreation(creation: Creation, ctx: CallContext): Promise<FetchedInputs | null> {
  if (creation.kind === "existing") return null;
  // An error that refers to the named format explains better what is missing.
  const gathered = await gatherSaving(creation.saving, ctx);
  checkContent(creation.saving);
  return gathered;
}

/** Of two concurrent requests with the same name, the second returns the creative of the first. */
export async function settleCreation(
  ctx: Context,
  creation: Creation,
  gathered: FetchedInputs | null,
): Promise<Created> {
  if (creation.kind === "existing") return creation.created;
  if (!gathered) throw new Error("a new creative is settled with what was gathered for it");
  const { saving, fileCount } = creation;
  const { customerId } = ctx.viewer;
  const { creative, warnings } = applyTo(saving.before, saving, gathered, ctx.now);
  if (!(await insertCreative(ctx.db, customerId, creative))) {
    const first = await findCreativeNamed(ctx.db, customerId, creative.campaignId, creative.name);
    if (first) return existing(saving.home, first, fileCount);
  }
  const storage = await storeAssets(ctx, creative, saving, gathered);
  return { home: saving.home, creative, warnings: [...warnings, ...storage], ignoredFiles: null };
}

function existing(home: Home, creative: Creative, fileCount: number): Created {
  return { home, creative, warnings: [], ignoredFiles: fileCount };
}
