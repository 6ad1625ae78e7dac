import type { Decimal } from "../../ground/kernel/money.ts";
import type { CompositionDefaults, commercialResultOf, Posture } from "../analytics/index.ts";
import type { BuyingMode, ProductMode } from "../composition/index.ts";
import type { Exclusion } from "../rules/index.ts";

export const DISPOSITIONS = ["responded", "declined_fit", "declined_policy", "not_live"] as const;

/** What came of a brief; nothing is recorded for a storefront that is not live. */
export type Disposition = Exclude<(typeof DISPOSITIONS)[number], "not_live">;

/** A source that was asked: how many products it returned, or why it did not answer. */
export interface QueriedSource {
  readonly sourceId: string | null;
  readonly name: string;
  readonly products: number | null;
  readonly reason: string | null;
  readonly message: string | null;
}

export interface ShownProduct {
  readonly productId: string;
  readonly name: string;
  /** The reason for its rank; null if nothing was ranked. */
  readonly reasoning: string | null;
  readonly score: number | null;
  readonly formatIds: readonly { readonly agentUrl: string; readonly id: string }[];
  readonly prices: readonly ShownPrice[];
}

export interface ShownPrice {
  readonly pricingOptionId: string;
  readonly pricingModel: string;
  readonly currency: string;
  readonly fixedPrice: Decimal | null;
  readonly floorPrice: Decimal | null;
  /** Whether a price floor in the product rules determined the price. */
  readonly raised: boolean;
}

/** The description of a run, as stored in the database. */
export interface RunRecord {
  readonly purpose: "live" | "simulation";
  readonly mode: ProductMode;
  readonly buyerScope: {
    readonly operatorDomain: string | null;
    readonly brandDomain: string | null;
    readonly countries: readonly string[];
  };
  readonly buyerInstructions: {
    readonly matchedRowIds: readonly string[];
    readonly discountPercent: Decimal | null;
    readonly notes: readonly string[];
  };
  readonly versions: {
    readonly operatingInstructions: number | null;
    readonly acceptancePolicy: number | null;
    readonly productRules: number | null;
    /** How the brief was interpreted and the products were ranked; absent in older runs. */
    readonly reading?: string;
    readonly ranking?: string;
  };
  readonly filters: {
    readonly channels: readonly string[];
    readonly budget: { readonly amount: Decimal; readonly currency: string } | null;
  };
  readonly requestAsks: readonly string[];
  readonly refinementsApplied: readonly { readonly status: string; readonly notes?: string }[];
  readonly sources: readonly QueriedSource[];
  readonly exclusions: readonly Exclusion[];
  readonly shown: readonly ShownProduct[];
  /** The ids of all products, if not every product is listed in full. */
  readonly shownIds: readonly string[];
  readonly proposalIds: readonly string[];
  readonly posture: Posture | null;
  /** The defaults by which it was composed; absent in runs from before they were stored. */
  readonly composing?: {
    readonly defaults: CompositionDefaults;
    /** The posture that history alone recommends; null if there was too little history. */
    readonly recommended: Posture | null;
    readonly evidence: readonly string[];
  };
  readonly result: {
    readonly kind: "ok" | "error" | "skipped";
    readonly code: string | null;
    readonly message: string | null;
  };
  readonly durationMs: number;
}

/** A run as it is written, which happens once. */
export interface NewRun {
  readonly storefrontId: number;
  /** Null for a buyer on another system. */
  readonly buyerCustomerId: number | null;
  readonly buyingMode: BuyingMode;
  /** Null if no source answered, so that nothing was decided. */
  readonly disposition: Disposition | null;
  readonly brief: string | null;
  readonly record: RunRecord;
  /** JSON of the input of its composition; null if there was none, or it exceeds the limit. */
  readonly inputs: string | null;
  readonly createdAt: Date;
}

/** A run with the same question, buyer and answer as an earlier run, which it refers to instead of repeating them. */
export interface RunAlike {
  readonly earlierRunId: number;
  readonly durationMs: number;
}

/** A run as it is read; its inputs are only included on request. */
export interface IntelligenceRun extends Omit<NewRun, "inputs"> {
  readonly runId: number;
  readonly inputs: unknown;
  /** The outcome of the media buys attributed to it; null if there are none, or the latest failed. */
  readonly commercialResult: ReturnType<typeof commercialResultOf>;
  readonly evalLabel: unknown;
}
