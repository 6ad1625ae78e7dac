import type { Posture } from "../posture/posture.ts";

export const OUTCOME_TYPES = [
  "media_buy_submitted_for_approval",
  "media_buy_forwarded",
  "media_buy_forward_failed",
  "media_buy_rejected",
  "delivery_reported",
] as const;
export type OutcomeType = (typeof OUTCOME_TYPES)[number];

export type RunPurpose = "live" | "setup_test" | "simulation" | "probe" | "evaluation" | null;
export type ResultKind = "ok" | "skipped" | "error";

/** The identity of the buyer: the three fields together. */
export interface BuyerKey {
  readonly operatorDomain: string | null;
  readonly brandDomain: string | null;
  readonly country: string | null;
}

export interface RefineEntry {
  readonly scope: string;
  readonly action?: string | undefined;
  readonly ask?: string | undefined;
}

export interface ShownProduct {
  readonly productId: string;
  readonly name: string | null;
  /** Null if the product has no price, or has no fixed one. */
  readonly sellPrice: number | null;
  readonly currency: string | null;
}

/** The asks detected in a run, with one version of the lexicon. */
export interface Detection {
  readonly requestAskCount: number;
  readonly productAskCount: number;
  readonly proposalAskCount: number;
  readonly hadPriceObjection: boolean;
  readonly hadPackagingAsk: boolean;
}

interface RefinementCounts {
  readonly applied: number;
  readonly partial: number;
  readonly unable: number;
}

/** A run as analytics keeps it, with every field as it was when the run was recorded. */
export interface RunFact extends Detection {
  /** A decimal number. */
  readonly id: string;
  readonly purpose: RunPurpose;
  readonly createdAt: Date;
  /** The run's position in the order of recording, which runs and events share; undefined for a run that precedes every event. */
  readonly seq: bigint | undefined;
  readonly buyerCustomerId: number | null;
  readonly buyer: BuyerKey;
  readonly buyingMode: "brief" | "refine" | "wholesale";
  readonly resultKind: ResultKind;
  readonly resultCode: string | null;
  readonly selectedPosture: Posture | null;
  readonly recommendedPosture: Posture | null;
  readonly postureRationale: string | null;
  readonly postureEvidence: readonly string[];
  /** Each product once; empty unless the result is ok. */
  readonly shown: readonly ShownProduct[];
  readonly refinements: RefinementCounts;
}

/** Something that happened to a media buy. */
export interface OutcomeEvent {
  readonly eventId: string;
  /** The order of recording. */
  readonly seq: bigint;
  readonly type: OutcomeType;
  readonly occurredAt: Date;
  readonly mediaBuyId: string;
  readonly buyerCustomerId: number | null;
  readonly buyer: BuyerKey;
  /** Null if the event does not name products. */
  readonly productIds: readonly string[] | null;
  /** In millionths. */
  readonly budget: { readonly amount: bigint; readonly currency: string } | null;
  readonly status: string | null;
  readonly delivery: DeliveryReport | null;
}

/** What was delivered in one period; a later revision replaces an earlier one. */
export interface DeliveryReport {
  readonly reportKey: string;
  readonly revision: number;
  readonly impressions: number;
  /** In millionths. */
  readonly spend: bigint;
  readonly currency: string | null;
}
