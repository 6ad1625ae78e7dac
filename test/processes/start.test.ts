import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type FreshDatabase, freshDatabase } from "../database.ts";
import { freePort } from "../free-port.ts";
import { type ServerProcess, startProcess } from "./server-process.ts";

/** When a start is refused, with which sentence, and how the process ends. */
const ROOT = fileURLToPath(new URL("../..", import.meta.url));
let database: FreshDatabase;
let folder: string;
const running: ServerProcess[] = [];
/** The output of a start without a text of the terms, and of the next one with it. */
const said: string[] = [];
const begin = async (environment: Readonly<Record<string, string>> = {}) => {
  const server = await startProcess("server", { DATABASE_URL: database.url, INTERCHANGE_DATA: folder, ...environment });
  running.push(server);
  return server;
};
const LINK = /^ {2}http\S+\/set-up\?token=[\w-]{43}$/m;
const fresh = () => mkdtemp(join(tmpdir(), "interchange-start-"));

beforeAll(async () => {
  [database, folder] = await Promise.all([freshDatabase(), fresh()]);
  await recordStart();
  await mkdir(join(folder, "terms"));
  await writeFile(join(folder, "terms", "2026-01.txt"), "Be kind.\n");
  await recordStart();
});

async function recordStart(): Promise<void> {
  const server = await begin();
  await vi.waitFor(() => expect(server.output()).toMatch(LINK), { timeout: 60_000 });
  await server.stop();
  said.push(server.output());
}

afterAll(async () => {
  await Promise.all(running.map((server) => server.stop()));
  await database.drop();
});

test("another vault key than the database's own stops the start with a sentence", async () => {
  const INTERCHANGE_VAULT_KEY = Buffer.alloc(32, 7).toString("base64");
  await expect(begin({ INTERCHANGE_VAULT_KEY })).rejects.toThrow(/vault key is not the one .* restore vault\.key/);
});

test("a market never becomes a sandbox, neither its folder nor its database", async () => {
  await expect(begin({ INTERCHANGE_SANDBOX: "1" })).rejects.toThrow(
    /the folder .* belongs to a market, and cannot become/,
  );
  const INTERCHANGE_DATA = await fresh();
  await expect(begin({ INTERCHANGE_SANDBOX: "1", INTERCHANGE_DATA })).rejects.toThrow(
    /restore vault\.key|is a market's/,
  );
});

test("a sandbox never becomes a market, with whatever database", async () => {
  const INTERCHANGE_DATA = await fresh();
  await writeFile(join(INTERCHANGE_DATA, "sandbox.json"), "{}");
  await expect(begin({ INTERCHANGE_DATA })).rejects.toThrow(/belongs to a sandbox, and cannot become a market's/);
});

test("a port in use is reported together with a free one", async () => {
  const port = await freePort();
  const taken = createServer().listen(port, "127.0.0.1");
  await once(taken, "listening");
  await expect(begin({ PORT: String(port) })).rejects.toThrow(
    new RegExp(`port ${port} is taken.*start with PORT=\\d+, which is free`),
  );
  taken.close();
});

test("without a text of the terms nobody can sign up, and the start says so; with one, it does not", () => {
  const sentence = "sign-up is closed, because there is no text of the terms";
  expect(said.map((output) => output.includes(sentence))).toEqual([true, false]);
});

test("until there is an operator, each start prints the link for the first one, which is never logged", () => {
  const linksIn = (output: string) => output.split("\n").filter((line) => line.includes("/set-up?token="));
  expect(said.map((output) => linksIn(output).length)).toEqual([1, 1]);
});

test("npm start ends its server and the server's database on request; so does a start that is refused", async () => {
  const data = await fresh();
  const port = await freePort();
  const env = { ...process.env, DATABASE_URL: "", INTERCHANGE_DATA: data, PORT: String(port) };
  const npm = spawn("npm", ["start"], { cwd: ROOT, env, stdio: "ignore" });
  const answers = () => fetch(`http://127.0.0.1:${port}/livez`).then(({ ok }) => ok);
  const patience = { timeout: 240_000, interval: 200 };
  await vi.waitFor(async () => expect(await answers()).toBe(true), patience);
  npm.kill("SIGTERM");
  await vi.waitFor(async () => expect(await answers().catch(() => false)).toBe(false), patience);
  await vi.waitFor(() => expect(existsSync(join(data, "postgres", "postmaster.pid"))).toBe(false), patience);

  // PostgreSQL is launched before it is known whether the folder is the right one.
  const refused = begin({ DATABASE_URL: "", INTERCHANGE_DATA: data, INTERCHANGE_SANDBOX: "1" });
  await expect(refused).rejects.toThrow(/belongs to a market/);
  expect(existsSync(join(data, "postgres", "postmaster.pid"))).toBe(false);
  await rm(data, { recursive: true, force: true });
});
