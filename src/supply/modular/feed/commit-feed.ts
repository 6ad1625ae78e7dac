import { type Context, wallOf } from "../../../ground/kernel/context.ts";
import { InvalidState, NotFound } from "../../../ground/kernel/errors.ts";
import { saveCapabilities } from "../../sources/modular/index.ts";
import { readCapabilities } from "../agent/capabilities.ts";
import {
  listShortfalls,
  listUploadParts,
  replaceWords,
  type Shortfall,
  upsertFromUpload,
  withdrawOthers,
} from "../avails/store.ts";
import type { ModularSource } from "../modular-source.ts";
import { listModules } from "../modules/store.ts";
import { lockFeed, recordCommit } from "../store.ts";
import { openItem } from "../work-queue/open-item.ts";
import { endUpload, lockUpload } from "./store.ts";
import { StalePreview } from "./upload.ts";

export interface Commit {
  readonly ingestedAvailCount: number;
  readonly withdrawnAvailCount: number;
}

/**
 * Puts a preview on sale, storing every avail exactly as it was shown. Other avails stay unless the feed replaces
 * everything. What has been sold stays sold, even if its avail has become too small.
 */
export async function commitFeed(
  ctx: Context,
  source: ModularSource,
  uploadId: string,
  { fullReplacement = false }: { readonly fullReplacement?: boolean } = {},
): Promise<Commit> {
  const { db, now } = ctx;
  const revision = await lockFeed(db, source);
  const upload = await lockUpload(db, source, uploadId);
  if (!upload) throw new NotFound(`there is no preview ${uploadId} of this source`);
  if (upload.status === "COMMITTED") return { ingestedAvailCount: upload.availCount, withdrawnAvailCount: 0 };
  if (upload.expiresAt <= wallOf(ctx)) throw new InvalidState("the preview has expired: upload the feed again");
  if (upload.baseRevision !== revision)
    throw new StalePreview("another feed was committed after this preview: make a new preview and confirm that one");
  const next = revision + 1;
  for (const part of await listUploadParts(db, source.customerId, uploadId)) {
    await upsertFromUpload(db, source, { uploadId, revision: next, at: now }, part);
    await replaceWords(db, source, { uploadId, isFirst: revision === 0 }, part);
  }
  const withdrawnAvailCount = fullReplacement ? await withdrawOthers(db, source, next, now) : 0;
  await recordCommit(db, source, { revision: next, digest: upload.digest, at: now });
  await endUpload(db, source.customerId, uploadId);
  await saveCapabilities(db, source, await readCapabilities(db, source, now), now);
  await notifyOfShortfalls(ctx, source, await listShortfalls(db, source, next));
  return { ingestedAvailCount: upload.availCount, withdrawnAvailCount };
}

/** More has been sold than there is. Nothing is cancelled automatically: a person has to talk to the buyers. */
async function notifyOfShortfalls(
  ctx: Context,
  source: ModularSource,
  shortfalls: readonly Shortfall[],
): Promise<void> {
  const [worst] = shortfalls;
  if (!worst) return;
  const feed = (await listModules(ctx.db, source)).find(({ kind }) => kind === "INVENTORY_FEED");
  await openItem(ctx, source, {
    kind: "CONFIRM_AVAILS",
    stage: "INGEST_AVAILS",
    moduleInstanceId: feed?.moduleInstanceId ?? null,
    subject: "INGEST_AVAILS:SHORTFALL",
    title: `${worst.name} has ${worst.impressions} impressions fewer than have been sold`,
    description:
      "Bookings stay, and nothing new is sold there. Speak with the buyers and release what cannot be delivered, or correct the capacity.",
    resourceType: "AVAIL",
    resourceId: worst.availId,
    requiredKeys: ["confirmed"],
    priority: "HIGH",
    payload: { shortfalls: shortfalls.map((one) => ({ ...one })) },
  });
}
