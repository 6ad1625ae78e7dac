import type { Decimal } from "../../../ground/kernel/money.ts";
import type { MediaBuyStatus, SellerMediaBuy } from "../../../ground/seller-agent/index.ts";
import { type Booking, isLive } from "../ledger/booking.ts";
import type { TaskCreative } from "../modules/module.ts";

/** A media buy at a modular source, as its buyer sees it. */
export interface Buy {
  readonly mediaBuyId: string;
  readonly name: string;
  readonly buyerCustomerId: number | null;
  readonly buyerName: string;
  readonly start: Date;
  readonly end: Date;
  readonly paused: boolean;
  readonly canceledAt: Date | null;
  /** Why the seller's people rejected it. */
  readonly rejectedReason: string | null;
  readonly revision: number;
  readonly packages: readonly BuyPackage[];
}

export interface BuyPackage {
  readonly packageId: string;
  readonly buyerRef: string;
  readonly productId: string;
  readonly pricingOptionId: string;
  readonly budget: Decimal;
  readonly currency: string;
  readonly cpm: Decimal;
  readonly impressions: number;
  /** As requested by the buyer; null if the package runs as long as its buy and its avails do. */
  readonly start: Date | null;
  readonly end: Date | null;
  readonly paused: boolean;
  readonly canceled: boolean;
  readonly creatives: readonly TaskCreative[];
}

/** A buy with its bookings, and whether people or an upstream system traffic it. */
export interface BuyWithStatus {
  readonly buy: Buy;
  readonly bookings: readonly Booking[];
  readonly isTrafficked: boolean;
}

/** What a buyer reads about a buy that is sold but not yet set up to run. */
const AWAITS_TRAFFICKING = "accepted_awaiting_trafficking";

/** Whether the seller has yet to accept it: the ledger holds the impressions, and they still have to be booked upstream. */
export function isUndecided({ buy, bookings }: BuyWithStatus): boolean {
  return buy.canceledAt === null && bookings.some(({ status }) => status === "HELD");
}

/** Why the seller's people released it without the buyer asking for that; null if they did not. */
export function rejectionOf({ buy, bookings }: BuyWithStatus): string | null {
  if (buy.rejectedReason !== null) return buy.rejectedReason;
  if (buy.canceledAt !== null || bookings.length === 0 || bookings.some(isLive)) return null;
  if (buy.packages.every(({ canceled }) => canceled)) return null;
  return bookings.some(({ status }) => status === "CANCELLED")
    ? null
    : "the publisher released what it held for this buy";
}

export function statusOf(standing: BuyWithStatus, now: Date): MediaBuyStatus {
  const { buy, bookings } = standing;
  const live = bookings.filter(isLive);
  if (rejectionOf(standing) !== null) return "rejected";
  if (buy.canceledAt !== null || live.length === 0) return "canceled";
  if (live.every(({ runsUntil }) => runsUntil <= now)) return "completed";
  if (buy.paused) return "paused";
  if (lacksCreatives(standing)) return "pending_creatives";
  return now < buy.start || waitsForTrafficking(standing) ? "pending_start" : "active";
}

/** Trafficking requires creatives, either from the buyer or already known upstream. */
function lacksCreatives({ buy, bookings, isTrafficked }: BuyWithStatus): boolean {
  if (!isTrafficked) return false;
  return bookings.filter(isLive).some(({ packageId, creativeRef }) => {
    const part = buy.packages.find((one) => one.packageId === packageId);
    return creativeRef === null && part !== undefined && !part.canceled && part.creatives.length === 0;
  });
}

function waitsForTrafficking({ bookings, isTrafficked }: BuyWithStatus): boolean {
  return isTrafficked && bookings.some((booking) => isLive(booking) && booking.trafficRef === null);
}

export function toSellerMediaBuy(standing: BuyWithStatus, now: Date): SellerMediaBuy {
  const status = statusOf(standing, now);
  const waits = status === "pending_start" && waitsForTrafficking(standing) ? AWAITS_TRAFFICKING : null;
  return {
    mediaBuyId: standing.buy.mediaBuyId,
    status,
    waitingFor: status === "pending_creatives" ? "creatives" : waits,
    packages: standing.buy.packages.map(({ packageId, buyerRef, productId, budget, paused, canceled }) => ({
      packageId,
      buyerRef,
      productId,
      budget,
      paused,
      ...(canceled && { canceled }),
    })),
  };
}
