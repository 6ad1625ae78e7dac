import type { Decimal } from "../kernel/money.ts";
import type { SellerCreative } from "./creatives/creative.ts";
import type { FormatId } from "./creatives/creative-format.ts";
import type { SellerError } from "./seller-error.ts";
import type { Targeting } from "./targeting/targeting.ts";

export interface FlightDates {
  readonly start: Date;
  readonly end: Date;
}

export type Pacing = "even" | "asap" | "front_loaded";

export interface NewMediaBuy {
  /** Never changes during the life of the buy: the same key is the same buy, however often it is sent. */
  readonly idempotencyKey: string;
  /** The same for every repetition of the request, if its caller knows it better than by the contents of the buy. */
  readonly requestHash?: string;
  /** The caller's own name for the buy, shown to the seller's people. */
  readonly buyerRef: string;
  readonly name: string;
  readonly flight: FlightDates;
  /** The flight starts with the request, so a repetition of the request has a later start. */
  readonly startsAtOnce?: true;
  readonly packages: readonly NewPackage[];
  /** The buy does not deliver until it is resumed. */
  readonly paused?: true;
  readonly echo?: Echo;
  /** The inventory hold for this buy: it is bought at the prices that were promised with the hold. */
  readonly holdId?: string;
  /** Polling works without it. */
  readonly webhook?: SellerWebhook & {
    /** Whether delivery should also be reported there, daily. */
    readonly delivery?: true;
  };
}

/** Where the seller may report that a submitted task has finished. */
export interface SellerWebhook {
  readonly url: string;
  readonly token: string;
}

export interface NewPackage {
  /** Unique within the buy. The answer's packages are matched to the request's by it, or else by position. */
  readonly buyerRef: string;
  readonly productId: string;
  readonly pricingOptionId: string;
  readonly budget: Decimal;
  readonly currency: string;
  readonly bidPrice: Decimal | null;
  readonly pacing: Pacing;
  /** Within the flight of the buy; without them, the package runs as long as the buy. */
  readonly startTime?: Date;
  readonly endTime?: Date;
  /** Honoured or refused, never dropped. */
  readonly targeting?: Targeting;
  /** The package does not deliver until it is resumed. */
  readonly paused?: true;
  /** The formats of the product that the package uses; all of them by default. */
  readonly formatIds?: readonly FormatId[];
  /**
   * The creatives to show, for sellers that can only receive them here. They are not compared under the idempotency key: a seller keeps
   * those of the first request.
   */
  readonly creatives?: readonly SellerCreative[];
  readonly echo?: Echo;
}

/** Data that a buyer wants to get back: stored with the buy and shown to its seller, but not sent to any source. */
export type Echo = Readonly<Record<string, unknown>>;

export type MediaBuyStatus =
  | "pending_creatives"
  | "pending_start"
  | "active"
  | "paused"
  | "completed"
  | "rejected"
  | "canceled";

export interface SellerMediaBuy {
  readonly mediaBuyId: string;
  readonly status: MediaBuyStatus;
  /** What the seller is waiting for, if anything. */
  readonly waitingFor: string | null;
  /** The buy waits because its creatives were refused: `waitingFor` gives the reason, and only the buyer can change them. */
  readonly creativesRefused?: true;
  readonly packages: readonly SellerPackage[];
}

/** A buy as a seller lists it for a caller that has no record of it. A field is null if the seller does not state it. */
export interface ListedMediaBuy extends SellerMediaBuy {
  readonly currency: string | null;
  readonly brandDomain: string | null;
  readonly createdAt: Date | null;
  readonly start: Date | null;
  readonly end: Date | null;
  /** The task in which the seller is still deciding on the buy; null once it has decided. Until then, the buy's id may be that of the task. */
  readonly taskId: string | null;
}

/** The buys that a seller has under way for one caller. */
export interface MediaBuyList {
  readonly mediaBuys: readonly ListedMediaBuy[];
  /** Whether the list includes buys on which the seller is still deciding. */
  readonly hasUndecided: boolean;
}

export interface SellerPackage {
  readonly packageId: string;
  readonly buyerRef: string | null;
  readonly productId: string | null;
  readonly budget: Decimal | null;
  readonly paused: boolean;
  /** The package was removed from a buy that continues; it never returns. */
  readonly canceled?: boolean;
}

/** The result of a create or an update. */
export type MediaBuyOutcome =
  | { readonly kind: "done"; readonly mediaBuy: SellerMediaBuy }
  /** Accepted for decision by a person or a slow system. */
  | {
      readonly kind: "submitted";
      readonly taskId: string;
      readonly message: string | null;
      /** The id by which the buy can be cancelled before anybody has acted on it. */
      readonly mediaBuyId?: string;
    }
  | { readonly kind: "input_required"; readonly taskId: string | null; readonly message: string }
  | { readonly kind: "rejected"; readonly errors: readonly SellerError[] };

export interface MediaBuyChange {
  readonly idempotencyKey: string;
  readonly mediaBuyId: string;
  /** The revision of the buy that the buyer knows, if it matters: if the buy has changed since, the request is refused with `CONFLICT`. */
  readonly revision?: number;
  readonly paused?: boolean;
  readonly canceled?: boolean;
  readonly cancellationReason?: string;
  readonly startTime?: Date;
  /** As in a new buy. */
  readonly startsAtOnce?: true;
  readonly endTime?: Date;
  readonly packages?: readonly PackageChange[];
  readonly webhook?: SellerWebhook;
}

export interface PackageChange {
  readonly packageId: string;
  readonly budget?: Decimal;
  readonly bidPrice?: Decimal;
  readonly paused?: boolean;
  readonly canceled?: boolean;
  readonly cancellationReason?: string;
  readonly pacing?: Pacing;
  readonly startTime?: Date;
  readonly endTime?: Date;
  /** Replaces the previous targeting; an empty one removes it. */
  readonly targeting?: Targeting;
  /** All creatives that the package should show, for a seller without a creative library. */
  readonly creatives?: readonly SellerCreative[];
  /** All creatives from the seller's library that the package should show, by the buyer's ids; an empty list removes them all. */
  readonly creativeIds?: readonly string[];
}
