import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type EmbeddedPostgres, startEmbedded } from "../../src/ground/db/embedded/start-embedded.ts";
import { silentLog as log } from "../../src/ground/kernel/log.ts";
import { freePort } from "../free-port.ts";
import { type ServerProcess, startProcess } from "./server-process.ts";
import { healthOf, PATIENCE, sandboxIn, writerAt } from "./writer.ts";

let home: string;
beforeAll(async () => void (home = await mkdtemp(join(tmpdir(), "interchange-away-"))));
afterAll(async () => {
  const started = await beside?.catch(() => undefined);
  await started?.stop();
  await rm(home, { recursive: true, force: true });
});

const embedded = () => join(home, "embedded");
let beside: Promise<ServerProcess> | undefined;
/** A server with a PostgreSQL of its own, which comes up while the test waits for something else. */
function startBeside(): Promise<ServerProcess> {
  const settings = { DATABASE_URL: "", INTERCHANGE_DATA: embedded(), INTERCHANGE_SANDBOX: "1" };
  beside ??= startProcess("server", settings);
  return beside;
}

describe("an external PostgreSQL", () => {
  let database: EmbeddedPostgres;
  let server: ServerProcess;
  let folder: string;
  const port = freePort();
  const begin = async () => startEmbedded({ folder: join(home, "own"), log, port: await port });
  beforeAll(async () => {
    database = await begin();
    folder = join(home, "data");
    server = await startProcess("server", {
      DATABASE_URL: database.url,
      INTERCHANGE_DATA: folder,
      INTERCHANGE_SANDBOX: "1",
      BRAND_JSON_URL: "off",
    });
  });
  afterAll(async () => {
    await server?.stop();
    await database?.stop();
  });

  test("that disappears while everybody writes is waited for: meanwhile 503 and a reason, one line, nothing acknowledged lost", async () => {
    const writer = writerAt(server.url, await sandboxIn(folder, server.url));
    await writer.written();
    await database.stop();
    await vi.waitFor(async () => expect((await fetch(`${server.url}/readyz`)).status).toBe(503), PATIENCE);
    expect(await healthOf(server.url)).toMatchObject({
      status: "degraded",
      services: { database: "unreachable" },
      reason: expect.stringContaining("the database is unavailable"),
    });
    // Long enough for the queue's own polling to fail as well.
    await sleep(3_000);
    database = await begin();
    await writer.written();
    await writer.stop();
    expect(server.child.exitCode).toBeNull();
    const refused = writer.answers.filter(({ status }) => status >= 400);
    expect(refused.length).toBeGreaterThan(0);
    expect(new Set(refused.map(({ status }) => status))).toEqual(new Set([503]));
    for (const answer of refused) expect(answer).toMatchObject({ retryAfter: "5", reason: "database_unreachable" });
    const names = new Set(await writer.names());
    expect(writer.acknowledged.filter((name) => !names.has(name))).toEqual([]);
    expect(await healthOf(server.url)).toMatchObject({ status: "ok", reason: null });
    const lines = server.output().split("\n");
    expect(lines.filter((line) => line.includes("the database is unavailable"))).toHaveLength(1);
    expect(lines.filter((line) => line.includes('"level":50'))).toHaveLength(1);
    expect(server.output()).toContain("the database answers again");
  });

  test("resumes its jobs", async () => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    // Another look for due work, rather than that of the next minute.
    const { rows } = await client.query<{ id: string }>(
      "insert into jobs.job (name, policy, singleton_key) select name, policy, 'one more' from jobs.queue where name = 'sweep' returning id",
    );
    await vi.waitFor(async () => {
      const done = await client.query("select state from jobs.job where id = $1", [rows[0]?.id]);
      expect(done.rows).toEqual([{ state: "completed" }]);
    }, PATIENCE);
    await client.end();
  });

  test("with a full disk only refuses writes, says so, and writes again when there is room", async () => {
    const sandbox = await sandboxIn(folder, server.url);
    const admin = new pg.Client({ connectionString: database.url });
    await admin.connect();
    // The error that PostgreSQL raises if a file cannot grow: SQLSTATE 53100.
    await admin.query(`create function no_room() returns trigger language plpgsql as $$ begin
      raise exception 'could not extend file: No space left on device' using errcode = 'disk_full'; end $$;
      create trigger no_room before insert on advertisers for each row execute function no_room()`);
    const headers = { authorization: `Bearer ${sandbox.buyer.key}`, "content-type": "application/json" };
    const path = `${server.url}/api/v2/buyer/advertisers`;
    const body = JSON.stringify({ name: "One more", brand: "full.example" });
    const write = () =>
      fetch(path, { method: "POST", headers: { ...headers, "idempotency-key": "one-more-please" }, body });
    const refused = await write();
    expect(refused.status).toBe(503);
    expect(await refused.json()).toMatchObject({ error: { details: { reason: "database_full" } } });
    expect(await healthOf(server.url)).toMatchObject({ status: "degraded", services: { database: "full" } });
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    expect((await fetch(path, { headers })).status).toBe(200);
    await admin.query("drop trigger no_room on advertisers");
    await admin.end();
    expect((await write()).ok).toBe(true);
    startBeside().catch(() => undefined);
    await vi.waitFor(async () => expect(await healthOf(server.url)).toMatchObject({ status: "ok" }), PATIENCE);
  });
});

