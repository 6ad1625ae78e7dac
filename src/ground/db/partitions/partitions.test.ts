import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../../test/database.ts";
import { after, DAY_MS } from "../../kernel/clock.ts";
import { silentLog } from "../../kernel/log.ts";
import { openAvailability } from "../connection/index.ts";
import { type Database, openDatabase } from "../index.ts";
import { maintainPartitionsOfAllCustomers } from "./index.ts";

/** Eight weeks of rows, of which half a million belong to a thousand organisations. */
const ROWS = 500_000;
const CUSTOMERS = 1_000;

let fresh: FreshDatabase;
let admin: pg.Client;
let database: Database;

beforeAll(async () => {
  fresh = await freshDatabase();
  admin = new pg.Client({ connectionString: fresh.url });
  await admin.connect();
  // As a replica, because foreign keys are not under test here.
  await admin.query("set session_replication_role = replica; set timezone = 'UTC'");
  database = openDatabase({
    url: fresh.applicationUrl,
    poolSize: 2,
    prepare: true,
    availability: openAvailability(silentLog),
  });
  await admin.query(`
    insert into intelligence_runs (customer_id, run_id, storefront_id, buying_mode, record, created_at)
    select n % ${CUSTOMERS}, partition_bound('intelligence_runs', at)::bigint + n, 1, 'brief', '{}', at
    from generate_series(1, ${ROWS}) n, lateral (select date_trunc('week', now()) + n * interval '8 weeks' / ${ROWS} as at) made`);
  await admin.query("analyze intelligence_runs");
}, 120_000);
afterAll(async () => {
  await admin.end();
  await database.close();
  await fresh.drop();
});

interface Plan {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Actual Loops": number;
  readonly Plans?: readonly Plan[];
}

/** What a statement of one organisation read: the number of pages, and the partitions. */
async function readBy(statement: string): Promise<{ pages: number; partitions: readonly string[]; sorts: boolean }> {
  const { rows } = await admin.query(`explain (analyze, buffers, format json) ${statement}`);
  const { Plan: plan } = rows[0]["QUERY PLAN"][0];
  const nodes = nodesOf(plan).filter((node) => node["Actual Loops"] > 0);
  return {
    pages: plan["Shared Hit Blocks"] + plan["Shared Read Blocks"],
    partitions: nodes.flatMap((node) => node["Relation Name"] ?? []),
    sorts: nodes.some((node) => node["Node Type"] === "Sort"),
  };
}

const nodesOf = (plan: Plan): readonly Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

const partitionsOf = async (table: string) =>
  (
    await admin.query<{ name: string }>(
      "select inhrelid::regclass::text as name from pg_inherits where inhparent = $1::regclass order by 1",
      [table],
    )
  ).rows.map(({ name }) => name);

const dropExpired = (before: Date) =>
  database.writeInstallation((db) => maintainPartitionsOfAllCustomers(db, "intelligence_runs", before));

test("there are partitions for the weeks to come, and one for whatever fits into none", async () => {
  const weeks = await partitionsOf("delivery_reports");
  expect(weeks).toContain("delivery_reports_default");
  expect(weeks.length).toBeGreaterThanOrEqual(9);
  expect((await partitionsOf("request_log")).length).toBeGreaterThanOrEqual(31);
});

test("the newest of one organisation are found by the end of each index, and nothing is sorted", async () => {
  const newest = await readBy("select * from intelligence_runs where customer_id = 7 order by run_id desc limit 20");
  expect(newest.sorts).toBe(false);
  expect(newest.pages).toBeLessThan(60);
});

test("what is asked by its id is looked for in the week of the id alone", async () => {
  const { rows } = await admin.query("select customer_id, run_id from intelligence_runs offset 250000 limit 1");
  const { customer_id, run_id } = rows[0];
  const one = await readBy(`select * from intelligence_runs where customer_id = ${customer_id} and run_id = ${run_id}`);
  expect(one.partitions).toHaveLength(1);
  expect(one.pages).toBeLessThan(10);
});

test("no tenant may have partitions kept, and no other table has any", async () => {
  const asTenant = database.write({ customerId: 7, reach: "tenant" }, (db) =>
    sql`select keep_partitions('intelligence_runs', now())`.execute(db),
  );
  await expect(asTenant).rejects.toThrow("no partitions to keep");
  const elsewhere = database.writeInstallation((db) => sql`select keep_partitions('customers', now())`.execute(db));
  await expect(elsewhere).rejects.toThrow("no partitions to keep");
});

test("weeks that are over are dropped whole, later ones stay, and the time ahead is ready again", async () => {
  const [week] = (await admin.query("select date_trunc('week', now()) as start")).rows;
  const before = after(week.start, 15 * DAY_MS);
  const expected = await admin.query(
    "select count(*)::int as kept from intelligence_runs where run_id >= partition_bound('intelligence_runs', $1)::bigint",
    [after(week.start, 14 * DAY_MS)],
  );
  await dropExpired(before);
  const left = await admin.query("select count(*)::int as kept, min(created_at) as first from intelligence_runs");
  expect(left.rows[0].kept).toBe(expected.rows[0].kept);
  expect(left.rows[0].first.getTime()).toBeGreaterThanOrEqual(week.start.getTime() + 14 * DAY_MS);
  expect((await partitionsOf("intelligence_runs")).length).toBeGreaterThanOrEqual(9);
});

test("who holds the table keeps nobody waiting: the partition goes the next time", async () => {
  const [week] = (await admin.query("select date_trunc('week', now()) as start")).rows;
  const before = after(week.start, 22 * DAY_MS);
  const count = async () => Number((await admin.query("select count(*) from intelligence_runs")).rows[0].count);
  await admin.query("begin");
  const held = await count();
  await dropExpired(before);
  await admin.query("commit");
  expect(await count()).toBe(held);
  await dropExpired(before);
  expect(await count()).toBeLessThan(held);
});
