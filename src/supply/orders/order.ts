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

/** A storefront's side of a media buy. Its id is the media buy id that the buyer knows. */
export interface Order {
  readonly orderId: string;
  readonly storefrontId: number;
  readonly buyer: OrderBuyer;
  readonly buyerRef: string;
  readonly name: string;
  readonly requestHash: string;
  readonly flight: FlightDates;
  /** As its buyer said it; null where it said nothing to have it back. */
  readonly echo: Echo | null;
  readonly startsPaused: boolean;
  /** What its sources hold for it, of a proposal that was finalised; null where they hold nothing. */
  readonly holdId: string | null;
  /** Null if it was not checked. */
  readonly screening: Screening | null;
  /** One for each source that sells a part of it. */
  readonly legs: readonly Leg[];
}

export interface OrderBuyer {
  /** `c:12` for our customer 12: see `principalOf`. A buyer can only access its own orders. */
  readonly principal: string;
  /** As it was when it bought: a repetition tells a source nothing new about the buyer. */
  readonly identity: BuyerIdentity;
  /** How far the buyer's clock ran ahead of the wall when it last spoke of the order, in ms. */
  readonly clockAheadMs: number;
}

/** Whose orders are spoken of: those of one buyer at one storefront. */
export interface BuyerOfStorefront {
  readonly storefrontId: number;
  readonly principal: string;
}

/** What an order asks of one source. */
export interface Leg extends Progress {
  readonly legId: string;
  readonly orderId: string;
  readonly inventorySourceId: number;
  readonly sourceName: string;
  /** The seller and the buyer's account there that the key was made for; null for the storefront's own account. */
  readonly agentId: string;
  readonly accountIdentifier: string | null;
  /** What the source knows the buy by before it has an id for it. Made with the leg, and never changed. */
  readonly executionKey: string;
  /** Where the source may call back, settled with the leg; null where it cannot reach us. */
  readonly callback: Callback | null;
  /** The whole buy delivers nothing until it is resumed. */
  readonly startsPaused: boolean;
  readonly state: LegState;
  readonly sellerMediaBuyId: string | null;
  readonly sellerStatus: MediaBuyStatus | null;
  readonly taskId: string | null;
  readonly message: string | null;
  readonly errors: readonly SellerError[];
  /** Its source waits for other creatives, having refused those that it was given. */
  readonly creativesRefused: boolean;
  /** Since when the source may have received it, in real time. */
  readonly sentAt: Date | null;
  readonly updatedAt: Date;
  readonly packages: readonly OrderPackage[];
}

export interface Callback {
  /** The installation's address as it was then: a repetition names the same. */
  readonly publicUrl: string;
  /** Whether the source tells of delivery there, too. */
  readonly delivery: boolean;
}

export interface OrderPackage {
  readonly packageId: string;
  /** Where it stood in the buyer's request, from 0. */
  readonly position: number;
  readonly buyerRef: string;
  /** As the buyer knows it, `${sourceId}:${sourceProductId}`. */
  readonly productId: string;
  readonly sourceProductId: string;
  /** As the source knows it. */
  readonly pricingOptionId: string;
  /**
   * Off the source's price; negative if the price was raised. Budget and bid are the buyer's; the source gets its own.
   */
  readonly discountPercent: Decimal;
  readonly budget: Decimal;
  readonly currency: string;
  readonly bidPrice: Decimal | null;
  /** The least that the storefront takes as a bid; null where that is the source's to say. */
  readonly bidFloor: Decimal | null;
  readonly pacing: Pacing;
  /** Null where the package runs as long as the order does. */
  readonly startTime: Date | null;
  readonly endTime: Date | null;
  /** Null where it may be shown to anybody. */
  readonly targeting: Targeting | null;
  readonly echo: Echo | null;
  readonly startsPaused: boolean;
  /** Null where it is for whatever its product is. */
  readonly formatIds: readonly FormatId[] | null;
  /** What is sent to the source with the buy, because there is no other way; null if it is sent later. */
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
