import type { Context } from "../../../ground/kernel/context.ts";
import { newId } from "../../../ground/kernel/ids.ts";
import { compare } from "../../../ground/kernel/money.ts";
import { refusal, rejected } from "../../../ground/seller-agent/implementing/refusal.ts";
import type {
  MediaBuyChange,
  MediaBuyOutcome,
  PackageChange,
  SellerError,
} from "../../../ground/seller-agent/index.ts";
import { refusedTargeting } from "../../../ground/seller-agent/targeting/index.ts";
import type { Change, Plan, PlannedPackage } from "../contract/plan.ts";
import { runInPerson } from "../jobs/run-in-person.ts";
import { enqueueJob } from "../jobs/run-job.ts";
import { listOpenJobs } from "../jobs/store.ts";
import { isGone, type ProviderBuy, statusOf } from "./buy.ts";
import { listCreatives } from "./creatives/creative-store.ts";
import { switchCreatives } from "./creatives/switch-creatives.ts";
import { digestOf } from "./digest.ts";
import { outcomeOfBuy } from "./read-outcome.ts";
import { readSeatAccount } from "./seat.ts";
import type { Shop } from "./shop.ts";
import { claimKey, findRequest, listBuys, lockBuy } from "./store.ts";
import { toSellerError } from "./to-seller-error.ts";

/** Changes a buy, once for the change's key. It makes either the whole change or none of it. */
export async function changeBuy(shop: Shop, change: MediaBuyChange): Promise<MediaBuyOutcome> {
  const { source } = shop;
  const digest = digestOf(change);
  const known = await shop.read(({ db }) => findRequest(db, source, change.idempotencyKey));
  if (!known) {
    await finishOpenJobs(shop, change.mediaBuyId);
    const refused = await acceptChange(shop, change, digest);
    if (refused) return rejected(...refused);
  }
  const kept = known ?? (await shop.read(({ db }) => findRequest(db, source, change.idempotencyKey)));
  if (!kept || kept.digest !== digest || kept.mediaBuyId === null)
    return rejected(refusal("IDEMPOTENCY_CONFLICT", "the key was used for another request", "idempotency_key"));
  if (kept.jobId) await runInPerson(shop.out, { customerId: source.customerId, jobId: kept.jobId }, shop.until);
  await switchCreatives(shop, change);
  return outcomeOfBuy(shop, kept.mediaBuyId, kept.jobId);
}

/** Two concurrent changes would overwrite each other, so the earlier one is completed first. */
async function finishOpenJobs(shop: Shop, mediaBuyId: string): Promise<void> {
  const open = await shop.read(({ db }) => listOpenJobs(db, { ...shop.source, mediaBuyId }));
  for (const { customerId, jobId, kind } of open)
    if (kind === "create" || kind === "change") await runInPerson(shop.out, { customerId, jobId }, shop.until);
}

async function acceptChange(
  shop: Shop,
  change: MediaBuyChange,
  digest: string,
): Promise<readonly SellerError[] | undefined> {
  const { source, adapter, out } = shop;
  const [found] = await shop.read(({ db }) => listBuys(db, source, [change.mediaBuyId]));
  const unknown = refusal("MEDIA_BUY_NOT_FOUND", `no media buy ${change.mediaBuyId}`, "media_buy_id");
  if (!found) return [unknown];
  const place = { customerId: found.connectionCustomer, accountId: found.accountId };
  const seat = await out.perform(readSeatAccount, place);
  if (!seat)
    return [
      refusal("AUTH_REQUIRED", `${adapter.describe.displayName} is not connected any more: it cannot be changed`),
    ];
  return shop.write(async (ctx) => {
    const buy = await lockBuy(ctx.db, source, change.mediaBuyId);
    if (!buy) return [unknown];
    const errors = await checkChange(ctx, shop, buy, change);
    if (errors.length > 0) return errors;
    const after = changedPlan(buy, change);
    const said = adapter.sales?.check(after, seat.account, seat.facts);
    if (said && !said.ok) return [toSellerError(said.error, adapter.describe.displayName)];
    const canceled = (change.packages ?? []).flatMap((one) => (one.canceled ? one.packageId : []));
    const isNothing = isSame(buy.plan, after) && !change.canceled && canceled.length === 0;
    const jobId = isNothing ? null : newId("task", ctx.random);
    const kept = { digest, mediaBuyId: buy.mediaBuyId, jobId };
    if (!(await claimKey(ctx.db, source, change.idempotencyKey, kept, ctx.now)) || jobId === null) return undefined;
    const { customerId, inventorySourceId, mediaBuyId, mirror } = buy;
    if (!mirror) return [notYet()];
    const whole: Change = { before: buy.plan, after, mirror, canceled, ...(change.canceled && { cancel: true }) };
    const input = { ...whole, facts: seat.facts };
    const about = { packageId: null, creativeId: null };
    await enqueueJob(ctx, { customerId, jobId, inventorySourceId, mediaBuyId, kind: "change", ...about, input });
    return undefined;
  });
}

