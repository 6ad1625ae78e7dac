import { after, HOUR_MS } from "../../../ground/kernel/clock.ts";
import { type CallContext, type Context, wallOf } from "../../../ground/kernel/context.ts";
import { Unavailable } from "../../../ground/kernel/errors.ts";
import { type Agenda, step } from "../../../ground/kernel/step.ts";
import { OutboundError } from "../../../ground/outbound/index.ts";
import { notify } from "../../../platform/notifications/index.ts";
import type { FeedSchedule, ModularSource } from "../modular-source.ts";
import { listModules } from "../modules/store.ts";
import {
  claimFeedReading,
  findModularSourceNumbered,
  listDueFeedsOfAllCustomers,
  recordFeedReading,
} from "../store.ts";
import { openItem } from "../work-queue/open-item.ts";
import { commitFeed } from "./commit-feed.ts";
import { defaultsIn, optionsIn } from "./defaults.ts";
import { fetchFeedJob } from "./fetch-feed-job.ts";
import { savePreview } from "./preview-feed.ts";
import type { FeedContent, FeedResult } from "./reading/read-apart.ts";
import type { FeedToRead } from "./reading/read-feed.ts";
import { readInThread } from "./reading-task.ts";

const TIMEOUT_MS = 60_000;
const MOST_BYTES = 45 * 1024 * 1024;

interface Claimed {
  readonly source: ModularSource;
  readonly schedule: FeedSchedule;
  readonly toRead: Omit<FeedToRead, "content">;
}

type Fetched =
  | { readonly kind: "unchanged" }
  | { readonly kind: "failed"; readonly error: string }
  | { readonly kind: "said"; readonly said: FeedResult; readonly etag: string | null };

/** Fetches a scheduled feed and puts its valid rows on sale. A feed that has not changed at its URL is not read again. */
export const fetchFeed = step({
  ...fetchFeedJob,
  audit: { resource: "AVAILS_FEED", idIn: "inventorySourceId" },
  async claim(place, ctx): Promise<Claimed | undefined> {
    const source = await findModularSourceNumbered(ctx.db, place);
    const schedule = source?.feed.schedule;
    if (!source || !schedule) return undefined;
    const wall = wallOf(ctx);
    const next = after(wall, schedule.everyHours * HOUR_MS);
    if (!(await claimFeedReading(ctx.db, place, { wall, next }))) return undefined;
    const feed = (await listModules(ctx.db, source)).find(({ kind }) => kind === "INVENTORY_FEED");
    return { source, schedule, toRead: { defaults: defaultsIn(schedule.defaults, feed), options: optionsIn(feed) } };
  },
  call: (claimed, out) => fetchAt(claimed, out),
  async settle({ source, schedule }, fetched, ctx): Promise<void> {
    const current = await findModularSourceNumbered(ctx.db, source);
    if (!current || current.feed.schedule?.url !== schedule.url) return;
    if (fetched.kind === "unchanged") return recordFeedReading(ctx.db, source, { etag: source.feed.etag, error: null });
    if (fetched.kind === "failed") return fail(ctx, current, fetched.error);
    if (fetched.said.kind === "unreadable") return fail(ctx, current, fetched.said.reason);
    await acceptFeed(ctx, current, fetched.said);
    await recordFeedReading(ctx.db, source, { etag: fetched.etag, error: null });
  },
});

async function fetchAt({ source, schedule, toRead }: Claimed, { outbound, workers }: CallContext): Promise<Fetched> {
  try {
    const { etag } = source.feed;
    const answer = await outbound.request(schedule.url, {
      purpose: "avails feed",
      timeoutMs: TIMEOUT_MS,
      maxResponseBytes: MOST_BYTES,
      maxRedirects: 3,
      ...(etag && { headers: { "if-none-match": etag } }),
    });
    if (answer.status === 304) return { kind: "unchanged" };
    if (answer.status !== 200) return { kind: "failed", error: `its server answered ${answer.status}` };
    const said = await readInThread({ ...toRead, content: answer.bytes() }, workers);
    return { kind: "said", said, etag: answer.headers.etag?.slice(0, 500) ?? null };
  } catch (error) {
    if (error instanceof OutboundError || error instanceof Unavailable) return { kind: "failed", error: error.message };
    throw error;
  }
}

/** A feed with the same content is not committed again, even if its ETag differs. */
async function acceptFeed(
  ctx: Context,
  source: ModularSource,
  content: FeedContent & { readonly inputSource: string },
) {
  if (content.digest !== source.feed.digest && content.availCount > 0) {
    const { uploadId } = await savePreview(ctx, source, content.inputSource, content);
    await commitFeed(ctx, source, uploadId);
  }
  if (content.rejectedRowCount === 0) return;
  const feed = (await listModules(ctx.db, source)).find(({ kind }) => kind === "INVENTORY_FEED");
  await openItem(ctx, source, {
    kind: "CONFIRM_AVAILS",
    stage: "INGEST_AVAILS",
    moduleInstanceId: feed?.moduleInstanceId ?? null,
    subject: "INGEST_AVAILS:REJECTED_ROWS",
    title: `${content.rejectedRowCount} rows of the feed were left out`,
    resourceType: "AVAILS_FEED",
    resourceId: source.sourceId,
    requiredKeys: ["confirmed"],
    payload: { rejectedRows: content.rejectedRows.slice(0, 50) },
  });
}

/** Avails that are on sale stay on sale. The seller's people are notified once, not on every failure. */
async function fail(ctx: Context, source: ModularSource, error: string): Promise<void> {
  await recordFeedReading(ctx.db, source, { etag: null, error });
  if (source.feed.error !== null) return;
  const message = `the feed of ${source.name} could not be read: ${error}. The products on sale are unchanged`;
  await notify(ctx, {
    type: "avails_feed.unread",
    resourceType: "INVENTORY_SOURCE",
    resourceId: source.sourceId,
    message,
  });
}

/** Publishers' servers live in wall-clock time, so advancing a seller's clock does not bring a fetch forward. */
export const feedAgenda: Agenda = {
  next: async () => undefined,
  async dueOfAllCustomers(db, wall, limit) {
    const due = await listDueFeedsOfAllCustomers(db, wall, limit);
    return due.map(({ at, ...input }) => ({ at, step: fetchFeed, input, subject: `feed ${input.inventorySourceId}` }));
  },
};
