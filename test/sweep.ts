import { agendas } from "../src/main/areas.ts";
import { doJobs } from "./jobs.ts";
import type { World } from "./world.ts";

/** Enqueues and performs what has become due on the customers' clocks, as a worker does each minute. */
export async function sweep(world: World): Promise<void> {
  for (const agenda of agendas) {
    const due = await world.database.writeInstallation(async (db) => {
      const found = await agenda.dueOfAllCustomers(db, world.host.clock.now(), 1_000);
      for (const { step, input, subject } of found)
        await world.jobs.enqueue(db, step, input, { key: `${input.customerId} ${subject}` });
      return found.length;
    });
    if (due > 0) await doJobs(world);
  }
}
