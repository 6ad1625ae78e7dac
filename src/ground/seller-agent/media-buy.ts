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
  /** Immutable for the life of the buy: the same key is the same buy, however often it is sent. */
  readonly idempotencyKey: string;
  /** The caller's own name for the buy, shown to the seller's people. */
  readonly buyerRef: string;
  readonly name: string;
  readonly flight: FlightDates;
  readonly packages: readonly NewPackage[];
  /** It does not deliver until it is resumed. */
  readonly paused?: true;
  readonly echo?: Echo;
  /** What is held for it already: it is bought at the prices that were promised with it. */
  readonly holdId?: string;
  /** Polling works without it. */
  readonly webhook?: SellerWebhook & {
    /** Whether delivery is to be reported there as well, daily. */
    readonly delivery?: true;
  };
}

/** Where the seller may report that a submitted task has ended. */
export interface SellerWebhook {
  readonly url: string;
  readonly token: string;
}

export interface NewPackage {
  /** Unique within the buy; the answer's packages are matched to the request's by it, or else by position. */
  readonly buyerRef: string;
  readonly productId: string;
  readonly pricingOptionId: string;
  readonly budget: Decimal;
  readonly currency: string;
  readonly bidPrice: Decimal | null;
  readonly pacing: Pacing;
  /** Within the buy's flight; without them the package runs as long as the buy. */
  readonly startTime?: Date;
  readonly endTime?: Date;
  /** Honoured or refused, never dropped. */
  readonly targeting?: Targeting;
  /** It does not deliver until it is resumed. */
  readonly paused?: true;
  /** Those of the product's formats for which it is; all of them by default. */
  readonly formatIds?: readonly FormatId[];
  /**
   * What it is to show, for sellers that can only receive it here. Not part of what is compared under the key: a seller
   * keeps what the first request said.
   */
  readonly creatives?: readonly SellerCreative[];
  readonly echo?: Echo;
}

/** Data that a buyer wants returned: stored with the buy and shown to its seller, and not sent to any source. */
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
  /** What the seller waits for, if anything. */
  readonly waitingFor: string | null;
  /** It waits because its creatives were refused: `waitingFor` says why, and only the buyer can change them. */
  readonly creativesRefused?: true;
  readonly packages: readonly SellerPackage[];
}

/** As a seller lists it to who has forgotten it; null where it does not say. */
export interface ListedMediaBuy extends SellerMediaBuy {
  readonly currency: string | null;
  readonly brandDomain: string | null;
  readonly createdAt: Date | null;
  readonly start: Date | null;
  readonly end: Date | null;
  /** The task as which the seller is still deciding on it; null once it has. Until then the buy's id may be the task's. */
  readonly taskId: string | null;
}

/** What a seller has under way for one caller. */
export interface MediaBuyList {
  readonly mediaBuys: readonly ListedMediaBuy[];
  /** Whether those that it is still deciding on are among them. */
  readonly hasUndecided: boolean;
}

export interface SellerPackage {
  readonly packageId: string;
  readonly buyerRef: string | null;
  readonly productId: string | null;
  readonly budget: Decimal | null;
  readonly paused: boolean;
  /** Removed from a buy that continues; such a package never returns. */
  readonly canceled?: boolean;
}

/** The result of a create or an update. */
export type MediaBuyOutcome =
  | { readonly kind: "done"; readonly mediaBuy: SellerMediaBuy }
  /** Accepted for decision: a person or a slow system works on it. */
  | {
      readonly kind: "submitted";
      readonly taskId: string;
      readonly message: string | null;
      /** The id by which it can be canceled before anybody has acted on it. */
      readonly mediaBuyId?: string;
    }
  | { readonly kind: "input_required"; readonly taskId: string | null; readonly message: string }
  | { readonly kind: "rejected"; readonly errors: readonly SellerError[] };

export interface MediaBuyChange {
  readonly idempotencyKey: string;
  readonly mediaBuyId: string;
  /**
   * The revision of the buy that the buyer knows, if it matters: one that has been changed since is refused with
   * `CONFLICT`.
   */
  readonly revision?: number;
  readonly paused?: boolean;
  readonly canceled?: boolean;
  readonly cancellationReason?: string;
  readonly startTime?: Date;
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
  /** In place of what there was; an empty one lifts it. */
  readonly targeting?: Targeting;
  /** All that it is to show, for a seller without a creative library. */
  readonly creatives?: readonly SellerCreative[];
  /** All that it is to show from the seller's creative library, by the buyer's ids; empty removes everything. */
  readonly creativeIds?: readonly string[];
}
