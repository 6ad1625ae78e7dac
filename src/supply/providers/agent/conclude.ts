import type { Context } from "../../../ground/kernel/context.ts";
import { newId } from "../../../ground/kernel/ids.ts";
import { stepped } from "../../../ground/kernel/lifecycle.ts";
import { adapterOf } from "../catalogue.ts";
import type { RemoteRef } from "../contract/job.ts";
import type { Change, RemoteBuy, ShownCreative } from "../contract/plan.ts";
import type { Report } from "../contract/report.ts";
import type { NewJob, ProviderJob } from "../jobs/provider-job.ts";
import { dayAfter, dayIn } from "../kit/days.ts";
import { lastKnown, reviewAfter } from "../kit/last-known.ts";
import { type ProviderBuy, platformBuyLife } from "./buy.ts";
import { listCreatives, type StoredCreative, saveCreative } from "./creatives/creative-store.ts";
import { lockBuy, saveBuy, saveDays } from "./store.ts";
import { toSellerError } from "./to-seller-error.ts";
import { findProvider } from "./wired.ts";

/** Stores a job's result. Returns the jobs that follow from it at the platform. */
export async function conclude(ctx: Context, job: ProviderJob): Promise<NewJob[]> {
  // If there is no media buy, only the job itself reports the result.
  if (job.mediaBuyId === null) return [];
  const buy = await lockBuy(ctx.db, job, job.mediaBuyId);
  if (!buy) return [];
  if (job.step.do === "done") {
    await concludeDone(ctx, job, buy, job.step.value);
    return [];
  }
  return job.step.do === "fail" ? concludeFailed(ctx, job, buy, job.step.made) : [];
}

async function concludeDone(ctx: Context, job: ProviderJob, buy: ProviderBuy, value: unknown): Promise<void> {
  switch (job.kind) {
    case "create": {
      const status = stepped(platformBuyLife, "open", buy.status);
      return saveBuy(ctx.db, { ...buy, status, mirror: value as RemoteBuy }, ctx.now);
    }
    case "change": {
      const { after, cancel, mirror } = job.input as Change;
      const status = cancel ? stepped(platformBuyLife, "cancel", buy.status) : buy.status;
      return saveBuy(ctx.db, { ...buy, status, plan: after, mirror: lastKnown(mirror, value as RemoteBuy) }, ctx.now);
    }
    case "show": {
      const { adId, refs, review } = value as ShownCreative;
      return saveCreativeResult(ctx, buy, job, (before) => ({ adId, refs, ...reviewAfter(before, review) }));
    }
    case "switch_ad":
      return undefined;
    case "report":
      return saveReport(ctx, buy, value as Report);
    case "clean_up":
    case "build":
      return undefined;
  }
}

async function saveCreativeResult(
  ctx: Context,
  buy: ProviderBuy,
  { packageId, creativeId: id }: ProviderJob,
  say: (before: StoredCreative) => Partial<StoredCreative>,
): Promise<void> {
  const known = await listCreatives(ctx.db, buy, [buy.mediaBuyId]);
  const creative = known.find((one) => one.packageId === packageId && one.creativeId === id);
  if (creative) await saveCreative(ctx.db, buy, { ...creative, ...say(creative) }, ctx.now);
}

async function saveReport(ctx: Context, buy: ProviderBuy, { rows, finalizedThrough }: Report): Promise<void> {
  const provider = await findProvider(ctx.db, buy);
  const settleDays = (provider && adapterOf(provider)?.describe.settleDays) ?? 28;
  const packages = new Map((buy.mirror?.packages ?? []).map(({ id, packageId }) => [id, packageId]));
  const days = rows.flatMap(({ packageRemoteId, ...row }) => {
    const packageId = packages.get(packageRemoteId);
    return packageId === undefined ? [] : { ...row, mediaBuyId: buy.mediaBuyId, packageId };
  });
  await saveDays(ctx.db, buy, days, ctx.now);
  const settled = finalizedThrough ?? dayAfter(dayIn(buy.timeZone, ctx.now), -settleDays);
  await saveBuy(ctx.db, { ...buy, reportedAt: ctx.now, finalizedThrough: settled }, ctx.now);
}

const refusedBy = (reason: string) => () => ({ approval: "rejected" as const, reason });

async function concludeFailed(
  ctx: Context,
  job: ProviderJob,
  buy: ProviderBuy,
  made: readonly RemoteRef[],
): Promise<NewJob[]> {
  const provider = await findProvider(ctx.db, buy);
  const name = (provider && adapterOf(provider)?.describe.displayName) ?? "the platform";
  if (job.kind === "show" && job.error)
    await saveCreativeResult(ctx, buy, job, refusedBy(toSellerError(job.error, name).message));
  if (job.kind !== "create" || !job.error) return [];
  const status = stepped(platformBuyLife, "refuse", buy.status);
  await saveBuy(ctx.db, { ...buy, status, reason: toSellerError(job.error, name) }, ctx.now);
  if (made.length === 0) return [];
  const { customerId, inventorySourceId, mediaBuyId } = buy;
  const jobId = newId("task", ctx.random);
  const about = { packageId: null, creativeId: null };
  return [{ customerId, jobId, inventorySourceId, mediaBuyId, kind: "clean_up", ...about, input: made }];
}
