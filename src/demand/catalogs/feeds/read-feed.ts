import { z } from "zod";
import type { CallContext } from "../../../ground/kernel/context.ts";
import { step } from "../../../ground/kernel/step.ts";
import { OutboundError } from "../../../ground/outbound/index.ts";
import { movable, task, WorkerFailure } from "../../../ground/workers/index.ts";
import type { Catalog, Feed } from "../catalog.ts";
import { replaceOfferings } from "../offerings/store.ts";
import { findCatalog, lockCatalog } from "../store.ts";
import { canRead, INTERVAL_MS } from "./formats.ts";
import type { FeedReading, UnreadFeed } from "./parse-feed.ts";
import { noteReading } from "./store.ts";

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

interface Claimed {
  readonly catalog: Catalog;
  readonly feed: Feed;
}

/** Reads a catalog's feed, and again as often as it says that it changes. What is wrong out there becomes its warning. */
export const readFeed = step({
  name: "catalogs.read-feed",
  // Each holds a whole feed in memory.
  atOnce: 2,
  input: z.object({ customerId: z.int(), advertiserId: z.int(), catalogId: z.int() }),

  async claim({ customerId, advertiserId, catalogId }, { db }): Promise<Claimed | undefined> {
    const catalog = await findCatalog(db, customerId, advertiserId, catalogId);
    if (!catalog?.feed || catalog.isArchived) return undefined;
    return { catalog, feed: catalog.feed };
  },

  call: ({ catalog, feed }, ctx) => fetchFeed(feed, catalog.type, ctx),

  async settle({ catalog, feed }, { pages, warning }, ctx): Promise<void> {
    const { db, viewer, now } = ctx;
    const { advertiserId, catalogId } = catalog;
    const current = await lockCatalog(db, viewer.customerId, advertiserId, catalogId);
    if (!current || current.isArchived || current.feed?.url !== feed.url) return;
    if (pages) await replaceOfferings(db, viewer.customerId, { catalogId, pages }, now);
    await noteReading(db, viewer.customerId, catalogId, { readAt: pages && now, warning });
    const { updateFrequency, format } = current.feed;
    if (!updateFrequency || !canRead(format)) return;
    const again = { delayMs: INTERVAL_MS[updateFrequency], key: `feed:${viewer.customerId}:${catalogId}` };
    await ctx.enqueue(readFeed, { customerId: viewer.customerId, advertiserId, catalogId }, again);
  },
});

async function fetchFeed(
  { url, format }: Feed,
  type: Catalog["type"],
  { outbound, workers }: CallContext,
): Promise<FeedReading> {
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
    // Whoever only has to wait is tried again by the queue.
    if (error instanceof WorkerFailure && error.kind !== "busy") return unread(error.message);
    throw error;
  }
}

function unread(reason: string): FeedReading {
  return { pages: null, warning: `url: the feed was not read: ${reason}. Sync it again to have it read again` };
}
