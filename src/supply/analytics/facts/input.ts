import type { RunWording } from "../detection/detect-asks.ts";
import type { Posture } from "../posture/posture.ts";
import type { OutcomeType, ResultKind, RunFact, RunPurpose } from "./fact.ts";

interface BuyerInput {
  readonly operatorDomain?: string | null;
  readonly brandDomain?: string | null;
  readonly country?: string | null;
}

/** A run as it appears in a log of facts. */
export interface RunInput extends RunWording {
  readonly id: string;
  readonly storefrontId: string;
  readonly purpose: RunPurpose;
  readonly createdAt: string;
  readonly recordedAt?: string;
  readonly seq?: number;
  readonly buyerCustomerId: number | null;
  readonly buyer: BuyerInput;
  readonly buyingMode: RunFact["buyingMode"];
  readonly resultKind: ResultKind;
  readonly resultCode?: string | null;
  readonly selectedPosture?: Posture | null;
  readonly recommendedPosture?: Posture | null;
  readonly postureRationale?: string | null;
  readonly postureEvidence?: readonly string[];
  readonly shownProducts?: readonly {
    readonly productId: string;
    readonly name?: string | null;
    readonly sellPrice?: number | null;
    readonly currency?: string | null;
  }[];
  readonly refinementApplied?: readonly { readonly status: string }[];
}

export interface EventInput {
  readonly seq: number;
  readonly eventId: string;
  readonly storefrontId: string;
  readonly type: OutcomeType;
  readonly occurredAt: string;
  readonly recordedAt?: string;
  readonly mediaBuyId: string;
  readonly buyerCustomerId?: number | null;
  readonly buyer?: BuyerInput;
  readonly productIds?: readonly string[];
  readonly budget?: { readonly amount: number; readonly currency: string } | null;
  readonly status?: string | null;
  readonly delivery?: {
    readonly reportKey: string;
    readonly revision?: number;
    readonly impressions: number;
    readonly spend: number;
    readonly currency?: string | null;
  };
}

/** A log of facts and the parameters of its analysis. */
export interface AnalyticsInput {
  readonly asOf: string;
  readonly limit: number;
  readonly storefront: {
    readonly id: string;
    readonly name: string;
    readonly state: "neutral" | "paused" | "archived";
  };
  readonly reportingCurrency: string;
  readonly learnedDefault: LearnedDefault | null;
  readonly runs: readonly RunInput[];
  readonly events: readonly EventInput[];
  /** Customer ids of the buyers with auto-approval. */
  readonly autoApprovedCustomerIds?: readonly number[];
}

/** The posture that the seller has pinned, as the default. */
export interface LearnedDefault {
  readonly posture: Posture;
  readonly reason: string | null;
  readonly checkedAt: string | null;
}
