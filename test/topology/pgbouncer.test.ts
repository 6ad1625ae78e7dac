import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ONE_SERVER } from "../../src/ground/db/connection/index.ts";
import type { Api } from "../../src/main/demo/api.ts";
import { type DemoProgress, walk } from "../../src/main/demo/walk.ts";
import { openSandbox } from "../../src/main/sandbox/open-sandbox.ts";
import type { SandboxFile } from "../../src/main/sandbox/sandbox-file.ts";
import { doJobs } from "../jobs.ts";
import { openWorld, type World } from "../world.ts";
import { knowsPrepared, PGBOUNCER, type Pooler, startPooler } from "./pgbouncer.ts";

/** Fewer than the application's pools have, so that its sessions share them. */
const CONNECTIONS = 3;

const which = PGBOUNCER ? `PgBouncer ${PGBOUNCER}` : "not run, because this machine has no pgbouncer";

describe.skipIf(!PGBOUNCER)(`behind a pooler of transactions (${which})`, () => {
  let pooler: Pooler;
  let world: World;
  let sandbox: SandboxFile;
  let walked: DemoProgress;

  beforeAll(async () => {
    world = await openWorld({}, async (url) => {
      pooler = await startPooler(url, CONNECTIONS);
      return {
        databaseUrl: pooler.url,
        prepare: knowsPrepared(PGBOUNCER ?? ""),
        topology: { ...ONE_SERVER, pooler: "transaction" },
      };
    });
    sandbox = await openSandbox(world, { dataFolder: await mkdtemp(join(tmpdir(), "interchange-pooled-")) });
    walked = await walk(as(sandbox.buyer.key), {
      sellers: new Map(sandbox.publishers.map(({ platformId, key }) => [`storefront-${platformId}`, as(key)])),
      sourceKeys: new Map(sandbox.publishers.map(({ platformId, sourceKey }) => [platformId, sourceKey ?? ""])),
      meanwhile: () => doJobs(world),
      tell: () => {},
    });
  }, 180_000);
  afterAll(async () => {
    await world?.close();
    await pooler?.stop();
  });

  function as(key: string): Api {
    return async <T>(method: string, path: string, body?: unknown) => {
      const { status, data, error } = await world.anonymous(method as "GET", path, body, {
        authorization: `Bearer ${key}`,
      });
      if (error) throw new Error(`${method} ${path}: ${status} ${error.message}`);
      return data as T;
    };
  }

  test("the demo's journey ends as it does without one, including jobs", () => {
    expect(walked.afterApproval.map(({ status }) => status)).toEqual(Array(5).fill("ACTIVE"));
    expect(walked.report.totals.impressions).toBeGreaterThan(100_000);
  });

  test("many concurrent callers share its few connections, and stay separated", async () => {
    const callers = await Promise.all([1, 2, 3, 4].map(() => world.caller("BUYER")));
    const names = callers.map(({ customerId }) => `Advertiser of ${customerId}`);
    await Promise.all(
      callers.flatMap((caller, at) =>
        [1, 2, 3].map((turn) =>
          caller.post("/buyer/advertisers", { name: `${names[at]} ${turn}`, brand: `pooled-${turn}.example` }),
        ),
      ),
    );
    const lists = await Promise.all(
      Array.from({ length: 10 }).flatMap(() => callers.map((caller) => caller.get("/buyer/advertisers"))),
    );
    for (const [at, list] of lists.entries()) {
      const own = names[at % names.length] ?? "";
      const { items } = list.data as { items: readonly { name: string }[] };
      expect(items).toHaveLength(3);
      expect(items.every(({ name }) => name.startsWith(own))).toBe(true);
    }
    const { rows } = await atPostgres(
      "select count(*)::int as sessions from pg_stat_activity where datname = current_database() and usename like 'interchange_login_%'",
    );
    expect(rows[0]?.sessions).toBeLessThanOrEqual(CONNECTIONS);
  });

  test("statements are prepared in PostgreSQL if the pooler supports it, and only then", async () => {
    const client = new pg.Client({ connectionString: pooler.url });
    await client.connect();
    const prepared: number[] = [];
    // Uses whichever connection is free; the journey has used each of them.
    for (let turn = 0; turn < 2 * CONNECTIONS; turn++) {
      const { rows } = await client.query("select count(*)::int as statements from pg_prepared_statements");
      prepared.push(rows[0].statements);
    }
    await client.end();
    const expected = knowsPrepared(PGBOUNCER ?? "")
      ? (number: number) => number > 10
      : (number: number) => number === 0;
    expect(prepared.filter((number) => !expected(number))).toEqual([]);
  });

  test("an organisation can be exported through it as well, in one transaction", async () => {
    const { customerId } = await world.caller("BUYER");
    const all = { tables: new Set<string>(), columns: new Set<string>() };
    const read = await world.host.readOrganisation(customerId, all, (_, rows) => finished(rows.resume()));
    expect(read.tables.find(({ table }) => table === "customers")).toMatchObject({ rows: 1 });
  });

  test("settings of one transaction do not reach the next one on its connection", async () => {
    await world.caller("BUYER");
    const client = new pg.Client({ connectionString: pooler.url });
    await client.connect();
    for (let turn = 0; turn < 2 * CONNECTIONS; turn++) {
      const { rows } = await client.query(
        "select current_user = session_user as plain, current_setting('interchange.customer_id', true) as customer, current_setting('interchange.reach', true) as reach",
      );
      expect(rows[0]).toEqual({
        plain: true,
        customer: expect.toSatisfy(isNothing),
        reach: expect.toSatisfy(isNothing),
      });
    }
    await client.end();
  });

  async function atPostgres(statement: string): Promise<pg.QueryResult> {
    const client = new pg.Client({ connectionString: world.databaseUrl });
    await client.connect();
    try {
      return await client.query(statement);
    } finally {
      await client.end();
    }
  }
});

/** A setting that was once local reads as empty in the same session afterwards, and as null in any other. */
const isNothing = (value: unknown) => value === null || value === "";
