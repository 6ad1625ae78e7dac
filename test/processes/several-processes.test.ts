import { mkdtemp, readFile, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openApi, Refused } from "../../src/main/demo/api.ts";
import type { SandboxFile } from "../../src/main/sandbox/sandbox-file.ts";
import { freshDatabase } from "../database.ts";
import { type ServerProcess, startProcess } from "./server-process.ts";

/** Two servers and a worker on one database behave as one. */
let servers: ServerProcess[];
let worker: ServerProcess;
let sandbox: SandboxFile;
let folder: string;

beforeAll(async () => {
  const { url } = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), "interchange-processes-"));
  const environment = {
    DATABASE_URL: url,
    INTERCHANGE_DATA: folder,
    INTERCHANGE_SANDBOX: "1",
    INTERCHANGE_WORKER: "separate",
    INTERCHANGE_LOG_LEVEL: "info",
  };
  servers = await Promise.all([startProcess("server", environment), startProcess("server", environment)]);
  worker = await startProcess("worker", environment);
  sandbox = JSON.parse(await readFile(join(folder, "sandbox.json"), "utf8")) as SandboxFile;
});
afterAll(async () => {
  await Promise.all([...servers, worker].map((one) => one.stop()));
});

const apiOn = (which: number, key = sandbox.buyer.key) => openApi(servers[which % servers.length]?.url ?? "", key);

test("servers that start concurrently create one sandbox, and only its owner can read its file", async () => {
  expect(sandbox.publishers).toHaveLength(13);
  const { items } = await apiOn(0)<{ items: unknown[] }>("GET", "/buyer/storefronts");
  expect(items).toHaveLength(13);
  expect((await stat(join(folder, "sandbox.json"))).mode & 0o777).toBe(0o600);
  expect(sandbox).toMatchObject({
    baseUrl: expect.any(String),
    buyer: { key: expect.any(String) },
    seller: { key: expect.any(String), storefrontId: expect.any(Number), platformId: expect.any(String) },
    operator: { key: expect.any(String) },
  });
});

test("terms accepted on one server apply on the other immediately", async () => {
  await expect(apiOn(1)("POST", "/buyer/advertisers", { name: "A", brand: "a.example" })).rejects.toThrow(Refused);
  await apiOn(0)("POST", "/accept-tos");
  await apiOn(1)("POST", "/buyer/advertisers", { name: "A", brand: "a.example" });
});

test("one idempotency key at both servers has one effect", async () => {
  const post = async (which: number) => {
    const answer = await fetch(`${servers[which % 2]?.url}/api/v2/buyer/advertisers`, {
      method: "POST",
      headers: { authorization: `Bearer ${sandbox.buyer.key}`, "idempotency-key": "both-servers" },
      body: JSON.stringify({ name: "Both", brand: "both.example" }),
    });
    return (await answer.json()) as { data: { id: string } | null; error: { code: string } | null };
  };
  // A request that arrives while the first one is in progress is told to retry, and does.
  const answered = (which: number) =>
    vi.waitFor(
      async () => {
        const { data, error } = await post(which);
        if (error?.code === "IDEMPOTENCY_IN_FLIGHT") throw new Error(error.code);
        return { id: data?.id, error };
      },
      { timeout: 60_000 },
    );
  const answers = await Promise.all(Array.from({ length: 12 }, (_, which) => answered(which)));
  expect(answers).toEqual(answers.map(() => ({ id: expect.any(String), error: null })));
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
});

test("a clock that is advanced on one server is advanced on the other", async () => {
  const before = await apiOn(1)<{ now: string }>("GET", "/sandbox/clock");
  await apiOn(0)("POST", "/sandbox/clock", { days: 2 });
  const after = await apiOn(1)<{ now: string }>("GET", "/sandbox/clock");
  expect(Date.parse(after.now) - Date.parse(before.now)).toBeGreaterThanOrEqual(2 * 86_400_000);
});

test("no log line contains a key, and every request is one line", async () => {
  await apiOn(0)("GET", "/buyer/advertisers");
  const outputs = () => [...servers, worker].map((one) => one.output()).join("");
  // The line is written after the answer has been sent.
  await vi.waitFor(() => expect(outputs()).toMatch(/"operation":"listAdvertisers".*\n/), { timeout: 60_000 });
  const output = outputs();
  for (const { key } of [sandbox.buyer, sandbox.seller, sandbox.operator]) expect(output).not.toContain(key);
  // Not those that name it for having held the loop.
  const lines = output.split("\n").filter((line) => line.includes('"operation":"listAdvertisers"'));
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({
    requestId: expect.stringMatching(/^req_/),
    status: 200,
    method: "GET",
    customerId: sandbox.buyer.customerId,
  });
});

test("if one server is killed, the other continues", async () => {
  servers[0]?.child.kill("SIGKILL");
  const { id } = await apiOn(1)<{ id: number }>("GET", "/accounts/current");
  expect(id).toBe(sandbox.buyer.customerId);
});

test("a server that is asked to stop exits cleanly", async () => {
  const { child } = servers[1] ?? {};
  await servers[1]?.stop();
  expect(child?.exitCode).toBe(0);
});
