import { after, MINUTE_MS } from "../../../ground/kernel/clock.ts";
import type { Context } from "../../../ground/kernel/context.ts";
import { newId } from "../../../ground/kernel/ids.ts";
import { compare, type Decimal } from "../../../ground/kernel/money.ts";
import { refusal, rejected } from "../../../ground/seller-agent/implementing/refusal.ts";
import type { MediaBuyOutcome, NewMediaBuy, NewPackage, SellerCall } from "../../../ground/seller-agent/index.ts";
import { type Booking, type Claim, DEFAULT_HOLD } from "../ledger/booking.ts";
import { claimAvails } from "../ledger/claim-avails.ts";
import { endBooking } from "../ledger/moves/store.ts";
import type { ModularSource } from "../modular-source.ts";
import type { ModuleInstance } from "../modules/module-instance.ts";
import { listModules } from "../modules/store.ts";
import { handOff } from "../trafficking/hand-off.ts";
import { requestRate } from "../trafficking/request-rate.ts";
import type { Buy, BuyPackage } from "./buy.ts";
import { checkFlight, type Sold } from "./check-buy.ts";
import { later } from "./clock.ts";
import { digestOf } from "./digest.ts";
import { deleteHold, findHold } from "./hold-store.ts";
import { planSale, type Sale, shortage } from "./plan-sale.ts";
import { outcomeOf } from "./read-buys.ts";
import { claimKey, findRequest, freeKey, insertBuy, listBuys, saveOutcome } from "./store.ts";

interface Planned extends Omit<Sale, "part"> {
  readonly part: BuyPackage;
}

/** Accepts a new buy, once for its key: either all of its packages or none. */
export async function placeBuy(
  ctx: Context,
  source: ModularSource,
  request: NewMediaBuy,
  call: SellerCall,
): Promise<MediaBuyOutcome> {
  const { idempotencyKey } = request;
  const digest = digestOf(request);
  if (!(await claimKey(ctx.db, source, idempotencyKey, digest, ctx.now))) {
    const known = await findRequest(ctx.db, source, idempotencyKey);
    if (known?.digest === digest) return known.outcome;
    return rejected(refusal("IDEMPOTENCY_CONFLICT", "the key was used for another request", "idempotency_key"));
  }
  const outcome = await take(ctx, source, request, call);
  if (outcome.kind === "rejected") await freeKey(ctx.db, source, idempotencyKey);
  else await saveOutcome(ctx.db, source, idempotencyKey, outcome);
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
  if (errors.length > 0) return rejected(...errors);
  const kept = await heldPrices(ctx, source, request.holdId);
  const sale = await planSale(ctx, source, request, { now, prices: kept.prices, holdId: request.holdId });
  if (sale.kind === "rejected") return sale;
  const lapsed = kept.isLapsed && isDearer(sale.sales, kept.promised);
  if (lapsed) return rejected(refusal("PROPOSAL_EXPIRED", "the hold has lapsed, and the price went up", "proposal_id"));
  const planned = sale.sales.map(({ part, ...one }) => ({ ...one, part: packageOf(ctx, part, one.sold) }));
  const buy = await draft(ctx, source, request, call, planned);
  for (const booking of sale.held) await endBooking(ctx.db, source, booking, "REQUESTED", ctx.now);
  const claimed = await claimAvails(
    ctx.db,
    source,
    planned.flatMap((one) => claimsOf(ctx, buy, one, ctx.now)),
    ctx.now,
  );
  if (claimed.kind !== "held") return rejected(shortage(claimed));
  if (!(await insertBuy(ctx.db, source, buy, ctx.now)))
    throw new Error(`the media buy ${buy.mediaBuyId} came up twice`);
  if (request.holdId !== undefined) await deleteHold(ctx.db, source, request.holdId);
  await begin(ctx, source, { buy, modules, bookings: claimed.bookings, planned });
  return outcomeOf(ctx, source, buy.mediaBuyId, now);
}

interface HeldPrices {
  readonly prices: Readonly<Record<string, Decimal>>;
  /** Includes the prices of a hold that has lapsed, which are no longer guaranteed. */
  readonly promised: Readonly<Record<string, Decimal>>;
  readonly isLapsed: boolean;
}

/** The prices that a hold guarantees for the buy; empty if there is no hold. */
async function heldPrices(ctx: Context, source: ModularSource, holdId: string | undefined): Promise<HeldPrices> {
  const hold = holdId === undefined ? undefined : await findHold(ctx.db, source, holdId);
  if (!hold) return { prices: {}, promised: {}, isLapsed: false };
  const { prices: promised } = hold;
  const isLapsed = hold.expiresAt <= ctx.now;
  return { prices: isLapsed ? {} : promised, promised, isLapsed };
}

function isDearer(sales: readonly Sale[], promised: HeldPrices["promised"]): boolean {
  return sales.some(({ part, sold }) => compare(sold.cpm, promised[part.productId] ?? sold.cpm) > 0);
}

function packageOf({ random }: Context, part: NewPackage, { cpm, impressions }: Sold): BuyPackage {
  const { buyerRef, productId, pricingOptionId, budget, currency, startTime = null, endTime = null } = part;
  const bought = { buyerRef, productId, pricingOptionId, budget, currency, cpm, impressions };
  const packageId = newId("package", random);
  return { ...bought, packageId, start: startTime, end: endTime, paused: false, canceled: false, creatives: [] };
}

/** The buy's id is the order's id, which the seller's people know. If it is already taken, a new id is used. */
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

interface PlacedBuy {
  readonly buy: Buy;
  readonly modules: readonly ModuleInstance[];
  readonly bookings: readonly Booking[];
  readonly planned: readonly Planned[];
}

async function begin(
  ctx: Context,
  source: ModularSource,
  { buy, modules, bookings, planned }: PlacedBuy,
): Promise<void> {
  for (const booking of bookings) {
    const own = planned.find(({ part }) => part.packageId === booking.packageId);
    if (own?.sold.underPrice)
      await requestRate(ctx, source, booking, { offered: own.sold.cpm, currency: own.part.currency });
    else await handOff(ctx, source, modules, booking, { campaignName: buy.name, advertiserName: buy.buyerName });
  }
}
