import { MINUTE_MS } from "../../../ground/kernel/clock.ts";
import type { Context } from "../../../ground/kernel/context.ts";
import { newId } from "../../../ground/kernel/ids.ts";
import type { DeliveryAnswer, DeliveryRequest, SellerMediaBuy } from "../../../ground/seller-agent/index.ts";
import { openLine } from "../connections/open-line.ts";
import type { RemoteBuy } from "../contract/plan.ts";
import type { ReportInput } from "../contract/report.ts";
import { runNow } from "../host/run-now.ts";
import { runInPerson } from "../jobs/run-in-person.ts";
import { enqueueJob } from "../jobs/run-job.ts";
import { listOpenJobs } from "../jobs/store.ts";
import { dayAfter, dayIn } from "../kit/days.ts";
import { lastKnown, reviewAfter } from "../kit/last-known.ts";
import { type ProviderBuy, toSellerMediaBuy } from "./buy.ts";
import { listCreatives, type StoredCreative, saveCreative } from "./creatives/creative-store.ts";
import { readSeatAccount } from "./seat.ts";
import { leftMs, type Shop } from "./shop.ts";
import { listBuys, listDays, lockBuy, saveBuy } from "./store.ts";

/** The status of buys, read from the platform; the last known status if it does not answer. */
export async function readBuys(shop: Shop, mediaBuyIds: readonly string[]): Promise<SellerMediaBuy[]> {
  await refreshBuys(shop, mediaBuyIds);
  return shop.read(async ({ db }) => {
    const buys = await listBuys(db, shop.source, mediaBuyIds);
    const creatives = Map.groupBy(await listCreatives(db, shop.source, mediaBuyIds), (one) => one.mediaBuyId);
    return buys
      .filter(({ status }) => status !== "OPENING")
      .map((buy) => toSellerMediaBuy(buy, creatives.get(buy.mediaBuyId) ?? [], shop.now));
  });
}

/** Reads each buy from the platform, and stores the result. */
export async function refreshBuys(shop: Shop, mediaBuyIds: readonly string[]): Promise<void> {
  const [buys, creatives] = await shop.read(async ({ db }) => [
    await listBuys(db, shop.source, mediaBuyIds),
    await listCreatives(db, shop.source, mediaBuyIds),
  ]);
  for (const buy of buys) {
    if (buy.status !== "STANDING" || !buy.mirror) continue;
    const own = creatives.filter(({ mediaBuyId }) => mediaBuyId === buy.mediaBuyId);
    const mirror = await readAtPlatform(shop, buy, withAds(buy.mirror, own));
    if (mirror) await shop.write((ctx) => saveRead(ctx, shop, buy, mirror, own));
  }
}

function withAds(mirror: RemoteBuy, creatives: readonly StoredCreative[]): RemoteBuy {
  const packages = mirror.packages.map((part) => ({
    ...part,
    ads: creatives.flatMap(({ packageId, creativeId, adId, approval, reason, raw }) =>
      packageId === part.packageId && adId !== null
        ? {
            id: adId,
            creativeId,
            configured: "active" as const,
            delivery: "unknown" as const,
            raw: raw ?? "",
            review: { approval, reason, raw: raw ?? "" },
          }
        : [],
    ),
  }));
  return { ...mirror, packages };
}

async function readAtPlatform(shop: Shop, buy: ProviderBuy, mirror: RemoteBuy): Promise<RemoteBuy | undefined> {
  const { adapter, out, now } = shop;
  const place = { customerId: buy.connectionCustomer, accountId: buy.accountId };
  const seat = await out.perform(readSeatAccount, place);
  if (!seat || !adapter.sales) return undefined;
  const connection = { customerId: buy.connectionCustomer, connectionId: buy.connectionId, provider: seat.provider };
  const line = await openLine(out, connection, seat.account, now);
  if (!line.ok) return undefined;
  const read = await runNow(out, line.value, adapter.sales.read, mirror, leftMs(shop) / 2);
  return read.ok ? read.value : undefined;
}

