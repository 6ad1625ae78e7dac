import { blockersOf, type EffectiveStatus, effectiveStatusOf, type Storefront } from "../storefronts/index.ts";
import type { Diagnosis } from "./diagnoses.ts";

/** How live a storefront is, as one code and one sentence. */
export interface Liveness {
  readonly state: "setup" | "live" | "live_attention" | "live_critical";
  readonly reasonCode:
    | "archived"
    | "paused_before_live"
    | "setup_incomplete"
    | "go_live_requirement_regressed"
    | "degraded_source"
    | "healthy";
  readonly reason: string;
  readonly remainingSteps: number | null;
}

export function livenessOf(storefront: Storefront, diagnoses: readonly Diagnosis[]): Liveness {
  const blockers = blockersOf(storefront);
  const names = blockers.map(({ name }) => name.toLowerCase()).join(", ");
  return VERDICTS[effectiveStatusOf(storefront)](names, blockers.length, diagnoses);
}

type Judge = (names: string, remaining: number, diagnoses: readonly Diagnosis[]) => Liveness;

const VERDICTS: Readonly<Record<EffectiveStatus, Judge>> = {
  archived: () => ({ state: "setup", reasonCode: "archived", reason: "Archived, for good", remainingSteps: 0 }),
  paused: (names, remaining) =>
    remaining > 0
      ? { state: "setup", reasonCode: "setup_incomplete", reason: `Not live: ${names}`, remainingSteps: remaining }
      : { state: "setup", reasonCode: "paused_before_live", reason: "Ready, but not open", remainingSteps: 0 },
  // It was opened, so it has been ready before.
  blocked: (names) => ({
    state: "live_critical",
    reasonCode: "go_live_requirement_regressed",
    reason: `Open, but not selling: ${names}`,
    remainingSteps: null,
  }),
  live: (_, __, [first]) =>
    first
      ? {
          state: "live_attention",
          reasonCode: "degraded_source",
          reason: `Live: ${first.summary}`,
          remainingSteps: null,
        }
      : { state: "live", reasonCode: "healthy", reason: "Live", remainingSteps: null },
};
