import type { Context } from "../../../ground/kernel/context.ts";
import { Invalid } from "../../../ground/kernel/errors.ts";
import type { JsonRecord } from "../avails/avail.ts";
import type { ModularSource } from "../modular-source.ts";
import { recordConfirmation } from "../store.ts";
import { commitFeed } from "./commit-feed.ts";
import { savePreview } from "./preview-feed.ts";
import { readApart } from "./reading/read-apart.ts";

/** More rows than anybody corrects by hand; a longer list should be uploaded as a feed. */
const MOST_CORRECTED = 200;

/** A person has confirmed the avails, possibly with corrected rows, which are ingested like any commit. */
export async function confirmAvails(ctx: Context, source: ModularSource, { rows }: JsonRecord): Promise<void> {
  await recordConfirmation(ctx.db, source, ctx.now);
  if (rows === undefined) return;
  if (!Array.isArray(rows) || rows.length > MOST_CORRECTED || !rows.every(isRow))
    throw new Invalid(`result.rows: a list of at most ${MOST_CORRECTED} rows; upload a feed for more`, {
      field: "result.rows",
    });
  const said = readApart({ content: rows, defaults: {}, options: {} });
  if (said.kind === "unreadable") throw new Invalid(`result.rows: ${said.reason}`, { field: "result.rows" });
  if (said.rejectedRows.length > 0)
    throw new Invalid("result.rows: some of the corrected rows are wrong", {
      field: "result.rows",
      details: { rejectedRows: said.rejectedRows },
    });
  const { uploadId } = await savePreview(ctx, source, "rows", said);
  await commitFeed(ctx, source, uploadId);
}

function isRow(row: unknown): row is JsonRecord {
  return typeof row === "object" && row !== null && !Array.isArray(row);
}