async function saveRead(
  ctx: Context,
  { source }: Shop,
  before: ProviderBuy,
  mirror: RemoteBuy,
  creatives: readonly StoredCreative[],
): Promise<void> {
  const buy = await lockBuy(ctx.db, source, before.mediaBuyId);
  // The buy was changed while it was being read, so what was read is out of date.
  if (!buy || buy.status !== "STANDING" || JSON.stringify(buy.plan) !== JSON.stringify(before.plan)) return;
  const { campaign, packages: read } = lastKnown(buy.mirror ?? mirror, mirror);
  const packages = read.map((part) => ({ ...part, ads: [] }));
  await saveBuy(ctx.db, { ...buy, mirror: { campaign, packages }, readAt: ctx.now }, ctx.now);
  const current = await listCreatives(ctx.db, source, [buy.mediaBuyId]);
  for (const ad of mirror.packages.flatMap((part) => part.ads)) {
    const creative = current.find(({ adId }) => adId === ad.id);
    const known = creatives.find(({ adId }) => adId === ad.id);
    if (!creative) continue;
    const review = reviewAfter(creative, ad.review);
    const isNews = known?.approval !== review.approval || known.raw !== review.raw;
    if (isNews) await saveCreative(ctx.db, source, { ...creative, ...review }, ctx.now);
  }
}

/** How old a report may be before a new one is requested. */
const FRESH_MS = 5 * MINUTE_MS;

/** Delivery per day, in the account's time zone. A day that the platform may still correct is not final. */
export async function readDelivery(shop: Shop, request: DeliveryRequest): Promise<DeliveryAnswer> {
  const { source } = shop;
  const buys = await shop.read(({ db }) => listBuys(db, source, request.mediaBuyIds));
  for (const buy of buys) await refreshReport(shop, buy, request);
  const [again, days] = await shop.read(async ({ db }) => [
    await listBuys(db, source, request.mediaBuyIds),
    await listDays(db, source, request),
  ]);
  const settled = new Map(again.map(({ mediaBuyId, finalizedThrough }) => [mediaBuyId, finalizedThrough]));
  return {
    timeZone: buys[0]?.timeZone ?? "UTC",
    currency: buys[0]?.currency ?? null,
    rows: days.map((day) => ({ ...day, final: day.day <= (settled.get(day.mediaBuyId) ?? "") })),
  };
}

async function refreshReport(shop: Shop, buy: ProviderBuy, { startDay, endDay }: DeliveryRequest): Promise<void> {
  const { now, out } = shop;
  const isFresh = buy.reportedAt !== null && Math.abs(now.getTime() - buy.reportedAt.getTime()) < FRESH_MS;
  if (!buy.mirror || isFresh) return;
  const first = dayIn(buy.timeZone, new Date(buy.plan.start));
  const today = dayIn(buy.timeZone, now);
  const input: ReportInput = {
    // The buyer's days are in its own time zone; one more day on either side makes sure that they are covered.
    startDay: later(first, dayAfter(startDay, -1)),
    endDay: earlier(today, dayAfter(endDay)),
    mirror: buy.mirror,
  };
  if (input.startDay > input.endDay) return;
  const jobId = await shop.write((ctx) => reportJob(ctx, buy, input));
  await runInPerson(out, { customerId: buy.customerId, jobId }, shop.until);
}

/** The report job in progress, or a new one. */
async function reportJob(ctx: Context, buy: ProviderBuy, input: ReportInput): Promise<string> {
  await lockBuy(ctx.db, buy, buy.mediaBuyId);
  const open = (await listOpenJobs(ctx.db, buy)).find(({ kind }) => kind === "report");
  if (open) return open.jobId;
  const jobId = newId("task", ctx.random);
  const { customerId, inventorySourceId, mediaBuyId } = buy;
  const about = { packageId: null, creativeId: null };
  await enqueueJob(ctx, { customerId, jobId, inventorySourceId, mediaBuyId, kind: "report", ...about, input });
  return jobId;
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}

function earlier(a: string, b: string): string {
  return a < b ? a : b;
}
