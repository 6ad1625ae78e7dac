import type { Context } from "../../../ground/kernel/context.ts";
import { refusal, rejected } from "../../../ground/seller-agent/implementing/refusal.ts";
import type {
  MediaBuyChange,
  MediaBuyOutcome,
  PackageChange,
  SellerCall,
  SellerError,
} from "../../../ground/seller-agent/index.ts";
import { type Booking, isLive } from "../ledger/booking.ts";
import { lockWithAvail } from "../ledger/lock-booking.ts";
import { listBookingsOfBuys } from "../ledger/store.ts";
import type { ModularSource } from "../modular-source.ts";
import { release } from "../trafficking/release.ts";
import type { Buy, BuyPackage } from "./buy.ts";
import { statusOf } from "./buy.ts";
import { later } from "./clock.ts";
import { digestOf } from "./digest.ts";
import { notifyUpstream } from "./notify-upstream.ts";
import { impressionsFor } from "./plan-claims.ts";
import { outcomeOf } from "./read-buys.ts";
import { resizePackage } from "./resize-package.ts";
import { claimKey, findRequest, freeKey, lockBuy, saveOutcome, updateBuy } from "./store.ts";

/** Changes a buy, once for the change's key. It makes either the whole change or none of it. */
export async function changeBuy(
  ctx: Context,
  source: ModularSource,
  change: MediaBuyChange,
  call: SellerCall,
): Promise<MediaBuyOutcome> {
  const { idempotencyKey } = change;
  const digest = digestOf(change);
  if (!(await claimKey(ctx.db, source, idempotencyKey, digest, ctx.now))) {
    const known = await findRequest(ctx.db, source, idempotencyKey);
    if (known?.digest === digest) return known.outcome;
    return rejected(refusal("IDEMPOTENCY_CONFLICT", "the key was used for another request", "idempotency_key"));
  }
  const outcome = await apply(ctx, source, change, later(ctx.now, call.now));
  if (outcome.kind === "rejected") await freeKey(ctx.db, source, idempotencyKey);
  else await saveOutcome(ctx.db, source, idempotencyKey, outcome);
  return outcome;
}

const OVER = new Set(["completed", "rejected", "canceled"]);

async function apply(ctx: Context, source: ModularSource, change: MediaBuyChange, now: Date): Promise<MediaBuyOutcome> {
  const { mediaBuyId } = change;
  const unknown = refusal("MEDIA_BUY_NOT_FOUND", `no media buy ${mediaBuyId}`, "media_buy_id");
  const bookings = await lockBookings(ctx, source, mediaBuyId);
  const buy = await lockBuy(ctx.db, source, mediaBuyId);
  if (!buy) return rejected(unknown);
  const status = statusOf({ buy, bookings, isTrafficked: false }, now);
  if (OVER.has(status)) return rejected(alreadyOver(change, status));
  const errors = check(change, buy, bookings, now);
  if (errors.length > 0) return rejected(...errors);
  if (change.canceled) {
    for (const booking of bookings.filter(isLive)) await release(ctx, source, booking);
    await updateBuy(ctx.db, source, { ...buy, canceledAt: ctx.now, revision: buy.revision + 1 }, ctx.now);
    return outcomeOf(ctx, source, mediaBuyId, now);
  }
  const short = await changePackages(ctx, source, { change, buy, bookings, now });
  return short ? rejected(short) : outcomeOf(ctx, source, mediaBuyId, now);
}

/** Locks the avails first, always in the same order. */
async function lockBookings(ctx: Context, source: ModularSource, mediaBuyId: string): Promise<Booking[]> {
  const found = await listBookingsOfBuys(ctx.db, source, [mediaBuyId]);
  const locked: Booking[] = [];
  for (const booking of found.toSorted((a, b) => (a.availId < b.availId ? -1 : 1)))
    locked.push(await lockWithAvail(ctx, source, booking));
  return locked;
}

interface Changing {
  readonly change: MediaBuyChange;
  readonly buy: Buy;
  readonly bookings: readonly Booking[];
  readonly now: Date;
}

