import { after, DAY_MS } from "../../../ground/kernel/clock.ts";
import { type Context, wallOf } from "../../../ground/kernel/context.ts";
import { newId } from "../../../ground/kernel/ids.ts";
import type { ModularSource } from "../modular-source.ts";
import { findModularSourceNumbered } from "../store.ts";
import type { FeedContent } from "./reading/read-apart.ts";
import { insertUpload, insertUploadRows } from "./store.ts";
import type { Upload } from "./upload.ts";

/** A preview waits so long for its commit, by the wall. */
const PREVIEW_LASTS_MS = DAY_MS;

/** Keeps a feed that was read for its commit: what was shown is what will be stored. */
export async function keepPreview(
  ctx: Context,
  source: ModularSource,
  inputSource: string,
  content: FeedContent,
): Promise<Upload> {
  const { customerId, inventorySourceId } = source;
  const current = await findModularSourceNumbered(ctx.db, source);
  const upload: Upload = {
    uploadId: newId("upload", ctx.random),
    inventorySourceId,
    status: "PREVIEW",
    inputSource,
    digest: content.digest,
    baseRevision: current?.feed.revision ?? source.feed.revision,
    availCount: content.availCount,
    rejectedRowCount: content.rejectedRowCount,
    warningCount: content.warningCount,
    createdAt: ctx.now,
    expiresAt: after(wallOf(ctx), PREVIEW_LASTS_MS),
  };
  await insertUpload(ctx.db, customerId, upload);
  for (const batch of content.batches) await insertUploadRows(ctx.db, customerId, upload.uploadId, batch);
  return upload;
}
