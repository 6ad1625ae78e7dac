import { z } from "zod";
import { trackCounts } from "../compliance/index.ts";
import type { FullCheck } from "./check.ts";
import { type Guidance, guidanceOn } from "./guidance.ts";

const AgentCompliance = z
  .object({
    agentId: z.string(),
    agentUrl: z.string(),
    passed: z.boolean().describe("Something was graded, and no step of it failed"),
    tracks: z.array(
      z.object({
        track: z.string(),
        status: z
          .enum(["pass", "fail", "skip", "partial", "silent"])
          .describe("partial: some steps failed; fail: none passed; silent: the agent offered nothing to check"),
        label: z.string(),
        durationMs: z.int(),
        failureReason: z.string().optional(),
      }),
    ),
    summary: z.string(),
    observations: z.array(
      z.object({
        category: z.string(),
        severity: z.enum(["info", "suggestion", "warning", "error"]),
        message: z.string(),
      }),
    ),
    durationMs: z.int(),
    error: z
      .string()
      .optional()
      .describe("Why the agent could not be tested, which does not count as a failure of any track"),
    checkedAt: z.iso.datetime(),
  })
  .meta({ id: "AgentComplianceResult" });

const ExaminingView = z
  .object({
    agentId: z.string(),
    done: z.int().describe("Storyboards that have run"),
    total: z.int().describe("Storyboards that were chosen for what the agent declares"),
  })
  .meta({ id: "AgentExamination" });

export const GuidanceView = z
  .object({
    coverage: z.literal("complete"),
    stage: z.literal("before_source_dispatch"),
    why: z.string(),
    effect: z.string(),
    fix: z.string(),
    subjects: z.array(z.object({ kind: z.literal("inventory_source"), id: z.string().nullable(), name: z.string() })),
  })
  .meta({ id: "ReadinessBlockingGuidance" });

export const CheckView = z
  .object({
    id: z.string(),
    name: z.string(),
    description: z.string(),
    category: z.string(),
    status: z.enum(["complete", "partial", "missing", "optional"]),
    isBlocker: z.boolean().describe("It blocks until it is complete, unless it is optional"),
    details: z.string().optional(),
    action: z.enum(["inline_currency", "link", "recheck"]).optional(),
    actionLabel: z.string().optional(),
    actionUrl: z.url().optional().describe("The page of the operation that resolves it"),
    requirement: z.enum(["hard", "soft"]).describe("soft never blocks"),
    compliance: z.array(AgentCompliance).optional(),
    examining: z
      .array(ExaminingView)
      .optional()
      .describe("Agents that are being tested now, and how far each test is; absent if there are none"),
    guidance: GuidanceView.optional(),
  })
  .meta({ id: "ReadinessCheck" });

export function checkViewOf(check: FullCheck, publicUrl: string): z.input<typeof CheckView> {
  const { way, subjects: _, blocks, compliance, examining = [], ...reported } = check;
  return {
    ...reported,
    ...(way && { action: way.action, actionLabel: way.actionLabel }),
    ...(way?.action === "link" && { actionUrl: `${publicUrl}/api/v2/storefront/docs/${way.operation}` }),
    ...(compliance && { compliance: compliance.map(complianceViewOf) }),
    ...(examining.length > 0 && {
      examining: examining.map(({ agentId, done, total }) => ({ agentId, done, total })),
    }),
    ...(blocks && { guidance: guidanceViewOf(guidanceOn(check)) }),
  };
}

export function guidanceViewOf({ subjects, ...reported }: Guidance): z.input<typeof GuidanceView> {
  return { coverage: "complete", stage: "before_source_dispatch", ...reported, subjects: [...subjects] };
}

type Examined = NonNullable<FullCheck["compliance"]>[number];

function complianceViewOf({ agentId, agentUrl, verdict, checkedAt }: Examined): z.input<typeof AgentCompliance> {
  const { tracks, observations, ...reported } = verdict;
  return {
    ...reported,
    agentId,
    agentUrl,
    tracks: [...tracks],
    observations: [...observations],
    checkedAt: checkedAt.toISOString(),
  };
}

export const ComplianceSummary = z.object({
  passed: z.boolean(),
  summary: z.string(),
  checkedAt: z.iso.datetime().nullable(),
  trackCounts: z.object({ total: z.int(), passing: z.int(), partial: z.int(), failing: z.int() }),
});

export function complianceSummaryOf({ verdict, checkedAt }: Pick<Examined, "verdict" | "checkedAt">) {
  const { passed, summary } = verdict;
  return { passed, summary, checkedAt: checkedAt.toISOString(), trackCounts: trackCounts(verdict) };
}
