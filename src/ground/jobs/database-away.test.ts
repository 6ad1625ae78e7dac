import pg from "pg";
import { PgBoss } from "pg-boss";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { freshDatabase } from "../../../test/database.ts";
import { openWay, type Proxy } from "../../../test/proxy.ts";
import { openAvailability } from "../db/connection/index.ts";
import { type Database, openDatabase } from "../db/index.ts";
import { silentLog } from "../kernel/log.ts";
import { systemRandom } from "../kernel/random.ts";
import { step } from "../kernel/step.ts";
import { type Jobs, listDeadLettersOfAllCustomers, openJobs } from "./index.ts";
import { QUEUE_SCHEMA } from "./queue-schema.ts";
import { CALM_MS, openSupervisor } from "./supervise.ts";

const PATIENCE = { timeout: 120_000, interval: 50 };
const scope = { customerId: 1, reach: "tenant" } as const;
const ONCE = { input: z.object({ customerId: z.int() }), attempts: 1, handle: async () => true };
const asking = step({ name: "test.asking", ...ONCE });
const finishing = step({ name: "test.finishing", ...ONCE });

let admin: pg.Client;
let way: Proxy;
let database: Database;
let jobs: Jobs;
let directUrl: string;
const runs: string[] = [];
const failures: unknown[] = [];
/** Each run waits for this, so that the database becomes unavailable while the run is in progress. */
let gate = Promise.withResolvers<void>();

beforeAll(async () => {
  ({ url: directUrl } = await freshDatabase());
  admin = new pg.Client({ connectionString: directUrl });
  await admin.connect();
  way = await openWay(Number(new URL(directUrl).port));
  const url = Object.assign(new URL(directUrl), { host: `127.0.0.1:${way.port}` }).href;
  const availability = openAvailability(silentLog);
  database = openDatabase({ url, poolSize: 2, prepare: true, availability });
  jobs = await openJobs({ url, steps: [asking, finishing], random: systemRandom, availability, log: silentLog });
  await jobs.work(async ({ name }) => {
    runs.push(name);
    await gate.promise;
    if (name === asking.name)
      await readSomething().catch((error: unknown) => {
        failures.push(error);
        throw error;
      });
  }, []);
});
afterAll(async () => {
  await jobs.close();
  await database.close();
  await way.close();
  await admin.end();
});

const readSomething = () => database.read(scope, (db) => db.selectFrom("customers").select("customer_id").execute());

const jobOf = async (name: string) => {
  const { rows } = await admin.query(`select state, retry_count from ${QUEUE_SCHEMA}.job where name = $1`, [name]);
  return rows[0];
};
const deadLetters = () =>
  database.readInstallation((db) => listDeadLettersOfAllCustomers(db, { take: 9, skip: 0 })).then(({ total }) => total);

test("a job that was running when the database became unavailable has used no attempt, even if its time had expired", async () => {
  await database.write(scope, (db) => jobs.enqueue(db, asking, { customerId: 1 }, {}));
  await vi.waitFor(() => expect(runs).toEqual([asking.name]), PATIENCE);
  way.shut();
  await admin.query(`update ${QUEUE_SCHEMA}.job set started_on = now() - interval '1 hour' where name = $1`, [
    asking.name,
  ]);
  gate.resolve();
  await vi.waitFor(() => expect(failures).toHaveLength(1), PATIENCE);
  expect(await jobOf(asking.name)).toEqual({ state: "active", retry_count: 0 });
  way.open();
  await vi.waitFor(
    async () => expect(await jobOf(asking.name)).toEqual({ state: "completed", retry_count: 0 }),
    PATIENCE,
  );
  expect(runs).toEqual([asking.name, asking.name]);
  expect(await deadLetters()).toBe(0);
});

test("a job that was completed while the database was unavailable is not run again", async () => {
  gate = Promise.withResolvers();
  await database.write(scope, (db) => jobs.enqueue(db, finishing, { customerId: 1 }, {}));
  await vi.waitFor(() => expect(runs).toContain(finishing.name), PATIENCE);
  way.shut();
  await expect(readSomething()).rejects.toThrow("temporarily unavailable");
  gate.resolve();
  way.open();
  await vi.waitFor(async () => expect(await jobOf(finishing.name)).toMatchObject({ state: "completed" }), PATIENCE);
  expect(runs.filter((name) => name === finishing.name)).toHaveLength(1);
});

test("jobs that have run too long are only ended once the database has been available for a while", async () => {
  gate = Promise.withResolvers();
  await database.write(scope, (db) => jobs.enqueue(db, finishing, { customerId: 1 }, { key: "late" }));
  await vi.waitFor(() => expect(runs.filter((name) => name === finishing.name)).toHaveLength(2), PATIENCE);
  await admin.query(`update ${QUEUE_SCHEMA}.job set started_on = now() - interval '1 hour' where state = 'active'`);
  const boss = new PgBoss({ connectionString: directUrl, schema: QUEUE_SCHEMA, migrate: false, supervise: false });
  await boss.start();
  let calmMs = CALM_MS - 1;
  const supervisor = openSupervisor(
    boss,
    () => calmMs,
    (error) => expect(error).toBeUndefined(),
  );
  const look = async () => {
    await admin.query(`update ${QUEUE_SCHEMA}.queue set monitor_on = null, monitor_claim_on = null`);
    await supervisor.look();
  };
  await look();
  expect(await deadLetters()).toBe(0);
  calmMs = CALM_MS;
  await look();
  expect(await deadLetters()).toBe(1);
  await supervisor.stop();
  await boss.stop({ graceful: false });
  gate.resolve();
});
