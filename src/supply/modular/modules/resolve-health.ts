import type { Context } from "../../../ground/kernel/context.ts";
import { nextState } from "../../../ground/kernel/lifecycle.ts";
import type { ModularSource } from "../modular-source.ts";
import { cancelItems, openItem } from "../work-queue/open-item.ts";
import { lockOpenItem } from "../work-queue/store.ts";
import { MODULE_STATUS, type ModuleInstance } from "./module-instance.ts";
import { listModules, updateModule } from "./store.ts";

/** Clears the problems that one module, or every module of the source, reports about itself. */
export async function resolveHealth(
  ctx: Context,
  source: ModularSource,
  moduleInstanceId: string | null,
): Promise<void> {
  const modules = await listModules(ctx.db, source);
  for (const module of modules) {
    if (moduleInstanceId !== null && module.moduleInstanceId !== moduleInstanceId) continue;
    if (module.status !== "ERROR" && module.lastError === null && module.issues.length === 0) continue;
    const status =
      module.status === "ERROR" ? nextState(MODULE_STATUS, "configure", module.status, "module") : module.status;
    const well = { ...module, status, lastError: null, issues: [], lastCheckedAt: ctx.now };
    await updateModule(ctx.db, source.customerId, well, ctx.now);
  }
}

/** Sets a module to ERROR, and asks people to fix it. */
export async function failModule(
  ctx: Context,
  source: ModularSource,
  module: ModuleInstance,
  why: string,
): Promise<void> {
  const status = nextState(MODULE_STATUS, "fail", module.status, "module");
  const ill = { ...module, status, lastError: why, lastCheckedAt: ctx.now };
  await updateModule(ctx.db, source.customerId, ill, ctx.now);
  await openItem(ctx, source, {
    kind: "RESOLVE_SOURCE_HEALTH",
    stage: null,
    moduleInstanceId: module.moduleInstanceId,
    subject: healthSubject(module),
    title: `Deal with the module ${module.name}: ${why.slice(0, 300)}`,
    resourceType: "MODULE",
    resourceId: module.moduleInstanceId,
    requiredKeys: [],
    priority: "HIGH",
  });
}

/** Cancels the work item about a module's health, because the module was fixed in another way, or disabled. */
export async function endHealthItem(ctx: Context, source: ModularSource, module: ModuleInstance): Promise<void> {
  const open = await lockOpenItem(ctx.db, source, healthSubject(module));
  if (open) await cancelItems(ctx, source, [open], "its module was reconfigured");
}

function healthSubject({ moduleInstanceId }: ModuleInstance): string {
  return `HEALTH:${moduleInstanceId}`;
}
