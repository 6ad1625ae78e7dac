import { z } from "zod";
import { ComplianceSummary } from "./check-view.ts";

export const ExecutionTypeView = z.enum(["AGENT", "MANAGED_SALES_AGENT", "LINKED_STOREFRONT", "MODULAR_SOURCE"]);
export const Support = z.enum(["supported", "unsupported", "unknown"]);
export const Status = z.enum(["PENDING", "ACTIVE", "DISABLED"]);
const Health = z.enum(["healthy", "degraded", "unhealthy"]);

const Observation = z.object({
  observer: z.string(),
  status: Health,
  previousStatus: Health.nullable(),
  cause: z.string().nullable(),
  detail: z.string().nullable(),
  owner: z.string().nullable(),
  observedAt: z.iso.datetime(),
  lastOkAt: z.iso.datetime().nullable(),
});
const Observed = z.object({ status: Health.nullable(), observations: z.array(Observation) });

export const SourceHealth = z.object({
  status: z.enum(["healthy", "degraded", "unhealthy", "unknown"]),
  lastError: z.string().nullable(),
  lastErrorCode: z.string().nullable(),
  lastErrorAt: z.iso.datetime().nullable(),
  lastSuccessAt: z.iso.datetime().nullable(),
  lastCheckedAt: z.iso.datetime().nullable(),
});

export const CapabilityHealth = z.object({
  inventory: Observed.describe("Derived from its connection check, and from its answers to buyers and tests"),
  reporting: Observed.describe("Derived from its delivery reports"),
});

const ModularDiagnostics = z.object({
  activeAvailCount: z.int(),
  openWorkItemCount: z.int(),
  openWorkItemCountsByKind: z.record(z.string(), z.int()),
  stages: z.array(z.object({ stage: z.string(), status: z.string() })).describe("Stages that a module handles"),
});

/** What is known about a source and its agent (storefront contract §7.4). */
export const SourceDiagnostics = z
  .object({
    id: z.string().nullable(),
    sourceId: z.string().nullable(),
    name: z.string(),
    executionType: ExecutionTypeView,
    setupKind: z.enum(["external_agent", "modular"]).optional(),
    modular: ModularDiagnostics.optional().describe("For a modular source: the state of its stages"),
    cardPosture: z.object({
      state: z.enum(["connected", "needs_setup", "needs_attention"]),
      reasonCode: z.enum([
        "connected",
        "authentication_required",
        "source_not_active",
        "health_degraded",
        "health_unverified",
        "products_missing",
        "products_unsupported",
        "products_unverified",
      ]),
      explanation: z.string(),
    }),
    sourceStatus: Status,
    agentId: z.string().nullable(),
    agentStatus: Status.nullable(),
    endpointUrl: z.string().nullable(),
    protocol: z.enum(["MCP", "A2A"]).nullable(),
    auth: z.object({ required: z.boolean(), configured: z.boolean(), type: z.string().nullable() }),
    capabilities: z.object({
      products: Support,
      createMediaBuy: Support,
      updateMediaBuy: Support,
      signals: Support,
      wholesaleProducts: Support,
    }),
    productBuilder: z
      .object({
        mode: z.enum(["composition", "passthrough", "unknown"]),
        wholesaleProductCount: z.int().nullable(),
        buyerVisibleProductCount: z.int().nullable(),
        currencyMismatchProductCount: z.int().nullable(),
        reportingStaleProductCount: z.int().nullable(),
        signalCount: z.int().nullable(),
        catalogCacheCold: z
          .boolean()
          .describe("It has not returned its whole catalogue in the last day: the counts are old, or null"),
        declaredUnsupportedIngredients: z.boolean(),
      })
      .nullable(),
    compliance: ComplianceSummary.nullable().describe("The results of AdCP's storyboards; null before the first run"),
    heldBack: z
      .boolean()
      .describe("Whether it is withheld from buyers, because its agent is not known to pass the required tracks"),
    debug: z.object({
      version: z.string().nullable(),
      syntheticCapabilities: z.boolean().nullable(),
      tools: z.array(z.string()),
      supportedBillings: z.array(z.string()),
      channels: z.array(z.string()),
      countries: z.array(z.string()),
      publisherDomains: z.array(z.string()),
      requireOperatorAuth: z.boolean().nullable(),
    }),
    lastActivity: z
      .object({
        action: z.string(),
        resourceType: z.string(),
        resourceId: z.string().nullable(),
        resourceName: z.string().nullable(),
        description: z.string(),
        timestamp: z.iso.datetime(),
      })
      .nullable(),
    health: SourceHealth,
    capabilityHealth: CapabilityHealth,
  })
  .meta({ id: "SourceDiagnostics" });

export type SourceDiagnosticsView = z.input<typeof SourceDiagnostics>;
