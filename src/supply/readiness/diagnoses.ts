import { whyHeld } from "../compliance/index.ts";
import type { Source } from "../sources/index.ts";

export const FAILURE_MODES = ["agent_auth_missing", "source_unreachable", "source_degraded"] as const;

/** The problems of a source, and what its seller can do about each. */
export interface Diagnosis {
  readonly source: Source;
  readonly failureMode: (typeof FAILURE_MODES)[number];
  readonly severity: "blocking" | "attention";
  readonly summary: string;
  readonly detail: string | null;
  readonly action: "reconnect" | "recheck";
  readonly observedAt: Date;
}

/** In the order of the sources, one for each source with a problem; its most immediate cause is reported. */
export function diagnosesOf(sources: readonly Source[], gates: readonly string[]): Diagnosis[] {
  return sources.filter(({ status }) => status !== "DISABLED").flatMap((source) => diagnosisOf(source, gates) ?? []);
}

function diagnosisOf(source: Source, gates: readonly string[]): Diagnosis | undefined {
  const { name, status, connectionError, updatedAt } = source;
  const severity = status === "ACTIVE" ? "attention" : "blocking";
  const common = { source, severity, detail: connectionError, observedAt: updatedAt } as const;
  if (lacksCredential(source))
    return {
      ...common,
      failureMode: "agent_auth_missing",
      summary: `${name} has no credential of yours, and its agent requires one`,
      action: "reconnect",
    };
  if (connectionError !== null || status === "PENDING")
    return {
      ...common,
      failureMode: "source_unreachable",
      summary: `the agent of ${name} did not answer when it was last asked`,
      action: "recheck",
    };
  const held = whyHeld(source, gates);
  if (held === undefined) return undefined;
  return {
    ...common,
    failureMode: "source_degraded",
    summary: `${name} is held back from buyers, because its agent is not known to conform to AdCP`,
    detail: held,
    action: "recheck",
  };
}

/** If each buyer brings its own credential, the seller does not need one. */
function lacksCredential({ authenticationType, authConfigured, status }: Source): boolean {
  const asked = authenticationType !== null && authenticationType !== "NO_AUTH" && authenticationType !== "OAUTH";
  return asked && !authConfigured && status !== "ACTIVE";
}
