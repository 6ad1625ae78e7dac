import type { Readable } from "node:stream";
import { assetKeyOf, type Spooled } from "../../ground/blobs/index.ts";
import { after, DAY_MS, HOUR_MS } from "../../ground/kernel/clock.ts";
import { type CallContext, type Context, wallOf } from "../../ground/kernel/context.ts";
import { NotFound, TooLarge, Unavailable } from "../../ground/kernel/errors.ts";
import { newId } from "../../ground/kernel/ids.ts";
import type { UploadedFile } from "../../ground/kernel/operation.ts";
import type { FormatId } from "../../ground/seller-agent/index.ts";
import { type Applied, applyChange, type ChangeContext } from "./apply-change.ts";
import type { NewAsset } from "./assets/asset.ts";
import { checkStorage } from "./assets/blobs/storage.ts";
import { claimBlobs, holdStorage, markBlobsUsed, releaseBlobs } from "./assets/blobs/store.ts";
import { bytesOf, planAssets } from "./assets/planned-asset.ts";
import { type ClaimedAsset, receiveAssets } from "./assets/receive-assets.ts";
import { listTexts, saveAssets } from "./assets/store.ts";
import { listDemands } from "./coverage/store.ts";
import type { Creative } from "./creative.ts";
import { descriptionOf } from "./formats/fit-format.ts";
import { fromFormatIdInput } from "./formats/format-id.ts";
import { claimFormats, collectFormats, type FormatsClaim } from "./formats/gather-formats.ts";
import { distinctFormats, type SellerFormats } from "./formats/seller-formats.ts";
import { saveSellerFormats } from "./formats/store.ts";
import type { CreativeChange } from "./schema.ts";
import { enqueueCreatives } from "./showing/pass-on.ts";
import { findHome, type Home } from "./store.ts";

/** A creative being saved: the request, and what is known before anything is fetched. */
export interface Saving {
  readonly home: Home;
  /** The version on which the request is based; empty if it is new. */
  readonly before: Creative;
  readonly body: CreativeChange;
  readonly planned: readonly ClaimedAsset[];
  readonly texts: ReadonlyMap<string, string>;
  readonly demanded: readonly FormatId[];
  readonly formats: FormatsClaim;
}

/** The results of the external requests. */
export interface FetchedInputs {
  readonly added: readonly NewAsset[];
  readonly described: ChangeContext["described"];
  /** Answers of sellers that have not been stored yet. */
  readonly asked: readonly SellerFormats[];
}

/** How long an upload may take before its remains are deleted. */
const CLAIM_MS = HOUR_MS;
/** How long an operator can still restore the bytes of a deleted asset. */
const GRACE_MS = 30 * DAY_MS;

export async function homeOf({ db, viewer }: Context, campaignId: string): Promise<Home> {
  const home = await findHome(db, viewer.customerId, campaignId);
  if (!home) throw new NotFound(`there is no campaign ${campaignId}`);
  return home;
}

/** Runs before anything is fetched or stored: assigns ids to the assets, and records each blob that may be written. */
export async function claimSaving(
  ctx: Context,
  { home, before, body }: Pick<Saving, "home" | "before" | "body">,
  files: readonly UploadedFile[],
): Promise<Saving> {
  const { db, viewer, random, installation } = ctx;
  const planned = planAssets(body, files).map((plan) => ({ ...plan, assetId: newId("asset", random) }));
  const bulky = planned.filter(({ origin }) => ["bytes", "upload", "fetch"].includes(origin.kind));
  if (bulky.length > installation.uploads.files)
    throw new TooLarge(`at most ${installation.uploads.files} files per request: send the rest in a later update`);
  const claims = bulky.map(({ assetId, origin }) => ({ assetId, bytes: bytesOf(origin) }));
  await claimBlobs(db, viewer.customerId, claims, after(wallOf(ctx), CLAIM_MS));
  await checkStorage(ctx);
  const [texts, demands, formats] = await Promise.all([
    listTexts(db, viewer.customerId, [before.creativeId]),
    listDemands(db, viewer.customerId, [before.campaignId]),
    claimFormats(ctx),
  ]);
  return { home, before, body, planned, texts, demanded: demands.flatMap(({ formatIds }) => formatIds), formats };
}

