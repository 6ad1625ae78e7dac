import type { Context } from "../../../ground/kernel/context.ts";
import { type RunResult, readResult } from "../../analytics/index.ts";
import { type Approval, findApproval } from "../../orders/approvals/index.ts";
import type { IntelligenceRun } from "../intelligence-run.ts";
import { getRun } from "../replay-run.ts";

/** A run, its outcome, and what people decided about the resulting media buy. */
export interface Decision {
  readonly run: IntelligenceRun;
  /** Undefined if analytics has not recorded the run. */
  readonly result: RunResult | undefined;
  readonly approval: Approval | undefined;
}

export async function readDecision(ctx: Context, runId: number): Promise<Decision> {
  const { db, viewer } = ctx;
  const [run, result] = await Promise.all([getRun(ctx, runId), readResult(db, viewer.customerId, runId)]);
  const mediaBuyId = result?.outcome.latest?.mediaBuyId;
  const approval = mediaBuyId === undefined ? undefined : await findApproval(db, viewer.customerId, mediaBuyId);
  return { run, result, approval };
}
