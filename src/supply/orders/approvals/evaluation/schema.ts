import { z } from "zod";
import { CheckView, checkView } from "../../../instructions/evaluations/index.ts";
import { EVALUATOR, type Evaluation, POLICY_DECISIONS } from "./evaluate.ts";

const RECOMMENDATIONS = {
  definitely_on_policy: "auto_approve",
  definitely_not_on_policy: "auto_reject",
  needs_human_approval: "escalate_to_human",
} as const;

export const EvaluationView = z
  .object({
    mediaBuyId: z.string(),
    evaluatorId: z.string(),
    evaluatorVersion: z.string(),
    policyDecision: z.enum(POLICY_DECISIONS),
    recommendation: z
      .enum(["auto_approve", "escalate_to_human", "auto_reject"])
      .describe("Advisory: anything that violates the policy also waits for a person"),
    rejectionReason: z.string().nullable(),
    summary: z.string(),
    checks: z.array(CheckView),
  })
  .meta({ id: "MediaBuyEvaluation" });

export function evaluationView(mediaBuyId: string, evaluation: Evaluation): z.input<typeof EvaluationView> {
  const { policyDecision, summary, checks } = evaluation;
  return {
    mediaBuyId,
    ...EVALUATOR,
    policyDecision,
    recommendation: RECOMMENDATIONS[policyDecision],
    rejectionReason: checks.find(({ status }) => status === "fail")?.detail ?? null,
    summary,
    checks: checks.map((check) => checkView(check, EVALUATOR)),
  };
}
