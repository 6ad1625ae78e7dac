import type { SourceCondition } from "../modular/index.ts";
import type { SourceDiagnosticsView } from "./source-view.ts";

type Posture = SourceDiagnosticsView["cardPosture"];

/** The stages that modules support, and what waits for people. */
export function modularViewOf({ projection, activeAvailCount }: SourceCondition): SourceDiagnosticsView["modular"] {
  const { lifecycleSummary, openWorkItemCount, openWorkItemCountsByKind } = projection;
  return {
    activeAvailCount,
    openWorkItemCount,
    openWorkItemCountsByKind: { ...openWorkItemCountsByKind },
    stages: lifecycleSummary.filter(({ supported }) => supported).map(({ stage, status }) => ({ stage, status })),
  };
}

/** What its seller should do first; undefined if nothing is wrong with its modules. */
export function modularPostureOf({ source, projection, activeAvailCount }: SourceCondition): Posture | undefined {
  const { name, status } = source;
  if (status !== "ACTIVE") return undefined;
  const { lifecycleSummary, openWorkItemCount } = projection;
  const inState = (state: string) => lifecycleSummary.filter((row) => row.status === state).map(({ stage }) => stage);
  const [blocked, unset] = [inState("BLOCKED"), inState("MISSING_SETUP")];
  if (blocked.length > 0) {
    const why = lifecycleSummary.flatMap(({ issues }) => issues)[0] ?? "a module is set to ERROR";
    const explanation = `${name} is blocked in ${blocked.join(", ")}: ${why}`;
    return { state: "needs_attention", reasonCode: "health_degraded", explanation };
  }
  if (unset.length > 0) {
    const explanation = `${name} lacks configuration for ${unset.join(", ")}`;
    return { state: "needs_setup", reasonCode: "products_missing", explanation };
  }
  if (activeAvailCount === 0)
    return {
      state: "needs_setup",
      reasonCode: "products_missing",
      explanation: `${name} has nothing on sale: upload avails`,
    };
  if (openWorkItemCount === 0) return undefined;
  const explanation = `${openWorkItemCount} work items of ${name} wait for people`;
  return { state: "needs_attention", reasonCode: "health_unverified", explanation };
}