function notYet(): SellerError {
  return refusal("SERVICE_UNAVAILABLE", "the platform is still working on it: try again later", null, "transient");
}

function isSame(a: Plan, b: Plan): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

const OVER = new Set(["completed", "rejected", "canceled"]);

async function checkChange(ctx: Context, shop: Shop, buy: ProviderBuy, change: MediaBuyChange): Promise<SellerError[]> {
  const shown = await listCreatives(ctx.db, shop.source, [buy.mediaBuyId]);
  const status = statusOf(buy, shown, shop.now);
  if (OVER.has(status)) {
    const code = change.canceled ? "NOT_CANCELLABLE" : "INVALID_STATE";
    return [refusal(code, `a media buy that is ${status} cannot be ${change.canceled ? "canceled" : "changed"}`)];
  }
  const open = await listOpenJobs(ctx.db, buy);
  if (!buy.mirror || open.some(({ kind }) => kind === "create" || kind === "change")) return [notYet()];
  return [
    ...checkDates(change, buy, shop.now),
    ...(change.packages ?? []).flatMap((part, at) => checkPackage(part, buy, shop, `packages[${at}]`)),
  ];
}

function checkDates({ startTime, endTime }: MediaBuyChange, { plan }: ProviderBuy, now: Date): SellerError[] {
  const begun = new Date(plan.start) <= now;
  const moves = startTime !== undefined && startTime.toISOString() !== plan.start;
  const start = startTime ?? new Date(plan.start);
  return [
    ...(moves && begun ? [refusal("VALIDATION_ERROR", "a flight that has begun keeps its start", "start_time")] : []),
    ...(endTime && (endTime <= now || endTime <= start)
      ? [refusal("VALIDATION_ERROR", "the end must be in the future, and after the start", "end_time")]
      : []),
  ];
}

function checkPackage(part: PackageChange, buy: ProviderBuy, { adapter }: Shop, path: string): SellerError[] {
  const known = buy.plan.packages.find(({ packageId }) => packageId === part.packageId);
  if (!known) return [refusal("PACKAGE_NOT_FOUND", `no package ${part.packageId}`, `${path}.package_id`)];
  if (isGone(buy, part.packageId)) return [refusal("INVALID_STATE", "this package was canceled", `${path}.package_id`)];
  const errors: SellerError[] = [];
  if (part.budget !== undefined && compare(part.budget, "0") <= 0)
    errors.push(refusal("BUDGET_TOO_LOW", "a budget must be more than zero", `${path}.budget`));
  if (part.bidPrice !== undefined && compare(part.bidPrice, "0") <= 0)
    errors.push(refusal("VALIDATION_ERROR", "a bid must be more than zero", `${path}.bid_price`));
  if (part.targeting)
    errors.push(...refusedTargeting(part.targeting, adapter.describe.targeting, `${path}.targeting_overlay`));
  if (part.creatives !== undefined)
    errors.push(
      refusal("UNSUPPORTED_FEATURE", "creatives are synced first, and then named by their ids", `${path}.creatives`),
    );
  return errors;
}

function changedPlan({ plan }: ProviderBuy, change: MediaBuyChange): Plan {
  const start = change.startTime?.toISOString() ?? plan.start;
  const end = change.endTime?.toISOString() ?? plan.end;
  const packages = plan.packages.map((part) => {
    const asked = change.packages?.find(({ packageId }) => packageId === part.packageId);
    return changedPackage(part, asked, { before: plan, start, end });
  });
  return { ...plan, start, end, paused: change.paused ?? plan.paused, packages };
}

interface Moved {
  readonly before: Plan;
  readonly start: string;
  readonly end: string;
}

/** A package that ran as long as its buy continues to do so. */
function changedPackage(part: PlannedPackage, asked: PackageChange | undefined, moved: Moved): PlannedPackage {
  const { before, start, end } = moved;
  return {
    ...part,
    budget: asked?.budget ?? part.budget,
    bid: asked?.bidPrice ?? part.bid,
    paused: asked?.paused ?? part.paused,
    pacing: asked?.pacing ?? part.pacing,
    targeting: asked?.targeting ?? part.targeting,
    start: asked?.startTime?.toISOString() ?? (part.start === before.start ? start : part.start),
    end: asked?.endTime?.toISOString() ?? (part.end === before.end ? end : part.end),
  };
}
