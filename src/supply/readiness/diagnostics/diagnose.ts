import type { SourceCall } from "../../sources/calls/index.ts";
import type { Source } from "../../sources/index.ts";
import type { DiagnosticsView } from "./diagnostics-view.ts";
import { counted, exchanges, type Window } from "./window.ts";

type Diagnosis = DiagnosticsView["diagnosis"];
type Issue = Diagnosis["issues"][number];

/** A source's problems in its recent requests, the most frequent first, and what its seller can do about each. */
export function diagnose(source: Source, window: Window): Diagnosis {
  const issues = [...standingIssues(source), ...callIssues(source, window)];
  const [top] = issues;
  const unseen = exchanges(window).length === 0;
  const severity = top ? severityOf(issues) : unseen ? "unknown" : "ok";
  const nothing = unseen ? "it received no requests in this window" : "nothing went wrong in this window";
  return {
    severity,
    owner: "seller",
    topCause: top?.summary ?? nothing,
    issues,
    nextSteps: top ? [...new Set(issues.map(({ mode }) => STEPS[mode]))] : unseen ? [ASK] : [],
  };
}

const ASK = "ask it for products: POST /api/v2/storefront/inventory-sources/{sourceId}/tests/discovery";

const STEPS: Readonly<Record<Issue["mode"], string>> = {
  disabled_retired:
    "set its status to ACTIVE to sell from it again: PUT /api/v2/storefront/inventory-sources/{sourceId}",
  auth_missing:
    "send your credential as auth, or have each buyer bring one: PUT /api/v2/storefront/inventory-sources/{sourceId}",
  timeout_degraded: "see that its agent answers in time: buyers are shown what came before",
  source_runtime_error:
    "make sure that its agent runs, then check it again: POST /api/v2/storefront/inventory-sources/{sourceId}/check",
  business_rejected: "read why it refused in recentActivity, and resolve that with whoever runs it",
};

function severityOf(issues: readonly Issue[]): "warning" | "critical" {
  return issues.some(({ severity }) => severity === "critical") ? "critical" : "warning";
}

/** The problems with its setup. */
function standingIssues({ name, status, authenticationType, authConfigured }: Source): Issue[] {
  if (status === "DISABLED")
    return [{ mode: "disabled_retired", severity: "warning", count: 1, summary: `${name} is disabled` }];
  const asks = authenticationType !== null && authenticationType !== "NO_AUTH" && authenticationType !== "OAUTH";
  if (!asks || authConfigured || status === "ACTIVE") return [];
  return [{ mode: "auth_missing", severity: "critical", count: 1, summary: `${name} has no credential of yours` }];
}

const MODES: ReadonlyArray<readonly [SourceCall["outcome"], Issue["mode"], string]> = [
  ["timeout", "timeout_degraded", "did not answer in time"],
  ["failed", "source_runtime_error", "did not answer, or answered with something unreadable"],
  ["rejected", "business_rejected", "refused"],
];

function callIssues({ name }: Source, window: Window): Issue[] {
  const asked = exchanges(window);
  const found = MODES.flatMap(([outcome, mode, what]): Issue[] => {
    const count = counted(asked, outcome);
    if (count === 0) return [];
    const severity = count === asked.length && outcome !== "rejected" ? "critical" : "warning";
    return [{ mode, severity, count, summary: `${name} ${what}: ${count} of ${asked.length} calls` }];
  });
  return found.toSorted((a, b) => b.count - a.count);
}
