import { z } from "zod";
import { instantOf } from "../../ground/kernel/clock.ts";
import type { Publisher } from "../publishers/index.ts";
import { CheckView, GuidanceView } from "./check-view.ts";
import type { DemandCoverage } from "./demand-coverage.ts";
import { type Diagnosis, FAILURE_MODES } from "./diagnoses.ts";
import { SourceDiagnostics } from "./source-view.ts";

const PublisherReadiness = z.object({
  publisherDomain: z.string(),
  status: z.enum(["pending", "authorized", "unauthorized", "unknown", "error"]),
  adagentsStatus: z.enum(["pending", "resolved", "no_adagents", "invalid", "error"]).nullable(),
  authorizationStatus: z.enum(["authorized", "unauthorized", "unknown"]).nullable(),
  authorizationReason: z
    .enum(["authorized", "agent_not_listed", "agent_not_property_bound", "agent_untyped", "file_invalid", "no_file"])
    .nullable(),
  resolvedPropertyCount: z.int().nullable(),
  lastSyncedAt: z.iso.datetime().nullable(),
  lastPushedAt: z.null(),
});

/** The call as the published clients make it: with the operation's name there, its parameters and its body. */
const Recheck = z.object({
  kind: z.literal("recheck"),
  label: z.string(),
  operation: z.literal("run_inventory_source_discovery_test"),
  pathParams: z.object({ sourceId: z.string() }),
  body: z.strictObject({}),
  method: z.literal("POST"),
  path: z.string(),
});

const DiagnosisView = z
  .object({
    diagnosisId: z.string().describe("Stable for as long as the problem lasts: the source, and what is wrong"),
    sourceId: z.string().nullable(),
    sourceName: z.string(),
    failureMode: z.enum(FAILURE_MODES),
    owner: z.literal("seller"),
    severity: z.enum(["blocking", "attention", "advisory"]),
    summary: z.string(),
    detail: z.string().nullable(),
    action: z.discriminatedUnion("kind", [Recheck, z.object({ kind: z.literal("reconnect"), label: z.string() })]),
    docsAnchor: z.null(),
    observedAt: z.iso.datetime(),
  })
  .meta({ id: "SourceHealthDiagnosis" });

const DemandCoverageView = z.object({
  eligibleCombinations: z.int(),
  coveredCombinations: z.int(),
  categories: z.array(z.string()),
  markets: z.array(z.string()),
  channels: z.array(z.string()),
  missingDimensions: z.array(z.enum(["category", "market", "channel", "inventory"])),
  sampleBriefs: z.array(z.never()),
});

const LivenessView = z.object({
  state: z.enum(["setup", "live", "live_attention", "live_critical"]),
  reasonCode: z.enum([
    "archived",
    "paused_before_live",
    "setup_incomplete",
    "go_live_requirement_regressed",
    "degraded_source",
    "healthy",
  ]),
  reason: z.string(),
  remainingSteps: z.int().nullable(),
  actionPath: z.null(),
});

export const Readiness = z
  .object({
    platformId: z.string(),
    status: z.enum(["ready", "blocked"]),
    isPaused: z.boolean(),
    canTransact: z.boolean().describe("Open, not archived, and nothing blocks"),
    effectiveStatus: z.enum(["archived", "paused", "blocked", "live"]),
    availabilityGuidance: GuidanceView.optional(),
    checks: z.array(CheckView),
    publisherDomains: z.array(PublisherReadiness),
    demandCoverage: DemandCoverageView,
    sourceDiagnostics: z.array(SourceDiagnostics),
    diagnoses: z.array(DiagnosisView),
    phase: z
      .enum(["pass_through", "crawl", "walk", "run"])
      .describe("crawl: not live yet; walk: live on one source; run: on several"),
    liveness: LivenessView,
  })
  .meta({ id: "StorefrontReadiness" });

export type ReadinessView = z.input<typeof Readiness>;

export function publisherViewOf(publisher: Publisher): z.input<typeof PublisherReadiness> {
  const { domain, adagentsStatus, authorizationStatus, authorizationReason, propertyCount, lastSyncedAt } = publisher;
  const settled = adagentsStatus === "error" ? "error" : (authorizationStatus ?? "unknown");
  return {
    publisherDomain: domain,
    status: adagentsStatus === null || adagentsStatus === "pending" ? "pending" : settled,
    adagentsStatus,
    authorizationStatus,
    authorizationReason,
    resolvedPropertyCount: propertyCount,
    lastSyncedAt: instantOf(lastSyncedAt),
    lastPushedAt: null,
  };
}

export function diagnosisViewOf({ source, action, observedAt, ...reported }: Diagnosis): z.input<typeof DiagnosisView> {
  return {
    ...reported,
    diagnosisId: `${source.sourceId}:${reported.failureMode}`,
    sourceId: source.sourceId,
    sourceName: source.name,
    owner: "seller",
    action: action === "recheck" ? recheckOf(source) : { kind: action, label: "Send the credential" },
    docsAnchor: null,
    observedAt: observedAt.toISOString(),
  };
}

function recheckOf({ sourceId }: Diagnosis["source"]): z.input<typeof Recheck> {
  return {
    kind: "recheck",
    label: "Ask it for products",
    operation: "run_inventory_source_discovery_test",
    pathParams: { sourceId },
    body: {},
    method: "POST",
    path: `/api/v2/storefront/inventory-sources/${encodeURIComponent(sourceId)}/tests/discovery`,
  };
}

export function demandCoverageViewOf({ markets, channels, missing }: DemandCoverage): ReadinessView["demandCoverage"] {
  const eligible = markets.length * channels.length;
  return {
    eligibleCombinations: eligible,
    coveredCombinations: missing.includes("inventory") ? 0 : eligible,
    categories: [],
    markets: [...markets],
    channels: [...channels],
    missingDimensions: [...missing],
    sampleBriefs: [],
  };
}
