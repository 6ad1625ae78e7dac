import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { freshDatabase } from "../../../test/database.ts";
import { openAvailability } from "../db/connection/index.ts";
import { type Database, openDatabase } from "../db/index.ts";
import { beforeCommit } from "../db/writing/index.ts";
import { silentLog } from "../kernel/log.ts";
import { systemRandom } from "../kernel/random.ts";
import { type Step, type StepInput, step } from "../kernel/step.ts";
import { type Jobs, listDeadLettersOfAllCustomers, openJobs } from "./index.ts";

const input = z.object({ customerId: z.int(), n: z.int() });
const greet = step({ name: "test.greet", input, handle: async () => true });
const stumble = step({ name: "test.stumble", input, attempts: 2, handle: async () => true });
const done: string[] = [];

const KEPT = { name: "kept", cron: "0 0 1 1 *", run: async () => undefined };

let database: Database;
let jobs: Jobs;
let other: Jobs;
let admin: pg.Client;

beforeAll(async () => {
  const { url } = await freshDatabase();
  admin = new pg.Client({ connectionString: url });
  await admin.connect();
  const availability = openAvailability(silentLog);
  database = openDatabase({ url, poolSize: 4, prepare: true, availability });
  const options = { url, steps: [greet, stumble], random: systemRandom, availability, log: silentLog };
  [jobs, other] = await Promise.all([openJobs(options), openJobs(options)]);
  const perform = async ({ name }: Step, job: StepInput) => {
    const { n } = job as z.output<typeof input>;
    done.push(`${name} ${n}`);
    if (name === "test.stumble") throw new Error("stumbled");
  };
  await leaveSchedule("forgotten");
  await Promise.all([jobs.work(perform, [KEPT]), other.work(perform, [KEPT])]);
});
afterAll(async () => {
  await Promise.all([jobs.close(), other.close()]);
  await database.close();
  await admin.end();
});

/** A schedule as an earlier release left it, with a job that became due. */
async function leaveSchedule(name: string): Promise<void> {
  await admin.query('select jobs.create_queue($1, \'{"policy": "standard"}\')', [name]);
  await admin.query("insert into jobs.schedule (name, cron) values ($1, '* * * * *')", [name]);
}

test("a schedule that is no longer declared is removed at the start, and declared ones stay", async () => {
  const { rows } = await admin.query("select name from jobs.schedule order by name");
  expect(rows).toEqual([{ name: "kept" }]);
});

const scope = { customerId: 1, reach: "tenant" } as const;
test("jobs that are added while others are being written before the commit are written as well", async () => {
  await database.write(scope, async (db) => {
    const leave = (n: number) => jobs.enqueue(db, greet, { customerId: 1, n } as never, {});
    await leave(901);
    await leave(902);
    beforeCommit(db, "what is written last", () => leave(903));
  });
  const said = ["test.greet 901", "test.greet 902", "test.greet 903"];
  await expect.poll(() => said.filter((one) => done.includes(one)), { timeout: 60_000 }).toEqual(said);
  done.length = 0;
});

const add = (which: Step, n: number, key?: string) =>
  database.write(scope, (db) => jobs.enqueue(db, which, { customerId: 1, n } as never, key ? { key } : {}));

/** Waits until there is no job left that a worker would take now. */
const untilIdle = () =>
  vi.waitFor(async () => expect(await countJobs("start_after <= now()")).toBe(0), { timeout: 240_000, interval: 100 });

/** Counts unfinished jobs. */
async function countJobs(condition: string): Promise<number> {
  const { rows } = await admin.query(
    `select count(*)::int as jobs from jobs.job where name like 'test.%' and state < 'completed' and ${condition}`,
  );
  return rows[0].jobs;
}

test("a job is run once, whichever of two workers takes it", async () => {
  for (let n = 0; n < 10; n++) await add(greet, n);
  await untilIdle();
  expect(done.filter((line) => line.startsWith("test.greet")).sort()).toEqual(
    Array.from({ length: 10 }, (_, n) => `test.greet ${n}`),
  );
});

test("a job added in a transaction that fails was never added", async () => {
  const failing = database.write(scope, async (db) => {
    await jobs.enqueue(db, greet, { customerId: 1, n: 99 } as never, {});
    throw new Error("changed my mind");
  });
  await expect(failing).rejects.toThrow("changed my mind");
  expect(await countJobs("data ->> 'n' = '99'")).toBe(0);
  await untilIdle();
  expect(done).not.toContain("test.greet 99");
});

test("while a job with a key waits, another is not added", async () => {
  const later = { key: "only-one", delayMs: 60_000 };
  for (let n = 0; n < 3; n++)
    await database.write(scope, (db) => jobs.enqueue(db, greet, { customerId: 1, n } as never, later));
  const waiting = async () => (await jobs.depths()).find(({ step }) => step === "test.greet")?.waiting;
  expect(await waiting()).toBeLessThanOrEqual(1);
});

test("a job that has used all attempts becomes a dead letter, with its reason", async () => {
  await add(stumble, 7);
  const dead = () => database.readInstallation((db) => listDeadLettersOfAllCustomers(db, { take: 10, skip: 0 }));
  await vi.waitFor(async () => expect((await dead()).total).toBe(1), { timeout: 240_000, interval: 100 });
  expect(done.filter((line) => line === "test.stumble 7")).toHaveLength(2);
  expect((await dead()).letters).toMatchObject([
    { step: "test.stumble", customerId: 1, input: { customerId: 1, n: 7 }, error: "stumbled" },
  ]);
});
