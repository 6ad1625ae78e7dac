import { after, HOUR_MS } from "../../../ground/kernel/clock.ts";
import type { Context } from "../../../ground/kernel/context.ts";
import { NotFound } from "../../../ground/kernel/errors.ts";
import { findNewestCalls, listCallsSince, type NewestCalls, type SourceCall } from "../../sources/calls/index.ts";
import { listSources, publishedExecutionTypeOf, type Source } from "../../sources/index.ts";
import { capabilityHealthOf } from "../capability-health.ts";
import { authOf, healthOf } from "../source-diagnostics.ts";
import { supportOf } from "../source-support.ts";
import { diagnose } from "./diagnose.ts";
import type { DiagnosticsView } from "./diagnostics-view.ts";
import { breakdownOf, comparisonOf, discoveryOf, performanceOf, timelineOf } from "./measure.ts";
import { type Window, windowOf } from "./window.ts";

const MOST_READ = 5_000;
const MOST_SHOWN = 20;

/** The recent record of one of the viewer's sources, compared with the same number of hours before. */
export async function readDiagnostics(ctx: Context, sourceId: string, hours: number): Promise<DiagnosticsView> {
  const { db, viewer, now, installation } = ctx;
  const sources = await listSources(db, viewer.customerId);
  const source = sources.find((one) => one.sourceId === sourceId);
  if (!source) throw new NotFound(`there is no inventory source ${sourceId}: GET /api/v2/storefront/inventory-sources`);
  const since = after(now, -2 * hours * HOUR_MS);
  const [calls, newest] = await Promise.all([
    listCallsSince(db, viewer.customerId, source.inventorySourceId, { since, most: MOST_READ }),
    findNewestCalls(db, viewer.customerId),
  ]);
  const isTruncated = calls.length === MOST_READ;
  // Includes a call made at this very moment.
  const current = windowOf(calls, after(now, 1), hours);
  const previous = windowOf(calls, current.from, hours);
  return {
    source: sourceViewOf(source, newest.get(source.inventorySourceId), installation.compliance.gates),
    window: windowViewOf(current, hours, isTruncated),
    performance: performanceOf(current, installation.sellerTimeoutMs),
    comparison: comparisonOf(current, previous, isTruncated),
    timeline: timelineOf(current),
    toolBreakdown: breakdownOf(current),
    ...discoveryOf(current),
    recentActivity: current.calls.slice(0, MOST_SHOWN).map(activityOf),
    diagnosis: diagnose(source, current),
  };
}

function sourceViewOf(
  source: Source,
  calls: NewestCalls | undefined,
  gates: readonly string[],
): DiagnosticsView["source"] {
  const { inventorySourceId, sourceId, name, status, agentId, endpointUrl, protocol, capabilities } = source;
  const { products, createMediaBuy, updateMediaBuy, signals } = supportOf(source, calls);
  const health = healthOf(source, gates);
  return {
    id: String(inventorySourceId),
    sourceId,
    name,
    status,
    agentId,
    endpointUrl,
    protocol,
    executionType: publishedExecutionTypeOf(source),
    auth: authOf(source),
    capabilities: { tools: [...(capabilities?.tools ?? [])], products, createMediaBuy, updateMediaBuy, signals },
    health,
    capabilityHealth: capabilityHealthOf(health, calls),
  };
}

function windowViewOf({ from, to, calls }: Window, hours: number, isTruncated: boolean): DiagnosticsView["window"] {
  return {
    hours,
    startedAt: from.toISOString(),
    endedAt: to.toISOString(),
    sampledActivityCount: calls.length,
    activityTruncated: isTruncated,
    sampledTestRunCount: calls.filter(({ origin }) => origin === "sandbox_test").length,
  };
}

function activityOf(call: SourceCall): DiagnosticsView["recentActivity"][number] {
  const { callId, at, tool, outcome, requestId, origin, productCount, detail } = call;
  const found = productCount === null ? null : `${productCount} products`;
  return {
    id: callId,
    timestamp: at.toISOString(),
    tool,
    taskStatus: outcome,
    requestId,
    origin: { kind: origin },
    isIssue: outcome !== "completed" && outcome !== "skipped",
    summary: detail ?? found,
  };
}
