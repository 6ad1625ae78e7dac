import { after, MINUTE_MS } from "../../../ground/kernel/clock.ts";
import type { Context } from "../../../ground/kernel/context.ts";
import { newId } from "../../../ground/kernel/ids.ts";
import { refusal, rejected } from "../../../ground/seller-agent/implementing/refusal.ts";
import type {
  MediaBuyOutcome,
  NewMediaBuy,
  NewPackage,
  SellerCall,
  SellerError,
} from "../../../ground/seller-agent/index.ts";
import { lockAvails } from "../avails/store.ts";
import { type Booking, type Claim, DEFAULT_HOLD } from "../ledger/booking.ts";
import { type Claimed, claimAvails } from "../ledger/claim-avails.ts";
import { expireHolds } from "../ledger/moves/store.ts";
import type { ModularSource } from "../modular-source.ts";
import type { ModuleInstance } from "../modules/module-instance.ts";
import { listModules } from "../modules/store.ts";
import { askForRate } from "../trafficking/ask-for-rate.ts";
import { handOff } from "../trafficking/hand-off.ts";
import type { Buy, BuyPackage } from "./buy.ts";
import { checkFlight, type Sold, sell } from "./check-buy.ts";
import { later } from "./clock.ts";
import { digestOf } from "./digest.ts";
import { findOffer } from "./offer-products.ts";
import { type Left, leftOf, type Share, spread } from "./plan-claims.ts";
import { outcomeOf } from "./read-buys.ts";
import { findRequest, freeKey, insertBuy, keepOutcome, listBuys, takeKey } from "./store.ts";

interface Planned {
  readonly part: BuyPackage;
  readonly sold: Sold;
  readonly shares: readonly Share[];
}

/** Takes a new buy, once for its key: every package of it, or nothing. */
export async function placeBuy(
  ctx: Context,
  source: ModularSource,
  request: NewMediaBuy,
  call: SellerCall,
): Promise<MediaBuyOutcome> {
  const { idempotencyKey } = request;
  const digest = digestOf(request);
  if (!(await takeKey(ctx.db, source, idempotencyKey, digest, ctx.now))) {
    const known = await findRequest(ctx.db, source, idempotencyKey);
    if (known?.digest === digest) return known.outcome;
    return rejected(refusal("IDEMPOTENCY_CONFLICT", "the key was used for another request", "idempotency_key"));
  }
  const outcome = await take(ctx, source, request, call);
  if (outcome.kind === "rejected") await freeKey(ctx.db, source, idempotencyKey);
  else await keepOutcome(ctx.db, source, idempotencyKey, outcome);
  return outcome;
}

async function take(
  ctx: Context,
  source: ModularSource,
  request: NewMediaBuy,
  call: SellerCall,
): Promise<MediaBuyOutcome> {
  const now = later(ctx.now, call.now);
  const modules = await listModules(ctx.db, source);
  const errors = checkFlight(request, now);
  if (!modules.some(({ kind, status }) => kind === "BOOKING_LEDGER" && status !== "DISABLED"))
    errors.push(refusal("SERVICE_UNAVAILABLE", "this source has no booking ledger to sell from", null, "transient"));
  const sold = await sellAll(ctx, source, request, now);
  errors.push(...sold.filter(isError));
  if (errors.length > 0) return rejected(...errors);
  const planned = await plan(ctx, source, request, sold.filter(isSold));
  if (!Array.isArray(planned)) return rejected(planned);
  const buy = await draft(ctx, source, request, call, planned);
  const claimed = await claimAvails(
    ctx.db,
    source,
    planned.flatMap((one) => claimsOf(ctx, buy, one, ctx.now)),
    ctx.now,
  );
  if (claimed.kind !== "held") return rejected(shortage(claimed));
  if (!(await insertBuy(ctx.db, source, buy, ctx.now)))
    throw new Error(`the media buy ${buy.mediaBuyId} came up twice`);
  await begin(ctx, source, { buy, modules, bookings: claimed.bookings, planned });
  return outcomeOf(ctx, source, buy.mediaBuyId, now);
}

async function sellAll(ctx: Context, source: ModularSource, { packages, flight }: NewMediaBuy, now: Date) {
  const sold: (Sold | SellerError)[] = [];
  for (const [at, part] of packages.entries())
    sold.push(sell(part, await findOffer(ctx, source, part.productId, now), flight, `packages[${at}]`));
  return sold;
}

