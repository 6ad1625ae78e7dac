import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newApp } from "../../src/edge/http/app.ts";
import { refuseStrangeOrigin } from "../../src/edge/mcp/admit.ts";
import { converse } from "../../src/edge/mcp/converse.ts";
import { isObject } from "../../src/edge/mcp/protocol/message.ts";
import { silentLog } from "../../src/ground/kernel/log.ts";
import { systemRandom } from "../../src/ground/kernel/random.ts";
import { FIXTURES } from "./fixture-server.ts";

/** The protocol's own conformance suites, run against the transport of every MCP server here, with the suites' fixtures behind it. */
const ROOT = join(import.meta.dirname, "../..");
const PUBLIC_URL = "http://127.0.0.1";
const app = newApp({
  log: silentLog,
  random: systemRandom,
  publicUrl: PUBLIC_URL,
  bodyLimitBytes: 1_048_576,
  trustProxy: false,
  connections: { requestMs: 60_000, headersMs: 60_000, keepAliveMs: 5_000, most: 1_000 },
});
app.post("/mcp", async (request, reply) => {
  refuseStrangeOrigin(request, PUBLIC_URL);
  return converse(request, reply, FIXTURES, async ({ params: { _meta: meta } }) => ({
    meta: isObject(meta) ? meta : {},
  }));
});
app.get("/mcp", async (_, reply) => reply.code(405).header("allow", "POST").send());
app.delete("/mcp", async (_, reply) => reply.code(405).header("allow", "POST").send());

let url: string;
beforeAll(async () => {
  await app.listen({ host: "127.0.0.1", port: 0 });
  url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/mcp`;
});
afterAll(() => app.close());

const SUITES = {
  "0.1.16": "@modelcontextprotocol/conformance",
  "0.2.0-alpha.12": "conformance-next",
} as const;

/** Runs a suite like its command line; returns its output and its exit status. */
async function suite(release: keyof typeof SUITES, ...options: string[]): Promise<{ said: string; code: number }> {
  const file = join(ROOT, "node_modules", SUITES[release], "dist/index.js");
  const folder = await mkdtemp(join(tmpdir(), "conformance-"));
  return new Promise((resolve) => {
    const args = [file, "server", "--url", url, "-o", folder, ...options];
    execFile(process.execPath, args, { maxBuffer: 64_000_000 }, (error, stdout, stderr) =>
      resolve({ said: stdout + stderr, code: typeof error?.code === "number" ? error.code : error ? -1 : 0 }),
    );
  });
}

test.each(Object.entries(SUITES))("the suite of release %s is the one that is named", (release, name) => {
  const { version } = JSON.parse(readFileSync(join(ROOT, "node_modules", name, "package.json"), "utf8"));
  expect(version).toBe(release);
});

const BASELINE = join(import.meta.dirname, "baseline.yml");

test.each([
  ["2025-06-18 and 2025-11-25, by the suite that was released with them", "0.1.16", ["--expected-failures", BASELINE]],
  ["2026-07-28", "0.2.0-alpha.12", ["--spec-version", "2026-07-28"]],
  ["requests that stand by themselves", "0.2.0-alpha.12", ["--scenario", "server-stateless"]],
  ["caching", "0.2.0-alpha.12", ["--scenario", "caching"]],
  ["headers that say what the body says", "0.2.0-alpha.12", ["--scenario", "http-header-validation"]],
  ["resources that are not there", "0.2.0-alpha.12", ["--scenario", "sep-2164-resource-not-found"]],
] as const)(
  "conformance: %s",
  async (_, release, options) => {
    const { said, code } = await suite(release, ...options);
    expect(code, said).toBe(0);
    // A suite that checked nothing has not passed.
    expect(said, said).toMatch(/(Passed: |Total: )[1-9]/);
  },
  120_000,
);