/** Fetches, inspects and checks, and stores the bytes. Throws `Invalid` before anything is stored. */
export async function gatherSaving(saving: Saving, ctx: CallContext): Promise<FetchedInputs> {
  const spooled: Spooled[] = [];
  const take = async (stream: Readable) => {
    const content = await ctx.spool.take(stream);
    spooled.push(content);
    return content;
  };
  try {
    const added = await receiveAssets(saving.planned, { take }, ctx);
    const gathered = { added, ...(await describe(saving, ctx)) };
    applyTo(saving.before, saving, gathered, ctx.now);
    for (const { file, assetId, contentType } of added)
      if (file) await ctx.blobs.put(assetKeyOf(ctx.viewer.customerId, assetId), file, contentType);
    return gathered;
  } finally {
    for (const content of spooled) await content.remove();
  }
}

/** Asks sellers only for formats that matter here and have not been described yet. */
async function describe({ before, body, formats, demanded }: Saving, ctx: CallContext) {
  const remembered = distinctFormats(formats.remembered);
  const given = body.format_id ? fromFormatIdInput(body.format_id) : before.format.isGiven && before.format.formatId;
  const wanted = given ? [given] : body.format_kind ? [] : demanded;
  if (wanted.every((formatId) => descriptionOf(formatId, { described: remembered })))
    return { described: remembered, asked: [] };
  const { reported, asked } = await collectFormats(formats, ctx);
  return { described: distinctFormats(reported), asked };
}

/** Applies the change to the creative as it is by now. */
export function applyTo(creative: Creative, saving: Saving, { added, described }: FetchedInputs, now: Date): Applied {
  const { body, demanded } = saving;
  return applyChange(creative, body, added, { described, demanded, texts: textsAfter(saving, added), now });
}

function textsAfter({ texts }: Saving, added: readonly NewAsset[]): ReadonlyMap<string, string> {
  return new Map([
    ...texts,
    ...added.flatMap(({ assetId, text }) => (text === null ? [] : [[assetId, text] as const])),
  ]);
}

/**
 * Stores the assets, releases bytes that are no longer needed, and enqueues the notification of the sellers. Returns
 * what the buyer should know about its storage.
 */
export async function storeAssets(
  ctx: Context,
  { creativeId, campaignId, assets }: Creative,
  saving: Saving,
  { added, asked }: FetchedInputs,
): Promise<readonly string[]> {
  const { db, viewer, now } = ctx;
  const { customerId } = viewer;
  const put = added.flatMap(({ file, fileSize, assetId }) => (file ? [{ assetId, bytes: fileSize }] : []));
  // The size of fetched bytes is only counted here, under a lock: otherwise each of several concurrent requests would see enough
  // space for itself.
  if (put.length > 0) await holdStorage(db, customerId);
  if (!(await markBlobsUsed(db, customerId, put, wallOf(ctx))))
    throw new Unavailable("the upload took too long and was discarded: send it again");
  const warnings = put.length > 0 ? await checkStorage(ctx) : [];
  await saveAssets(db, customerId, creativeId, assets, textsAfter(saving, added), now);
  await releaseBlobs(db, customerId, creativeId, after(wallOf(ctx), GRACE_MS));
  await saveSellerFormats(db, customerId, asked);
  await enqueueCreatives(ctx, campaignId);
  return warnings;
}

/** Deletes all of a creative's assets and, after a while, their bytes. */
export async function dropAssets(ctx: Context, creativeId: string): Promise<void> {
  const { db, viewer, now } = ctx;
  await saveAssets(db, viewer.customerId, creativeId, [], new Map(), now);
  await releaseBlobs(db, viewer.customerId, creativeId, after(wallOf(ctx), GRACE_MS));
}
