import { z } from "zod";
import { dispatch, type Outcome, POLICIES, type Progress, type Result } from "../../../ground/dispatch/index.ts";
import type { CallContext, Context } from "../../../ground/kernel/context.ts";
import { OutboundError } from "../../../ground/outbound/index.ts";
import { movable, task, WorkerFailure } from "../../../ground/workers/index.ts";
import type { Catalog, Feed } from "../catalog.ts";
import { replaceOfferings } from "../offerings/store.ts";
import { lockCatalog } from "../store.ts";
import { canRead, INTERVAL_MS } from "./formats.ts";
import type { FeedReading, UnreadFeed } from "./parse-feed.ts";
import { findProgress, recordReading, saveProgress } from "./store.ts";

const TIMEOUT_MS = 60_000;
const MOST_BYTES = 32 * 1024 * 1024;

const parsing = task<UnreadFeed, FeedReading>({
  name: "catalogs.parse-feed",
  module: new URL("./parse-feed.ts", import.meta.url).href,
  work: "parseFeed",
  deadlineMs: 30_000,
  memoryMb: 512,
  atOnce: 1,
});

interface HeldFeed extends Catalog, Progress {
  readonly feed: Feed;
}

/** What was read, and the URL it came from. */
interface Read extends FeedReading {
  readonly url: string;
}

/** Reads a catalog's feed, and again at its stated interval. Problems of the feed's server become the catalog's warning. */
export const readFeed = dispatch({
  name: "catalogs.read-feed",
  // Each run holds a whole feed in memory.
  atOnce: 2,
  input: { advertiserId: z.int(), catalogId: z.int() },
  policy: POLICIES.feed,
  async load({ customerId, advertiserId, catalogId }, { db }): Promise<HeldFeed | undefined> {
    const catalog = await lockCatalog(db, customerId, advertiserId, catalogId);
    if (!catalog?.feed || catalog.isArchived) return undefined;
    return { ...catalog, feed: catalog.feed, ...(await findProgress(db, customerId, catalogId)) };
  },
  isOpen: () => true,
  request: async (held) => ({ record: held, request: { feed: held.feed, type: held.type } }),
  save,
  call: async ({ feed, type }: Pick<HeldFeed, "feed" | "type">, out): Promise<Outcome<Read>> => {
    const reading = await fetchFeed(feed, type, out);
    if (!reading) return { kind: "not_taken", message: "other feeds are being read" };
    return { kind: "answered", answer: { url: feed.url, ...reading } };
  },
  settle,
  answer: () => undefined,
});

async function settle(held: HeldFeed, result: Result<Read>, ctx: Context): Promise<HeldFeed> {
  if (result.kind === "again") return save(held, ctx);
  const { db, viewer, now } = ctx;
  const { advertiserId, catalogId, feed } = held;
  const read = result.kind === "answered" ? result.answer : { url: feed.url, ...unread(result.message) };
  const place = { customerId: viewer.customerId, advertiserId, catalogId };
  // If the feed's URL was changed in the meantime, the new one is read.
  if (read.url !== feed.url) await ctx.enqueue(readFeed, place);
  else {
    const { pages, warning } = read;
    if (pages) await replaceOfferings(db, viewer.customerId, { catalogId, pages }, now);
    await recordReading(db, viewer.customerId, catalogId, { readAt: pages && now, warning });
    await readAgain(ctx, place, feed);
  }
  return save({ ...held, attempts: 0 }, ctx);
}

async function readAgain(
  ctx: Context,
  place: { readonly customerId: number; readonly advertiserId: number; readonly catalogId: number },
  { updateFrequency, format }: Feed,
): Promise<void> {
  if (!updateFrequency || !canRead(format)) return;
  const key = `feed:${place.customerId}:${place.catalogId}`;
  await ctx.enqueue(readFeed, place, { delayMs: INTERVAL_MS[updateFrequency], key });
}

async function save(held: HeldFeed, { db, viewer }: Context): Promise<HeldFeed> {
  await saveProgress(db, viewer.customerId, held);
  return held;
}

/** Undefined if it has to wait for other feeds to be read. */
async function fetchFeed(
  { url, format }: Feed,
  type: Catalog["type"],
  { outbound, workers }: CallContext,
): Promise<FeedReading | undefined> {
  if (!canRead(format)) return unread(`we do not read ${format} feeds`);
  try {
    const answer = await outbound.request(url, {
      purpose: "catalog feed",
      timeoutMs: TIMEOUT_MS,
      maxResponseBytes: MOST_BYTES,
      maxRedirects: 3,
    });
    if (answer.status !== 200) return unread(`its server answered ${answer.status}`);
    const bytes = movable(answer.bytes());
    return await workers.run(parsing, { bytes, type }, { transfer: [bytes.buffer] });
  } catch (error) {
    if (error instanceof OutboundError) return unread(error.message);
    if (!(error instanceof WorkerFailure)) throw error;
    return error.kind === "busy" ? undefined : unread(error.message);
  }
}

function unread(reason: string): FeedReading {
  return { pages: null, warning: `url: the feed was not read: ${reason}. Sync it again to have it read again` };
}
