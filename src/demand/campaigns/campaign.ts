import { lifecycle, nextState, type Transitions } from "../../ground/kernel/lifecycle.ts";
import type { FlightDates, Pacing } from "../../ground/seller-agent/index.ts";
import type { CampaignBudget, CampaignPacing } from "./campaign-budget.ts";
import type { PacingPeriods } from "./pacing/pacing-periods.ts";
import type { CampaignAudience } from "./targeting/audiences.ts";
import type { PerformanceConfig } from "./targeting/optimization-goal.ts";
import type { Constraints, FrequencyCaps, UtmParam } from "./targeting/targeting.ts";

/** A plan to spend a budget over a flight. What it buys is in its media buys, one per seller. */
export interface Campaign {
  readonly campaignId: string;
  readonly advertiserId: number;
  readonly name: string;
  readonly status: CampaignStatus;
  readonly mode: "discovery" | "performance";
  readonly brief: string | null;
  readonly flight: FlightDates;
  readonly budget: CampaignBudget;
  readonly constraints: Constraints | null;
  /** The discovery whose selections the next execute buys. */
  readonly discoveryId: string | null;
  /** The storefronts that its discoveries are restricted to; null for all. */
  readonly storefrontIds: readonly number[] | null;
  readonly optimizationApplyMode: "AUTO" | "MANUAL";
  readonly performanceConfig: PerformanceConfig | null;
  readonly audiences: readonly CampaignAudience[];
  readonly catalogId: number | null;
  readonly utmParams: readonly UtmParam[] | null;
  readonly frequencyCaps: FrequencyCaps | null;
  readonly pacingPeriods: PacingPeriods | null;
  /** The number of writes so far, starting from 1. */
  readonly revision: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export type CampaignStatus = "DRAFT" | "ACTIVE" | "PAUSED" | "COMPLETED" | "CANCELED" | "ARCHIVED";
export type CampaignStep = "change" | "execute" | "pause" | "reactivate" | "complete" | "archive";

/**
 * Buyer contract e.12. Executing again buys what is new but resumes nothing; a completed campaign cannot be launched again
 * (conflict 29); archiving twice has the same effect as archiving once.
 */
const STEPS: Transitions<CampaignStatus, CampaignStep> = {
  change: { DRAFT: "DRAFT", ACTIVE: "ACTIVE", PAUSED: "PAUSED" },
  execute: { DRAFT: "ACTIVE", ACTIVE: "ACTIVE", PAUSED: "ACTIVE" },
  pause: { ACTIVE: "PAUSED" },
  reactivate: { PAUSED: "ACTIVE" },
  complete: { ACTIVE: "COMPLETED", PAUSED: "COMPLETED" },
  archive: {
    DRAFT: "ARCHIVED",
    ACTIVE: "ARCHIVED",
    PAUSED: "ARCHIVED",
    COMPLETED: "ARCHIVED",
    CANCELED: "ARCHIVED",
    ARCHIVED: "ARCHIVED",
  },
};

export const campaignLife = lifecycle({
  noun: "campaign",
  starts: ["DRAFT"],
  states: {
    DRAFT: "it is planned, and nothing has been bought for it",
    ACTIVE: "it was executed",
    PAUSED: "its media buys are paused",
    COMPLETED: "its flight is over",
    CANCELED: "the contract's term, not used here: campaigns are archived",
    ARCHIVED: "it is kept, and no longer listed",
  },
  unused: ["CANCELED"],
  transitions: STEPS,
});

/** The status after a step; throws `InvalidState` if the step is not possible. */
export function statusAfter(step: CampaignStep, { status }: Pick<Campaign, "status">): CampaignStatus {
  return nextState(STEPS, step, status, "campaign");
}

const PACING: Readonly<Record<CampaignPacing, Pacing>> = { EVEN: "even", ASAP: "asap", FRONTLOADED: "front_loaded" };

export function pacingOf({ budget }: Pick<Campaign, "budget">): Pacing {
  return PACING[budget.pacing];
}
