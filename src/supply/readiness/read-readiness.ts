import type { Context } from "../../ground/kernel/context.ts";
import { findNewestEntries } from "../../platform/audit/index.ts";
import { listCompliance, listExamining, verdictOn } from "../compliance/index.ts";
import { listModularSources, readStanding, type SourceCondition } from "../modular/index.ts";
import { readPublishers } from "../publishers/index.ts";
import { findNewestCalls } from "../sources/calls/index.ts";
import { listSources, type Source } from "../sources/index.ts";
import { effectiveStatusOf, getOwnStorefront, type Storefront } from "../storefronts/index.ts";
import { CONNECTIVITY, type FullCheck, fullChecks } from "./check.ts";
import { checkViewOf, guidanceViewOf } from "./check-view.ts";
import { demandCoverageOf } from "./demand-coverage.ts";
import { diagnosesOf } from "./diagnoses.ts";
import { guidanceOnAvailability } from "./guidance.ts";
import { livenessOf } from "./liveness.ts";
import { demandCoverageViewOf, diagnosisViewOf, publisherViewOf, type ReadinessView } from "./readiness-view.ts";
import { diagnosticsOf } from "./source-diagnostics.ts";

/** Everything that is known about whether the viewer's storefront is ready to sell. */
export async function readReadiness(ctx: Context): Promise<ReadinessView> {
  const { db, viewer, installation } = ctx;
  const storefront = await getOwnStorefront(ctx);
  const [sources, known, publishers, modular, calls] = await Promise.all([
    listSources(db, viewer.customerId),
    listCompliance(db, viewer.customerId),
    readPublishers(ctx),
    readModular(ctx),
    findNewestCalls(db, viewer.customerId),
  ]);
  const sourceIds = sources.map(({ sourceId }) => sourceId);
  const entries = await findNewestEntries(db, viewer.customerId, "INVENTORY_SOURCE", sourceIds);
  const effectiveStatus = effectiveStatusOf(storefront);
  const guidance = guidanceOnAvailability(effectiveStatus);
  const checks = fullChecks(storefront, sources, { known, gates: installation.compliance.gates });
  const { gates } = installation.compliance;
  const diagnoses = diagnosesOf(sources, gates);
  return {
    platformId: storefront.platformId,
    status: checks.some(({ blocks }) => blocks) ? "blocked" : "ready",
    isPaused: storefront.isPaused,
    canTransact: effectiveStatus === "live",
    effectiveStatus,
    ...(guidance && { availabilityGuidance: guidanceViewOf(guidance) }),
    checks: checks.map((check) => checkViewOf(check, installation.publicUrl)),
    publisherDomains: publishers.map(publisherViewOf),
    demandCoverage: demandCoverageViewOf(demandCoverageOf(storefront, sources)),
    sourceDiagnostics: sources.map((source) =>
      diagnosticsOf(source, {
        storefront,
        now: ctx.now,
        calls: calls.get(source.inventorySourceId),
        gates,
        compliance: verdictOn(source, known),
        lastEntry: entries.get(source.sourceId),
        modular: modular.get(source.sourceId),
      }),
    ),
    diagnoses: diagnoses.map(diagnosisViewOf),
    phase: phaseOf(storefront, sources),
    liveness: { ...livenessOf(storefront, diagnoses), actionPath: null },
  };
}

/** The states of the modular sources, by source id. */
async function readModular(ctx: Context): Promise<ReadonlyMap<string, SourceCondition>> {
  const sources = await listModularSources(ctx.db, ctx.viewer.customerId);
  const standings = await Promise.all(sources.map((source) => readStanding(ctx, source)));
  return new Map(standings.map((standing) => [standing.source.sourceId, standing]));
}

/** The compliance check; undefined until an agent has been, or is being, examined. */
export async function readCompliance(ctx: Context): Promise<FullCheck | undefined> {
  const storefront = await getOwnStorefront(ctx);
  const { customerId } = ctx.viewer;
  const [sources, known, examining] = await Promise.all([
    listSources(ctx.db, customerId),
    listCompliance(ctx.db, customerId),
    listExamining(ctx.db, customerId),
  ]);
  const { gates } = ctx.installation.compliance;
  const check = fullChecks(storefront, sources, { known, gates }).find(({ id }) => id === CONNECTIVITY);
  if (!check?.compliance?.length && examining.length === 0) return undefined;
  return check && { ...check, examining };
}

function phaseOf(storefront: Storefront, sources: readonly Source[]): ReadinessView["phase"] {
  if (storefront.productMode === "passthrough") return "pass_through";
  if (effectiveStatusOf(storefront) !== "live") return "crawl";
  return sources.filter(({ status }) => status === "ACTIVE").length > 1 ? "run" : "walk";
}
