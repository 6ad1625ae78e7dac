import { after, DAY_MS } from "../../../ground/kernel/clock.ts";
import { type Context, wallOf } from "../../../ground/kernel/context.ts";
import { newId } from "../../../ground/kernel/ids.ts";
import type { ModularSource } from "../modular-source.ts";
import { findModularSourceNumbered } from "../store.ts";
import type { FeedContent } from "./reading/read-apart.ts";
import { insertUpload, insertUploadRows } from "./store.ts";
import type { Upload } from "./upload.ts";

/** How long a preview waits to be committed, in wall-clock time. */
const PREVIEW_LASTS_MS = DAY_MS;

/** Stores a feed that was read, so that a commit stores exactly what was shown. */
export async function savePreview(
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
