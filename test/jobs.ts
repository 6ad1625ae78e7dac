import { sql } from "kysely";
import { perform } from "../src/ground/kernel/perform.ts";
import type { StepInput } from "../src/ground/kernel/step.ts";
import { steps } from "../src/main/areas.ts";
import type { World } from "./world.ts";

/** Makes due what waits for its time, as that would. */
export async function bringForward({ database }: Pick<World, "database">): Promise<void> {
  await database.writeInstallation(async (db) => {
    await sql`update jobs.job set start_after = now() where state = 'created' and start_after > now()`.execute(db);
    await sql`update provider_jobs set ready_at = now() where status = 'OPEN' and ready_at > now()`.execute(db);
  });
}

const NAMES = steps.map(({ name }) => name);

/** Does what waits to be done, as a worker would, and what follows from that, until nothing waits. */
export async function doJobs({ database, host }: Pick<World, "database" | "host">): Promise<void> {
  for (;;) {
    // By a connection of the world's own: tests come here so often that one for each time would take as long as the jobs.
    const { rows } = await database.writeInstallation((db) =>
      sql<{ readonly name: string; readonly data: StepInput }>`
        delete from jobs.job where state = 'created' and start_after <= now() and name = any(${NAMES})
        returning name, data`.execute(db),
    );
    if (rows.length === 0) return;
    for (const { name, data } of rows) {
      const step = steps.find((one) => one.name === name);
      if (step) await perform(step, data, "req_job", host);
    }
  }
}
