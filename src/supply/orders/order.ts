import type { Progress } from "../../ground/dispatch/index.ts";
import type { Decimal } from "../../ground/kernel/money.ts";
import type {
  BuyerIdentity,
  Echo,
  FlightDates,
  FormatId,
  MediaBuyStatus,
  NewMediaBuy,
  NewPackage,
  Pacing,
  SellerCreative,
  SellerError,
  SellerWebhook,
  Targeting,
} from "../../ground/seller-agent/index.ts";
import { listBidOf, listBudgetOf } from "../instructions/index.ts";
import type { Screening } from "./approvals/screening.ts";
import type { LegState } from "./legs/leg-state.ts";

/** The storefront's side of a media buy. Its id is the media buy id that the buyer knows. */
export interface Order {
  readonly orderId: string;
  readonly storefrontId: number;
  readonly buyer: OrderBuyer;
  readonly buyerRef: string;
  readonly name: string;
  readonly requestHash: string;
  readonly flight: FlightDates;
  /** The buyer's own data, to be returned as it was sent; null if it sent none. */
  readonly echo: Echo | null;
  readonly startsPaused: boolean;
  /** The hold of a finalised proposal that this order took; null if there is none. */
  readonly holdId: string | null;
  /** Null if it was not screened. */
  readonly screening: Screening | null;
  /** One for each source that sells part of it. */
  readonly legs: readonly Leg[];
}

export interface OrderBuyer {
  /** `c:12` for our customer 12: see `principalOf`. A buyer can only access its own orders. */
  readonly principal: string;
  /** The buyer's identity when it bought, so that a retry tells a source nothing new. */
  readonly identity: BuyerIdentity;
  /** How far the buyer's clock was ahead of wall-clock time when it last made a request about the order, in ms. */
  readonly clockAheadMs: number;
}

/** Whose orders: those of one buyer at one storefront. */
export interface BuyerOfStorefront {
  readonly storefrontId: number;
  readonly principal: string;
}

/** The part of an order for one source. */
export interface Leg extends Progress {
  readonly legId: string;
  readonly orderId: string;
  readonly inventorySourceId: number;
  readonly sourceName: string;
  /** The seller, and the buyer's account there, for which the key was made; the account is null for the storefront's own. */
  readonly agentId: string;
  readonly accountIdentifier: string | null;
  /** The key under which the source knows the buy before there is an id for it. Created with the leg, and never changed. */
  readonly executionKey: string;
  /** Where the source may call back, decided with the leg; null if it cannot reach us. */
  readonly callback: Callback | null;
  /** Whether the whole buy is to deliver nothing until it is resumed. */
  readonly startsPaused: boolean;
  readonly state: LegState;
  readonly sellerMediaBuyId: string | null;
  readonly sellerStatus: MediaBuyStatus | null;
  readonly taskId: string | null;
  readonly message: string | null;
  readonly errors: readonly SellerError[];
  /** Whether its source refused the creatives that it was sent, and waits for others. */
  readonly creativesRefused: boolean;
  /** Since when the source may have received it, in wall-clock time. */
  readonly sentAt: Date | null;
  readonly updatedAt: Date;
  readonly packages: readonly OrderPackage[];
}

export interface Callback {
  /** The installation's URL at that time, because a retry has to name the same one. */
  readonly publicUrl: string;
  /** Whether the source also reports delivery there. */
  readonly delivery: boolean;
}

export interface OrderPackage {
  readonly packageId: string;
  /** Its position in the buyer's request, starting from 0. */
  readonly position: number;
  readonly buyerRef: string;
  /** The id that the buyer knows, `${sourceId}:${sourceProductId}`. */
  readonly productId: string;
  readonly sourceProductId: string;
  /** The id that the source knows. */
  readonly pricingOptionId: string;
  /**
   * The discount on the source's price; negative if the price was raised. Budget and bid are the buyer's; the source's
   * are calculated from them.
   */
  readonly discountPercent: Decimal;
  readonly budget: Decimal;
  readonly currency: string;
  readonly bidPrice: Decimal | null;
  /** The lowest bid that the storefront accepts; null if the source decides. */
  readonly bidFloor: Decimal | null;
  readonly pacing: Pacing;
  /** Null if the package runs as long as the order. */
  readonly startTime: Date | null;
  readonly endTime: Date | null;
  /** Null if it may be shown to anybody. */
  readonly targeting: Targeting | null;
  readonly echo: Echo | null;
  readonly startsPaused: boolean;
  /** Null for all formats of its product. */
  readonly formatIds: readonly FormatId[] | null;
  /** The creatives sent to the source with the buy, because it accepts them in no other way; null if they are sent later. */
  readonly creatives: readonly SellerCreative[] | null;
  readonly sellerPackageId: string | null;
  readonly paused: boolean;
  readonly canceled: boolean;
}

/**
 * The request to a leg's source. It is built from stored data only, so that every retry is the same request; a leg
 * always has the same webhook token.
 */
export function newMediaBuyOf(
  { orderId, name, flight, holdId }: Order,
  { executionKey, packages, callback, startsPaused }: Leg,
  webhook: SellerWebhook | undefined,
): NewMediaBuy {
  return {
    idempotencyKey: executionKey,
    buyerRef: orderId,
    name,
    flight,
    packages: packages.map(newPackageOf),
    ...(startsPaused && { paused: true }),
    ...(holdId !== null && { holdId }),
    ...(webhook && { webhook: { ...webhook, ...(callback?.delivery && { delivery: true }) } }),
  };
}

function newPackageOf({
  packageId,
  sourceProductId,
  startTime,
  endTime,
  targeting,
  ...part
}: OrderPackage): NewPackage {
  const { pricingOptionId, budget, currency, bidPrice, pacing, discountPercent, startsPaused, formatIds, creatives } =
    part;
  return {
    buyerRef: packageId,
    productId: sourceProductId,
    pricingOptionId,
    budget: listBudgetOf(budget, discountPercent, currency),
    currency,
    bidPrice: bidPrice && listBidOf(bidPrice, discountPercent),
    pacing,
    ...(startTime && { startTime }),
    ...(endTime && { endTime }),
    ...(targeting && { targeting }),
    ...(startsPaused && { paused: true }),
    ...(formatIds && { formatIds }),
    ...(creatives && { creatives }),
  };
}
