import type { CreativeApproval, CreativeOutcome, CreativesToSync } from "../../../ground/seller-agent/index.ts";

/** A source's response to the creatives that it was sent. */
export interface SourceResponse {
  readonly sourceName: string;
  readonly outcomes: readonly CreativeOutcome[];
}

const WORST_FIRST: readonly CreativeOutcome["outcome"][] = ["failed", "created", "updated", "unchanged"];
const APPROVAL_LAST: readonly (CreativeApproval | null)[] = [
  "rejected",
  "suspended",
  "archived",
  "processing",
  "pending_review",
  "approved",
  null,
];

/** One answer for all sources, in the order of the request. A creative has the status at the slowest of its sources. */
export function composeCreatives({ creatives }: CreativesToSync, said: readonly SourceResponse[]): CreativeOutcome[] {
  return creatives.flatMap(({ creativeId }) => {
    const reported = said.flatMap(({ sourceName, outcomes }) =>
      outcomes.filter((one) => one.creativeId === creativeId).map((one) => ({ ...one, sourceName })),
    );
    if (reported.length === 0) return [];
    const outcome = WORST_FIRST.find((word) => reported.some((one) => one.outcome === word)) ?? "unchanged";
    const approval = APPROVAL_LAST.find((word) => reported.some((one) => one.approval === word)) ?? null;
    const messages = reported.flatMap(({ message, sourceName }) =>
      message === null ? [] : [`${sourceName}: ${message}`],
    );
    return [{ creativeId, outcome, approval, message: messages.join("; ") || null }];
  });
}