async function changePackages(
  ctx: Context,
  source: ModularSource,
  changing: Changing,
): Promise<SellerError | undefined> {
  const { change, buy, bookings, now } = changing;
  const packages: BuyPackage[] = [];
  for (const part of buy.packages) {
    const asked = change.packages?.find(({ packageId }) => packageId === part.packageId);
    const own = bookings.filter((booking) => booking.packageId === part.packageId && isLive(booking));
    const after = changedBy(part, asked);
    packages.push(after);
    if (after.canceled && !part.canceled) for (const booking of own) await release(ctx, source, booking);
    else if (after.impressions !== part.impressions) {
      const free = await resizePackage(ctx, source, { buy, part: after, bookings: own, now });
      if (free !== undefined) return notEnough(change, part.packageId, free);
    }
  }
  const after: Buy = {
    ...buy,
    start: change.startTime ?? buy.start,
    end: change.endTime ?? buy.end,
    paused: change.paused ?? buy.paused,
    revision: buy.revision + 1,
    packages,
  };
  await updateBuy(ctx.db, source, after, ctx.now);
  await notifyUpstream(ctx, source, buy, after);
  return undefined;
}

function notEnough({ packages = [] }: MediaBuyChange, packageId: string, availableImpressions: number): SellerError {
  const at = packages.findIndex((one) => one.packageId === packageId);
  const message = `there are ${availableImpressions} more impressions free, which is not enough`;
  return refusal("PRODUCT_UNAVAILABLE", message, `packages[${at}].budget`, "correctable", { availableImpressions });
}

function changedBy(part: BuyPackage, change: PackageChange | undefined): BuyPackage {
  if (!change) return part;
  const budget = change.budget ?? part.budget;
  return {
    ...part,
    budget,
    impressions: change.budget === undefined ? part.impressions : impressionsFor(budget, part.cpm),
    start: change.startTime ?? part.start,
    end: change.endTime ?? part.end,
    paused: change.paused ?? part.paused,
    canceled: part.canceled || change.canceled === true,
    creatives: change.creatives ?? part.creatives,
  };
}

function alreadyOver({ canceled }: MediaBuyChange, status: string): SellerError {
  if (canceled) return refusal("NOT_CANCELLABLE", `a media buy that is ${status} cannot be canceled`);
  return refusal("INVALID_STATE", `a media buy that is ${status} cannot be changed`);
}

function check(change: MediaBuyChange, buy: Buy, bookings: readonly Booking[], now: Date): SellerError[] {
  const { startTime, endTime, packages = [] } = change;
  const start = startTime ?? buy.start;
  const moves = startTime !== undefined && startTime.getTime() !== buy.start.getTime();
  return [
    ...(moves && buy.start <= now
      ? [refusal("VALIDATION_ERROR", "a flight that has begun keeps its start", "start_time")]
      : []),
    ...(endTime && (endTime <= now || endTime <= start)
      ? [refusal("VALIDATION_ERROR", "the end must be in the future, and after the start", "end_time")]
      : []),
    ...packages.flatMap((part, at) => checkPackage(part, buy, bookings, `packages[${at}]`)),
  ];
}

function checkPackage(change: PackageChange, buy: Buy, bookings: readonly Booking[], path: string): SellerError[] {
  const part = buy.packages.find(({ packageId }) => packageId === change.packageId);
  const at = (name: string) => `${path}.${name}`;
  if (!part) return [refusal("PACKAGE_NOT_FOUND", `no package ${change.packageId}`, at("package_id"))];
  if (part.canceled) return [refusal("INVALID_STATE", "this package was canceled", at("package_id"))];
  const errors: SellerError[] = [];
  if (change.targeting !== undefined && Object.keys(change.targeting).length > 0)
    errors.push(refusal("UNSUPPORTED_FEATURE", "this inventory does not support targeting", at("targeting_overlay")));
  if (change.bidPrice !== undefined && change.bidPrice !== part.cpm)
    errors.push(refusal("UNSUPPORTED_FEATURE", "what has been sold keeps its price", at("bid_price")));
  if (change.creativeIds !== undefined && change.creativeIds.length > 0)
    errors.push(
      refusal("UNSUPPORTED_FEATURE", "there is no library here: send the creatives themselves", at("creative_ids")),
    );
  if (change.budget === undefined) return errors;
  const reported = bookings
    .filter(({ packageId }) => packageId === part.packageId)
    .reduce((sum, { reportedImpressions }) => sum + (reportedImpressions ?? 0), 0);
  const wanted = impressionsFor(change.budget, part.cpm);
  if (wanted < 1 || wanted < reported)
    errors.push(refusal("BUDGET_TOO_LOW", `${reported} of its impressions have already been delivered`, at("budget")));
  return errors;
}
