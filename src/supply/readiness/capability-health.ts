import type { NewestCalls, Observed, SourceCall } from "../sources/calls/index.ts";
import type { SourceDiagnosticsView } from "./source-view.ts";

type CapabilityHealth = SourceDiagnosticsView["capabilityHealth"];
type Observation = CapabilityHealth["inventory"]["observations"][number];
type Status = Observation["status"];

/**
 * Based on the latest observation of each capability: requests by buyers and tests say more than the mere fact that the
 * agent can be reached.
 */
export function capabilityHealthOf(
  health: SourceDiagnosticsView["health"],
  calls: NewestCalls | undefined,
): CapabilityHealth {
  const asked = calls && observationOf("get_products", calls.inventory);
  const reported = calls && observationOf("get_media_buy_delivery", calls.reporting);
  const checked = connectionOf(health);
  return { inventory: currentHealth([asked, checked]), reporting: currentHealth([reported]) };
}

/** The newest observation counts. */
function currentHealth(seen: readonly (Observation | undefined)[]): CapabilityHealth["inventory"] {
  const observations = seen
    .filter((one) => one !== undefined)
    .toSorted((a, b) => b.observedAt.localeCompare(a.observedAt));
  return { status: observations[0]?.status ?? null, observations };
}

function observationOf(observer: string, { newest, before, ok }: Observed): Observation | undefined {
  if (!newest) return undefined;
  const status = statusOf(newest);
  return {
    observer,
    status,
    previousStatus: before ? statusOf(before) : null,
    cause: newest.cause,
    detail: newest.detail,
    owner: status === "healthy" ? null : "seller",
    observedAt: newest.at.toISOString(),
    lastOkAt: ok ? ok.at.toISOString() : null,
  };
}

/** An agent that refuses is there; one that does not answer may not be. */
function statusOf({ outcome }: SourceCall): Status {
  if (outcome === "completed") return "healthy";
  return outcome === "rejected" ? "degraded" : "unhealthy";
}

function connectionOf(health: SourceDiagnosticsView["health"]): Observation | undefined {
  const { status, lastError, lastErrorCode, lastSuccessAt, lastCheckedAt } = health;
  if (status === "unknown" || lastCheckedAt === null) return undefined;
  return {
    observer: "connection_check",
    status,
    previousStatus: null,
    cause: lastErrorCode,
    detail: lastError,
    owner: lastError === null ? null : "seller",
    observedAt: lastCheckedAt,
    lastOkAt: lastSuccessAt,
  };
}
