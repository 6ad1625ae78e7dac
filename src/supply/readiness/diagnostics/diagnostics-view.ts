import { z } from "zod";
import { CapabilityHealth, ExecutionTypeView, SourceHealth, Status, Support } from "../source-view.ts";

const instant = z.iso.datetime();
const text = z.string().nullable();
const latency = z.int().nullable().describe("In milliseconds; null if nothing was measured");

const SourceBlock = z.object({
  id: z.string(),
  sourceId: z.string(),
  name: z.string(),
  executionType: ExecutionTypeView,
  status: Status,
  agentId: text,
  endpointUrl: text,
  protocol: z.enum(["MCP", "A2A"]).nullable(),
  auth: z.object({ type: text, required: z.boolean(), configured: z.boolean() }),
  capabilities: z.object({
    tools: z.array(z.string()),
    products: Support,
    createMediaBuy: Support,
    updateMediaBuy: Support,
    signals: Support,
  }),
  health: SourceHealth,
  capabilityHealth: CapabilityHealth,
});

const Performance = z.object({
  requestCount: z.int(),
  responseCount: z.int(),
  exchangeCount: z.int(),
  completedCount: z.int(),
  failedCount: z.int(),
  rejectedCount: z.int(),
  timeoutCount: z.int(),
  timeoutRate: z.number(),
  errorRate: z.number(),
  completedRate: z.number(),
  latencyStatus: z.enum(["within_threshold", "over_threshold", "unknown"]),
  latencyThresholdMs: z.int().describe("How long buyers wait for it"),
  overThresholdCount: z.int(),
  p50LatencyMs: latency,
  p95LatencyMs: latency,
  p99LatencyMs: latency,
  unknownLatencyCount: z.int(),
});

const Bar = z.object({
  startedAt: instant,
  endedAt: instant,
  exchangeCount: z.int(),
  issueCount: z.int(),
  failedCount: z.int(),
  rejectedCount: z.int(),
  timeoutCount: z.int(),
  errorRate: z.number(),
  p95LatencyMs: latency,
});

const Comparison = z.object({
  previousWindow: z.object({
    startedAt: instant,
    endedAt: instant,
    exchangeCount: z.int(),
    issueCount: z.int(),
    timeoutCount: z.int(),
    errorRate: z.number(),
    p95LatencyMs: latency,
    sampledActivityCount: z.int(),
    activityTruncated: z.boolean(),
  }),
  issueDelta: z.int(),
  timeoutDelta: z.int(),
  errorRateDelta: z.number(),
  p95LatencyDeltaMs: latency,
  trend: z.enum(["new_issue", "worse", "improved", "recovered", "unchanged", "not_enough_data"]),
  summary: z.string(),
});

const Tool = z.object({
  tool: z.string(),
  exchangeCount: z.int(),
  completedCount: z.int(),
  failedCount: z.int(),
  rejectedCount: z.int(),
  timeoutCount: z.int(),
  p95LatencyMs: latency,
});

const Activity = z.object({
  id: z.int(),
  timestamp: instant,
  tool: z.string(),
  taskStatus: z.enum(["completed", "rejected", "failed", "timeout", "skipped"]),
  requestId: z.string(),
  origin: z.object({ kind: z.enum(["sandbox_test", "live_demand"]) }),
  isIssue: z.boolean(),
  summary: text,
});

const Issue = z.object({
  mode: z.enum(["auth_missing", "timeout_degraded", "source_runtime_error", "business_rejected", "disabled_retired"]),
  severity: z.enum(["warning", "critical"]),
  count: z.int(),
  summary: z.string(),
});

/** A source's recent record, in the form of August 2026, as far back as calls are kept. */
export const InventorySourceDiagnostics = z
  .object({
    source: SourceBlock,
    window: z.object({
      hours: z.int(),
      startedAt: instant,
      endedAt: instant,
      sampledActivityCount: z.int(),
      activityTruncated: z.boolean().describe("There were more calls than can be read: only the newest count"),
      sampledTestRunCount: z.int(),
    }),
    performance: Performance,
    comparison: Comparison,
    timeline: z.array(Bar).describe("The period in 24 parts, oldest first"),
    toolBreakdown: z.array(Tool),
    discoveryParticipation: z.object({
      calledCount: z.int(),
      skippedCount: z.int(),
      timedOutCount: z.int(),
      skipReasons: z.array(z.object({ reason: z.string(), count: z.int() })),
    }),
    outcomeMix: z.object({
      returnedProductsCount: z.int(),
      returnedNoProductsCount: z.int(),
      failedCount: z.int(),
      businessRejectedCount: z.int(),
      timedOutCount: z.int(),
      skippedCount: z.int(),
    }),
    demandImpact: z.object({
      buyerRequestsAffected: z.int().describe("Buyers' requests for which it had nothing"),
      missedProductOpportunityCount: z.null(),
      notes: z.array(z.string()),
    }),
    recentActivity: z.array(Activity).describe("The newest 20"),
    diagnosis: z.object({
      severity: z.enum(["ok", "warning", "critical", "unknown"]),
      owner: z.literal("seller"),
      topCause: z.string(),
      issues: z.array(Issue),
      nextSteps: z.array(z.string()),
    }),
  })
  .meta({ id: "InventorySourceDiagnostics" });

export type DiagnosticsView = z.input<typeof InventorySourceDiagnostics>;
