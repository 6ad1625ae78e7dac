import type { Decimal } from "../../../ground/kernel/money.ts";
import type {
  Echo,
  FlightDates,
  FormatId,
  MediaBuyStatus,
  Pacing,
  Targeting,
} from "../../../ground/seller-agent/index.ts";

/**
 * A media buy as it was bought, without what has happened since: the current state is requested from its sources,
 * through the agent.
 */
export interface Purchase {
  readonly mediaBuyId: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** 1 when bought, plus one for every recorded change, including changes of its creatives. */
  readonly revision: number;
  /** The status that its caller forced in a sandbox; null if the sources' status applies. */
  readonly rehearsed: MediaBuyStatus | null;
  readonly flight: FlightDates;
  readonly currency: string;
  readonly budget: Decimal;
  /** Data that the buyer wants echoed. */
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
  /** The targeting as last accepted; null if the package may be shown to anybody. */
  readonly targeting: Targeting | null;
  /** The product's formats for which it was bought; null if not stated. */
  readonly formatIds: readonly FormatId[] | null;
  readonly echo: Echo;
  readonly paused: boolean;
  readonly canceled: boolean;
  readonly creatives: readonly AssignedCreative[];
}

/** A creative assigned to a package, and its status. */
export interface AssignedCreative {
  readonly creativeId: string;
  readonly standing: "pending_review" | "approved" | "suspended" | "rejected" | "archived";
  /** The note of the reviewer, or of the source that does not show the creative. */
  readonly note: string | null;
  /** Whether its source has refused to show it. */
  readonly isRefused: boolean;
  /** Whether a previously approved version is still shown in its place. */
  readonly hasPredecessor: boolean;
  /** When the creative entered its status. */
  readonly since: Date;
}
