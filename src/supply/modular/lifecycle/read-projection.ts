import type { Context } from "../../../ground/kernel/context.ts";
import type { ModularSource } from "../modular-source.ts";
import type { ModuleInstance } from "../modules/module-instance.ts";
import { listModules } from "../modules/store.ts";
import { countForLifecycle, type SourceCounts } from "../store.ts";
import { listOpenForLifecycle } from "../work-queue/store.ts";
import { type OpenItem, type ProjectedSource, type Projection, project, type RuntimeFacts } from "./project.ts";

/** A source's state, with its projection and the data behind it. */
export interface SourceCondition {
  readonly source: ModularSource;
  readonly health: ProjectedSource["healthStatus"];
  readonly modules: readonly ModuleInstance[];
  readonly openItems: readonly OpenItem[];
  readonly projection: Projection;
  readonly activeAvailCount: number;
}

export async function readStanding(
  { db, now }: Pick<Context, "db" | "now">,
  source: ModularSource,
): Promise<SourceCondition> {
  const [modules, openItems, counts] = await Promise.all([
    listModules(db, source),
    listOpenForLifecycle(db, source),
    countForLifecycle(db, source, now),
  ]);
  const health = healthOf(modules);
  // An unhealthy module only blocks its own stages; the source as a whole only counts as unhealthy if somebody says so.
  const projection = project({ source: { healthStatus: "unknown" }, modules, openItems, facts: factsOf(counts) });
  return { source, health, modules, openItems, projection, activeAvailCount: counts.activeAvails };
}

function healthOf(modules: readonly ModuleInstance[]): ProjectedSource["healthStatus"] {
  const ill = modules.some(
    ({ status, lastError }) => status === "ERROR" || (status !== "DISABLED" && lastError !== null),
  );
  return ill ? "unhealthy" : "healthy";
}

function factsOf({ activeAvails, live, handedOff, handedOffWithoutCreative, ...rest }: SourceCounts): RuntimeFacts {
  return {
    INVENTORY_FEED: activeAvails > 0,
    PRODUCT_METADATA: activeAvails > 0,
    MEDIA_BUY_INPUT: live > 0,
    CREATIVE_INPUT: handedOff > 0 && handedOffWithoutCreative === 0,
    MODULE_RESULT: rest.handedOffWithOrder > 0,
    REPORTING_UPLOAD: rest.reports > 0,
  };
}
