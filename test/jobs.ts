import pg from "pg";
import { perform } from "../src/ground/kernel/perform.ts";
import type { StepInput } from "../src/ground/kernel/step.ts";
import { steps } from "../src/main/areas.ts";
import type { World } from "./world.ts";

/** Makes due what waits for its time, as that would. */
export async function bringForward(world: World): Promise<void> {
  const client = new pg.Client({ connectionString: world.databaseUrl });
  await client.connect();
  try {
    await client.query("update jobs.job set start_after = now() where state = 'created' and start_after > now()");
    await client.query("update provider_jobs set ready_at = now() where status = 'OPEN' and ready_at > now()");
  } finally {
    await client.end();
  }
}

/** Does what waits to be done, as a worker would, and what follows from that, until nothing waits. */
export async function doJobs(world: World): Promise<void> {
  const client = new pg.Client({ connectionString: world.databaseUrl });
  await client.connect();
  try {
    for (;;) {
      const { rows } = await client.query<{ name: string; data: StepInput }>(
        "delete from jobs.job where state = 'created' and start_after <= now() and name = any($1) returning name, data",
        [steps.map(({ name }) => name)],
      );
      if (rows.length === 0) return;
      for (const { name, data } of rows) {
        const step = steps.find((one) => one.name === name);
        if (step) await perform(step, data, "req_job", world.host);
      }
    }
  } finally {
    await client.end();
  }
}
