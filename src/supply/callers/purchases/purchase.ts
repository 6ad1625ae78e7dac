import type { Decimal } from "../../../ground/kernel/money.ts";
import type {
  Echo,
  FlightDates,
  FormatId,
  MediaBuyStatus,
  Pacing,
  Targeting,
} from "../../../ground/seller-agent/index.ts";

/** A media buy as it was bought, whatever has happened since: its sources' state is requested through the agent. */
export interface Purchase {
  readonly mediaBuyId: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** 1 when bought, plus one for every recorded change, including its creatives. */
  readonly revision: number;
  /** The status that its caller set, for a trial; null if it has its sources' status. */
  readonly rehearsed: MediaBuyStatus | null;
  readonly flight: FlightDates;
  readonly currency: string;
  readonly budget: Decimal;
  /** Data that its buyer wants returned. */
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
  /** Of the product's formats, those for which it was bought; null if not stated. */
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
  /** When it got this status. */
  readonly since: Date;
}