describe("the embedded PostgreSQL", () => {
  let server: ServerProcess;
  let folder: string;
  const postmaster = async () =>
    Number((await readFile(join(folder, "postgres", "postmaster.pid"), "utf8")).split("\n")[0]);
  beforeAll(async () => {
    folder = embedded();
    server = await startBeside();
  });
  afterAll(() => server?.stop());

  test.each([
    ["killed", "SIGKILL"],
    ["told to stop when everybody has left", "SIGTERM"],
    ["told to stop at once", "SIGINT"],
  ] as const)("that is %s is started again, under everybody's hands", async (_, signal) => {
    const writer = writerAt(server.url, await sandboxIn(folder, server.url));
    await writer.written();
    const before = await postmaster();
    process.kill(before, signal);
    await vi.waitFor(async () => expect(await postmaster()).not.toBe(before), PATIENCE);
    await writer.written();
    await writer.stop();
    expect(server.child.exitCode).toBeNull();
    expect(writer.answers.filter(({ status }) => status >= 400 && status !== 503 && status !== 409)).toEqual([]);
    const names = new Set(await writer.names());
    expect(writer.acknowledged.filter((name) => !names.has(name))).toEqual([]);
  });

  test("has separate logins for its owner and for serving requests", async () => {
    const password = await readFile(join(folder, "postgres", "interchange-password"), "utf8");
    const port = (await readFile(join(folder, "postgres", "postmaster.pid"), "utf8")).split("\n")[3];
    const admin = new pg.Client({ connectionString: `postgres://interchange:${password}@127.0.0.1:${port}/postgres` });
    await admin.connect();
    const ask = () =>
      admin.query<{ application: string; login: string; rights: boolean }>(`
      select application_name as application, usename as login,
             bool_or(rolsuper or rolcreatedb or rolcreaterole or rolreplication or rolbypassrls) as rights
      from pg_stat_activity join pg_roles on rolname = usename
      where backend_type = 'client backend' and pid <> pg_backend_pid() group by 1, 2 order by 1`);
    // The queue has yet to come back, because the database has just been restarted.
    const { rows } = await vi.waitFor(async () => {
      const found = await ask();
      expect(found.rows.map(({ application }) => application)).toContain("pgboss");
      return found;
    }, PATIENCE);
    await admin.end();
    const present = { application: "interchange presence", login: "interchange", rights: true };
    expect(rows).toContainEqual(present);
    const others = rows.filter(({ application }) => application !== present.application);
    for (const { login, rights } of others)
      expect([login, rights]).toEqual([expect.stringMatching(/^interchange_login_\d+$/), false]);
  });
});
