import { spawn } from "node:child_process";
import { once } from "node:events";
import pg from "pg";
import { PgBoss } from "pg-boss";
import { expect, onTestFinished, test } from "vitest";
import { freshDatabase } from "../../../test/database.ts";
import { openAvailability } from "../db/connection/index.ts";
import { openDatabase } from "../db/index.ts";
import { silentLog } from "../kernel/log.ts";
import { systemRandom } from "../kernel/random.ts";
import { deadly } from "./deadly-step.fixture.ts";
import { listDeadLettersOfAllCustomers, openJobs } from "./index.ts";
import { QUEUE_SCHEMA } from "./queue-schema.ts";

test("a job that kills its process uses an attempt, and becomes a dead letter with a reason", async () => {
  const { url } = await freshDatabase();
  const availability = openAvailability(silentLog);
  const database = openDatabase({ url, poolSize: 2, prepare: true, availability });
  const jobs = await openJobs({ url, steps: [deadly], random: systemRandom, availability, log: silentLog });
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  onTestFinished(async () => {
    await jobs.close();
    await admin.end();
    await database.close();
  });
  const scope = { customerId: 1, reach: "tenant" } as const;
  await database.write(scope, (db) => jobs.enqueue(db, deadly, { customerId: 1 }, {}));

  for (let attempt = 1; attempt <= deadly.attempts; attempt++) {
    await killWorker(url);
    const { rows } = await admin.query("select retry_count, state from jobs.job where name = $1", [deadly.name]);
    expect(rows).toEqual([{ retry_count: attempt - 1, state: "active" }]);
    await letExpire(admin, url);
  }
  const { letters } = await database.readInstallation((db) => listDeadLettersOfAllCustomers(db, { take: 9, skip: 0 }));
  expect(letters).toMatchObject([{ step: deadly.name, customerId: 1, error: "job timed out" }]);
});

async function killWorker(url: string): Promise<void> {
  const file = new URL("./deadly-worker.fixture.ts", import.meta.url);
  const worker = spawn(process.execPath, [file.pathname, url], { stdio: "inherit" });
  expect(await once(worker, "exit")).toEqual([null, "SIGKILL"]);
}

/** As the queue does by itself when a job has run too long. */
async function letExpire(admin: pg.Client, url: string): Promise<void> {
  await admin.query("update jobs.job set started_on = started_on - interval '1 hour' where state = 'active'");
  await admin.query("update jobs.queue set monitor_on = null, monitor_claim_on = null");
  const boss = new PgBoss({ connectionString: url, schema: QUEUE_SCHEMA, migrate: false, supervise: false });
  await boss.start();
  await boss.supervise();
  await boss.stop({ graceful: false });
  await admin.query("update jobs.job set start_after = now() where state = 'retry'");
}
