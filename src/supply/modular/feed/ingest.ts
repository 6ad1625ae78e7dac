import type { z } from "zod";
import type { CallContext, Context } from "../../../ground/kernel/context.ts";
import { Invalid } from "../../../ground/kernel/errors.ts";
import { productViewOf } from "../avails/product-view.ts";
import { listAvailPage } from "../avails/store.ts";
import { readStanding } from "../lifecycle/read-projection.ts";
import { projectionViewOf } from "../lifecycle/schema.ts";
import type { ModularSource } from "../modular-source.ts";
import { listModules } from "../modules/store.ts";
import { getOwnSource } from "../own-source.ts";
import { commitFeed } from "./commit-feed.ts";
import { defaultsIn, optionsIn } from "./defaults.ts";
import { savePreview } from "./preview-feed.ts";
import type { FeedContent, FeedResult } from "./reading/read-apart.ts";
import type { FeedToRead } from "./reading/read-feed.ts";
import { readInThread } from "./reading-task.ts";
import { type FeedDefaultsBody, type IngestBody, type IngestView, type PreviewView, previewViewOf } from "./schema.ts";

/** A feed to be ingested into a source. */
export interface Ingesting {
  readonly source: ModularSource;
  /** Undefined if a preview is to be stored, because it was already read. */
  readonly toRead: FeedToRead | undefined;
  /** The name of the body's field. */
  readonly inputSource: string;
}

export async function draftIngest(ctx: Context, sourceId: string, body: IngestBody): Promise<Ingesting> {
  const { avails, rawRows, csvText, jsonText } = body;
  const source = await getOwnSource(ctx, sourceId);
  const text = csvText ?? jsonText;
  const content = avails ?? rawRows ?? (text === undefined ? undefined : new TextEncoder().encode(text));
  const inputSource = avails ? "avails" : rawRows ? "rawRows" : csvText === undefined ? "jsonText" : "csvText";
  return { source, inputSource, toRead: content && (await toReadOf(ctx, source, content, body)) };
}

export async function draftUpload(
  ctx: Context,
  sourceId: string,
  bytes: Uint8Array,
  body: FeedDefaultsBody,
): Promise<Ingesting> {
  const source = await getOwnSource(ctx, sourceId);
  return { source, inputSource: "upload", toRead: await toReadOf(ctx, source, bytes, body) };
}

async function toReadOf(
  { db }: Context,
  source: ModularSource,
  content: FeedToRead["content"],
  body: FeedDefaultsBody,
): Promise<FeedToRead> {
  const feed = (await listModules(db, source)).find(({ kind }) => kind === "INVENTORY_FEED");
  return { content, defaults: defaultsIn(body, feed), options: optionsIn(feed) };
}

export async function readIngest({ toRead }: Ingesting, { workers }: CallContext): Promise<FeedResult | undefined> {
  return toRead && readInThread(toRead, workers);
}

export async function settlePreview(
  ctx: Context,
  { source, inputSource }: Ingesting,
  said: FeedResult | undefined,
): Promise<z.input<typeof PreviewView>> {
  const content = contentOf(said);
  return previewViewOf(await savePreview(ctx, source, inputSource, content), content);
}

export async function settleIngest(
  ctx: Context,
  ingesting: Ingesting,
  said: FeedResult | undefined,
  body: IngestBody,
): Promise<z.input<typeof IngestView>> {
  const { source, inputSource } = ingesting;
  if (!body.confirmed) return settlePreview(ctx, ingesting, said);
  const content = body.uploadId === undefined ? contentOf(said) : undefined;
  if (body.avails && content && content.rejectedRowCount > 0) throw wrongAvails(content);
  const uploadId = content ? (await savePreview(ctx, source, inputSource, content)).uploadId : (body.uploadId ?? "");
  const commit = await commitFeed(ctx, source, uploadId, { fullReplacement: body.fullReplacement ?? false });
  const after = await getOwnSource(ctx, source.sourceId);
  const products = await listAvailPage(ctx.db, source, { take: 200, after: "", now: ctx.now });
  return {
    ...commit,
    rejectedRowCount: content?.rejectedRowCount ?? 0,
    projection: projectionViewOf(await readStanding(ctx, after)),
    products: products.map(productViewOf),
  };
}

function contentOf(said: FeedResult | undefined): FeedContent {
  if (said?.kind === "read") return said;
  throw new Invalid(`the feed cannot be read: ${said?.reason ?? "it is missing"}`, { field: "file" });
}

/** Refuses a confirmation with invalid rows: either everything that was confirmed is stored, or nothing. */
function wrongAvails({ rejectedRows }: FeedContent): Invalid {
  const issues = rejectedRows.flatMap(({ rowNumber, diagnostics }) =>
    diagnostics.map(({ field, message }) => ({ path: `avails.${rowNumber - 1}.${field}`, message })),
  );
  return new Invalid("avails: some are invalid, and none was stored", {
    field: issues[0]?.path,
    details: { issues: issues.slice(0, 500) },
  });
}
