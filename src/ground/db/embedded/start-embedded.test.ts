import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, statSync } from "node:fs";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { silentLog as log } from "../../kernel/log.ts";
import { startEmbedded } from "./start-embedded.ts";

let home: string;
let folder: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "interchange-embedded-"));
  folder = join(home, "a folder with spaces");
});

afterEach(async () => {
  await rm(home, { recursive: true, force: true });
});

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

/** Another process that starts the same server and then waits to be killed. */
async function neighbour(env: NodeJS.ProcessEnv = process.env): Promise<ChildProcess> {
  const script = `
    const { startEmbedded } = await import(${JSON.stringify(new URL("./start-embedded.ts", import.meta.url))});
    await startEmbedded({ folder: ${JSON.stringify(folder)}, log: { info() {}, warn() {}, error() {} } });
    console.log("ready");
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", script], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill("SIGKILL");
  await once(child, "exit");
}

const isRunning = () => existsSync(join(folder, "postgres", "postmaster.pid"));

test("a new folder gets a server that speaks UTF-8, and only this account may read its password", async () => {
  const server = await startEmbedded({ folder, log });
  expect(server.adopted).toBe(false);
  const [row] = await query(
    server.url,
    "select lower('ÀÉ') as low, 'Москва' ~ '^\\w+$' as letters, current_setting('TimeZone') as zone",
  );
  expect(row).toEqual({ low: "àé", letters: true, zone: "UTC" });
  await server.stop();
  expect(statSync(join(folder, "postgres")).mode & 0o077).toBe(0);
});

test("a restart keeps the data, and a clean stop leaves no server behind", async () => {
  const first = await startEmbedded({ folder, log });
  await query(first.url, "create table kept as select 7 as number");
  await first.stop();
  expect(isRunning()).toBe(false);

  const second = await startEmbedded({ folder, log });
  expect(await query(second.url, "select number from kept")).toEqual([{ number: 7 }]);
  await second.stop();
});

test("the server of a killed process is taken over with its data, and stopped by the process that took it over", async () => {
  const child = await neighbour({ ...process.env, HOME: "" });
  const second = await startEmbedded({ folder, log });
  await query(second.url, "create table kept as select 7 as number");
  await kill(child);

  const third = await startEmbedded({ folder, log });
  expect(third).toMatchObject({ adopted: true, url: second.url });
  await second.stop();
  expect(await query(third.url, "select number from kept")).toEqual([{ number: 7 }]);
  await third.stop();
  expect(isRunning()).toBe(false);
});

test("processes that start concurrently with a new folder share one server and leave no draft of another", async () => {
  const servers = await Promise.all([1, 2, 3].map(() => startEmbedded({ folder, log })));
  expect(new Set(servers.map(({ url }) => url)).size).toBe(1);
  expect(servers.filter(({ adopted }) => !adopted)).toHaveLength(1);
  await Promise.all(servers.map((server) => server.stop()));
  expect(isRunning()).toBe(false);
  expect((await readdir(folder)).sort()).toEqual(["postgres", "postgres.log"]);
});

test("a lock file left by a crashed machine does not keep the server from starting, whichever process has its number now", async () => {
  await (await startEmbedded({ folder, log })).stop();
  const stale = [process.pid, join(folder, "postgres"), 0, 1, "", "127.0.0.1", "", "ready"].join("\n");
  await writeFile(join(folder, "postgres", "postmaster.pid"), stale);
  const lock = join(folder, "postgres", ".s.PGSQL.1.lock");
  await writeFile(lock, String(process.pid));

  const server = await startEmbedded({ folder, log });
  expect(server.adopted).toBe(false);
  expect(existsSync(lock)).toBe(false);
  await server.stop();
});

test("a folder of another PostgreSQL is refused in a sentence that says what to do", async () => {
  await (await startEmbedded({ folder, log })).stop();
  await writeFile(join(folder, "postgres", "PG_VERSION"), "17\n");
  await expect(startEmbedded({ folder, log })).rejects.toThrow(/made by PostgreSQL 17 .* set DATABASE_URL/);
});
