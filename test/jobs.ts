import { sql } from "kysely";
import { perform } from "../src/ground/kernel/perform.ts";
import type { StepInput } from "../src/ground/kernel/step.ts";
import { steps } from "../src/main/areas.ts";
import type { World } from "./world.ts";

/** Makes everything due that is waiting for its time, as if that time had come. */
export async function makeEverythingDue({ database }: Pick<World, "database">): Promise<void> {
  await database.writeInstallation(async (db) => {
    await sql`update jobs.job set start_after = now() where state = 'created' and start_after > now()`.execute(db);
    await sql`update provider_jobs set ready_at = now() where status = 'OPEN' and ready_at > now()`.execute(db);
  });
}

const NAMES = steps.map(({ name }) => name);

/** Does all waiting jobs like a worker, and those that they enqueue, until none are left. */
export async function doJobs({ database, host }: Pick<World, "database" | "host">): Promise<void> {
  for (;;) {
    // Uses the world's own connections: tests call this so often that opening one each time would take as long as the jobs.
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
