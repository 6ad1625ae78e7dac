import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import Fastify from "fastify";
import { expect, test } from "vitest";
import { mountConsole } from "./mount-console.ts";

async function served(files: Readonly<Record<string, string>>) {
  const folder = await mkdtemp(join(tmpdir(), "interchange-console-"));
  await mkdir(join(folder, "assets"));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const app = Fastify();
  app.decorateRequest("noted", undefined);
  mountConsole(app, folder, "https://interchange.example");
  return (url: string, headers = {}) => app.inject({ method: "GET", url, headers });
}

const BUILT = { "index.html": "<!doctype html>", "assets/main-1a2b.js": "run()", "assets/notes.map": "{}" };

test("every URL of the console has its document, under a policy that allows nothing from elsewhere", async () => {
  const get = await served(BUILT);
  for (const url of ["/console", "/console/buy/campaigns/cmp_1?status=ALL"]) {
    const { statusCode, body, headers } = await get(url);
    expect([statusCode, body, headers["cache-control"]]).toEqual([200, "<!doctype html>", "no-cache"]);
    expect(headers["content-security-policy"]).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(headers["strict-transport-security"]).toBeTruthy();
  }
});

test("parts are cached for ever and sent compressed where accepted, and no other file is served", async () => {
  const get = await served(BUILT);
  const { rawPayload, headers } = await get("/console/assets/main-1a2b.js", { "accept-encoding": "br, gzip" });
  expect(gunzipSync(rawPayload).toString()).toBe("run()");
  expect(headers["cache-control"]).toContain("immutable");
  expect((await get("/console/assets/main-1a2b.js")).body).toBe("run()");
  for (const url of ["/console/assets/notes.map", "/console/assets/..%2findex.html", "/console/assets/none.js"])
    expect((await get(url)).statusCode).toBe(404);
});

test("if it was not built, a sentence says what to do", async () => {
  const { statusCode, body } = await (await served({}))("/console");
  expect([statusCode, body]).toEqual([404, expect.stringContaining("npm run console")]);
});
