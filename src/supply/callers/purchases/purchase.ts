import type { Decimal } from "../../../ground/kernel/money.ts";
import type {
  Echo,
  FlightDates,
  FormatId,
  MediaBuyStatus,
  Pacing,
  Targeting,
} from "../../../ground/seller-agent/index.ts";

/** A media buy as it was bought, whatever has become of it since: what its sources say is asked through the agent. */
export interface Purchase {
  readonly mediaBuyId: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** 1 as it was bought, and one more for every change that was taken down, also of what it shows. */
  readonly revision: number;
  /** How its caller has it stand, for a trial; null where it stands as its sources say. */
  readonly rehearsed: MediaBuyStatus | null;
  readonly flight: FlightDates;
  readonly currency: string;
  readonly budget: Decimal;
  /** What its buyer said to have it back. */
  readonly echo: Echo;
  readonly packages: readonly PurchasedPackage[];
}

export interface PurchasedPackage {
  readonly packageId: string;
  readonly productId: string;
  readonly pricingOptionId: string;
  readonly budget: Decimal;
  readonly currency: string;
  readonly bidPrice: Decimal | null;
  readonly pacing: Pacing;
  readonly startTime: Date | null;
  readonly endTime: Date | null;
  /** As it was accepted last; null where the package may be shown to anybody. */
  readonly targeting: Targeting | null;
  /** Of the product's formats those that it was bought for; null where nobody said. */
  readonly formatIds: readonly FormatId[] | null;
  readonly echo: Echo;
  readonly paused: boolean;
  readonly canceled: boolean;
  readonly creatives: readonly AssignedCreative[];
}

/** What a package is to show, and how that stands. */
export interface AssignedCreative {
  readonly creativeId: string;
  readonly standing: "pending_review" | "approved" | "suspended" | "rejected" | "archived";
  /** The reviewer's, or the source's that does not show it. */
  readonly note: string | null;
  /** Its source has refused to show it. */
  readonly isRefused: boolean;
  /** Something that was approved before it is still shown in its place. */
  readonly hasPredecessor: boolean;
  /** When it came to stand so. */
  readonly since: Date;
}
