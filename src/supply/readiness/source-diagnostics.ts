import { instantOf } from "../../ground/kernel/clock.ts";
import { describeEntry, type LogEntry } from "../../platform/audit/index.ts";
import { publishedExecutionTypeOf, type Source } from "../sources/index.ts";
import { capabilityHealthOf } from "./capability-health.ts";
import { complianceSummaryOf } from "./check-view.ts";
import { diagnosesOf } from "./diagnoses.ts";
import type { Knowledge } from "./knowledge.ts";
import { modularPostureOf, modularViewOf } from "./modular-diagnostics.ts";
import { builderOf } from "./product-builder.ts";
import { isSynthetic, supportOf } from "./source-support.ts";
import type { SourceDiagnosticsView } from "./source-view.ts";

export function diagnosticsOf(source: Source, knowledge: Knowledge): SourceDiagnosticsView {
  const { gates, compliance, lastEntry, modular, calls } = knowledge;
  const { inventorySourceId, status, agentId } = source;
  const { sourceId, name, endpointUrl, protocol, heldBack } = source;
  const executionType = publishedExecutionTypeOf(source);
  const support = supportOf(source, calls);
  const health = healthOf(source, gates);
  return {
    id: String(inventorySourceId),
    sourceId,
    name,
    executionType,
    ...(executionType === "AGENT" && { setupKind: "external_agent" as const }),
    ...(modular && { setupKind: "modular" as const, modular: modularViewOf(modular) }),
    cardPosture: (modular && modularPostureOf(modular)) ?? postureOf(source, support, gates),
    sourceStatus: status,
    agentId,
    agentStatus: agentId ? status : null,
    endpointUrl,
    protocol,
    auth: authOf(source),
    capabilities: support,
    productBuilder: source.type === "SALES" ? builderOf(source, support, knowledge) : null,
    compliance: compliance ? complianceSummaryOf(compliance) : null,
    heldBack,
    debug: debugOf(source),
    lastActivity: lastEntry ? activityOf(lastEntry, name) : null,
    health,
    capabilityHealth: capabilityHealthOf(health, calls),
  };
}

export function authOf({ authenticationType, authConfigured }: Source): SourceDiagnosticsView["auth"] {
  const required = authenticationType !== null && authenticationType !== "NO_AUTH";
  return { required, configured: authConfigured, type: authenticationType };
}

/** The agent's own statements; nothing about a credential, and nothing from a failed answer. */
function debugOf(source: Source): SourceDiagnosticsView["debug"] {
  const { capabilities, simulation } = source;
  return {
    version: capabilities?.supportedVersions.at(-1) ?? null,
    syntheticCapabilities: isSynthetic(source),
    tools: [...(capabilities?.tools ?? [])],
    supportedBillings: [...(capabilities?.supportedBillings ?? [])],
    channels: [...(capabilities?.channels ?? [])],
    countries: [...(simulation?.countries ?? [])],
    publisherDomains: [...(capabilities?.publisherDomains ?? [])],
    requireOperatorAuth: capabilities?.requireOperatorAuth ?? null,
  };
}

function activityOf(entry: LogEntry, name: string): SourceDiagnosticsView["lastActivity"] {
  const { action, resourceType, resourceId, at } = entry;
  return {
    action,
    resourceType,
    resourceId,
    resourceName: name,
    description: describeEntry(entry),
    timestamp: at.toISOString(),
  };
}

export function healthOf(source: Source, gates: readonly string[]): SourceDiagnosticsView["health"] {
  const { connectionError, capabilitiesAt, updatedAt, heldBack } = source;
  const failedAt = connectionError === null ? null : updatedAt.toISOString();
  const answeredAt = instantOf(capabilitiesAt);
  const [diagnosis] = diagnosesOf([source], gates);
  const answering = heldBack ? "degraded" : answeredAt ? "healthy" : "unknown";
  return {
    status: connectionError === null ? answering : "unhealthy",
    lastError: connectionError,
    lastErrorCode: failedAt === null ? null : (diagnosis?.failureMode ?? null),
    lastErrorAt: failedAt,
    lastSuccessAt: answeredAt,
    lastCheckedAt: failedAt ?? answeredAt,
  };
}

function postureOf(
  source: Source,
  { products }: ReturnType<typeof supportOf>,
  gates: readonly string[],
): SourceDiagnosticsView["cardPosture"] {
  const { status, name } = source;
  const [diagnosis] = diagnosesOf([source], gates);
  const wrong = diagnosis?.summary ?? `${name} is ${status.toLowerCase()}, and sells nothing`;
  if (diagnosis?.failureMode === "agent_auth_missing")
    return { state: "needs_setup", reasonCode: "authentication_required", explanation: wrong };
  if (status !== "ACTIVE") return { state: "needs_setup", reasonCode: "source_not_active", explanation: wrong };
  if (diagnosis) return { state: "needs_attention", reasonCode: "health_degraded", explanation: wrong };
  if (source.type === "SALES" && products === "unsupported")
    return {
      state: "needs_setup",
      reasonCode: "products_unsupported",
      explanation: `the agent of ${name} lists no get_products`,
    };
  return { state: "connected", reasonCode: "connected", explanation: `${name} is connected` };
}
