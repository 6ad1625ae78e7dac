import { z } from "zod";
import type { CallContext } from "../../../../ground/kernel/context.ts";
import { type Agenda, step } from "../../../../ground/kernel/step.ts";
import { updateUpstream } from "../../ledger/moves/store.ts";
import type { ModularSource } from "../../modular-source.ts";
import { moduleOf } from "../../modules/catalogue.ts";
import type { ModuleTask, WayUpstream } from "../../modules/module.ts";
import type { ModuleInstance } from "../../modules/module-instance.ts";
import { openCredentials } from "../../modules/open-credentials.ts";
import { listModules } from "../../modules/store.ts";
import { findModularSourceNumbered } from "../../store.ts";
import { taskFor } from "../task-for.ts";
import { listDuePollsOfAllCustomers, listPolled, nextDuePoll, takePoll } from "./store.ts";

interface Claimed {
  readonly source: ModularSource;
  readonly module: ModuleInstance;
  readonly credentials: WayUpstream["credentials"];
  readonly tasks: readonly ModuleTask[];
}

interface UpstreamStatus {
  readonly bookingId: string;
  readonly upstreamStatus: string;
}

/** Asks upstream how its orders stand, as often as the module is told to. One that does not say is asked again next time. */
export const syncStatus = step({
  name: "modular.sync-status",
  input: z.object({ customerId: z.int(), moduleRowId: z.int() }),
  async claim({ customerId, moduleRowId }, ctx): Promise<Claimed | undefined> {
    const inventorySourceId = await takePoll(ctx.db, customerId, moduleRowId, ctx.now);
    const source =
      inventorySourceId === undefined
        ? undefined
        : await findModularSourceNumbered(ctx.db, { customerId, inventorySourceId });
    const module = source && (await listModules(ctx.db, source)).find((one) => one.moduleRowId === moduleRowId);
    if (!source || !module || !moduleOf(module.contractId)?.carryOut?.SYNC_STATUS) return undefined;
    const bookings = await listPolled(ctx.db, source);
    const tasks: ModuleTask[] = [];
    for (const booking of bookings) {
      const taskKey = `SYNC_STATUS:${booking.bookingId}:${ctx.now.getTime()}`;
      tasks.push(await taskFor(ctx, source, booking, { taskKey, stage: "SYNC_STATUS", attempts: 1 }));
    }
    return { source, module, tasks, credentials: await openCredentials(ctx, customerId, module) };
  },
  call: (claimed, out) => Promise.all(claimed.tasks.map((task) => ask(claimed, task, out))),
  async settle({ source }, reported, ctx): Promise<void> {
    for (const one of reported)
      if (one) await updateUpstream(ctx.db, source, one.bookingId, { upstreamStatus: one.upstreamStatus }, ctx.now);
  },
});

async function ask(
  { module, credentials }: Claimed,
  task: ModuleTask,
  out: CallContext,
): Promise<UpstreamStatus | undefined> {
  const { outbound, now, log, requestId } = out;
  try {
    const way = { request: outbound.request.bind(outbound), config: module.config, credentials, now };
    const outcome = await moduleOf(module.contractId)?.carryOut?.SYNC_STATUS?.(task, way);
    if (outcome?.kind !== "done" || typeof outcome.result.upstreamStatus !== "string") return undefined;
    return { bookingId: task.booking.bookingId, upstreamStatus: outcome.result.upstreamStatus.slice(0, 100) };
  } catch (error) {
    log.warn({ err: error, requestId, taskKey: task.key }, "upstream did not say how an order stands");
    return undefined;
  }
}

export const statusAgenda: Agenda = {
  async next(db, customerId, until) {
    const due = await nextDuePoll(db, customerId, until);
    return due && dueOf(due);
  },
  dueOfAllCustomers: async (db, wall, limit) => (await listDuePollsOfAllCustomers(db, wall, limit)).map(dueOf),
};

function dueOf({ at, ...input }: Awaited<ReturnType<typeof listDuePollsOfAllCustomers>>[number]) {
  return { at, step: syncStatus, input, subject: `module ${input.moduleRowId}` };
}