/** Every avail of the buy is locked in one order, and then divided among its packages. */
async function plan(
  ctx: Context,
  source: ModularSource,
  { packages }: NewMediaBuy,
  sold: readonly Sold[],
): Promise<Planned[] | SellerError> {
  const availIds = [...new Set(sold.flatMap(({ avails }) => avails.map(({ availId }) => availId)))];
  await lockAvails(ctx.db, source, availIds);
  await expireHolds(ctx.db, source, ctx.now, availIds);
  const left: Left = leftOf(await lockAvails(ctx.db, source, availIds));
  const planned: Planned[] = [];
  for (const [at, one] of sold.entries()) {
    const part = packages[at];
    const before = one.avails.reduce((sum, { availId }) => sum + (left.get(availId) ?? 0), 0);
    const shares = spread(one.avails, one.impressions, left);
    if (!part || !shares) return notEnough(one.impressions, before, `packages[${at}].budget`);
    planned.push({ part: packageOf(ctx, part, one), sold: one, shares });
  }
  return planned;
}

function packageOf({ random }: Context, part: NewPackage, { cpm, impressions }: Sold): BuyPackage {
  const { buyerRef, productId, pricingOptionId, budget, currency, startTime = null, endTime = null } = part;
  const bought = { buyerRef, productId, pricingOptionId, budget, currency, cpm, impressions };
  const packageId = newId("package", random);
  return { ...bought, packageId, start: startTime, end: endTime, paused: false, canceled: false, creatives: [] };
}

/** The buyer's name for the buy is the order's id, by which the seller's people know it; one that is taken is nobody's. */
async function draft(
  ctx: Context,
  source: ModularSource,
  { buyerRef, name, flight }: NewMediaBuy,
  { buyer }: SellerCall,
  planned: readonly Planned[],
): Promise<Buy> {
  const [known] = await listBuys(ctx.db, source, [buyerRef]);
  return {
    mediaBuyId: known || buyerRef === "" ? newId("mediaBuy", ctx.random) : buyerRef,
    name,
    buyerCustomerId: buyer.customerId,
    buyerName: buyer.name,
    start: flight.start,
    end: flight.end,
    paused: false,
    canceledAt: null,
    rejectedReason: null,
    revision: 1,
    packages: planned.map(({ part }) => part),
  };
}

function claimsOf(ctx: Context, buy: Buy, { part, sold, shares }: Planned, now: Date): Claim[] {
  return shares.map(({ availId, impressions }) => ({
    bookingId: newId("booking", ctx.random),
    mediaBuyId: buy.mediaBuyId,
    packageId: part.packageId,
    buyerCustomerId: buy.buyerCustomerId,
    availId,
    requestedImpressions: impressions,
    expiresAt: after(now, DEFAULT_HOLD * MINUTE_MS),
    runsUntil: sold.runsUntil,
    campaignName: buy.name,
    advertiserName: buy.buyerName,
  }));
}

interface Begun {
  readonly buy: Buy;
  readonly modules: readonly ModuleInstance[];
  readonly bookings: readonly Booking[];
  readonly planned: readonly Planned[];
}

async function begin(ctx: Context, source: ModularSource, { buy, modules, bookings, planned }: Begun): Promise<void> {
  for (const booking of bookings) {
    const own = planned.find(({ part }) => part.packageId === booking.packageId);
    if (own?.sold.underPrice)
      await askForRate(ctx, source, booking, { offered: own.sold.cpm, currency: own.part.currency });
    else await handOff(ctx, source, modules, booking, { campaignName: buy.name, advertiserName: buy.buyerName });
  }
}

function shortage(claimed: Exclude<Claimed, { readonly kind: "held" }>): SellerError {
  const { availId, requestedImpressions } = claimed.claim;
  if (claimed.kind === "not_enough") return notEnough(requestedImpressions, claimed.availableImpressions, "packages");
  return refusal("PRODUCT_UNAVAILABLE", `avail ${availId} is not on sale any more`, "packages");
}

function notEnough(wanted: number, availableImpressions: number, field: string): SellerError {
  const message = `${wanted} impressions were asked for, and ${availableImpressions} are free`;
  return refusal("PRODUCT_UNAVAILABLE", message, field, "correctable", { availableImpressions });
}

function isError(one: Sold | SellerError): one is SellerError {
  return "code" in one;
}

function isSold(one: Sold | SellerError): one is Sold {
  return !isError(one);
}
