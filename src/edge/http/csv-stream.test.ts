import fastify from "fastify";
import pg from "pg";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { expectData } from "../../../test/operations/expect-data.ts";
import { copy } from "../../../test/plans/crowd.ts";
import { type Caller, openWorld, type World } from "../../../test/world.ts";
import type { CsvPage } from "../../ground/kernel/csv/csv-list.ts";
import { operation } from "../../ground/kernel/operation.ts";
import { answerInCsv, takesCsv } from "./csv-stream.ts";

let world: World;
let buyer: Caller;
beforeAll(async () => {
  world = await openWorld();
  buyer = await world.caller("BUYER", { sandbox: true });
});
afterAll(() => world.close());

const MANY = 600;

function ask(path: string, { key }: Caller = buyer) {
  const headers = { authorization: `Bearer ${key}`, accept: "text/csv" };
  return world.app.inject({ method: "GET", url: `/api/v2${path}`, headers });
}

const linesOf = (body: string) => body.trimEnd().split("\r\n");

async function makeMany(): Promise<void> {
  const named = { name: "Advertiser 0", brand: "acme.example" };
  expectData(await buyer.post("/buyer/advertisers", named));
  const admin = new pg.Client({ connectionString: world.databaseUrl });
  await admin.connect();
  const differences = { advertiser_id: "t.advertiser_id + 1000 + n", name: "'Advertiser ' || n" };
  await copy(admin, "advertisers", differences, buyer.customerId, MANY - 1);
  await admin.end();
}

test("a list of several pages is one file, in the order of the list, with each row once, whatever page is requested", async () => {
  await makeMany();
  const { statusCode, headers, body } = await ask("/buyer/advertisers?take=1&skip=7");
  expect(statusCode).toBe(200);
  expect(headers).toMatchObject({
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": 'attachment; filename="advertisers.csv"',
    "cache-control": "private, no-store",
  });
  const [head, ...rows] = linesOf(body);
  expect(head).toBe("id,name,brand,status,currency,created");
  const ids = rows.map((row) => Number(row.split(",")[0]));
  expect(new Set(ids).size).toBe(MANY);
  expect(ids).toEqual(ids.toSorted((a, b) => b - a));
  expect(linesOf((await ask("/buyer/advertisers?name=tiser%20599")).body)).toHaveLength(2);
});

test("a client that also accepts JSON gets JSON", () => {
  const taken = ["text/csv", "text/csv, */*;q=0.1", "application/json, text/csv", "*/*", undefined];
  expect(taken.map((accept) => takesCsv({ headers: { accept } }))).toEqual([true, true, false, false, false]);
});

test("no file contains another organisation's row, and refusals are sent before it begins", async () => {
  const other = await world.caller("BUYER");
  expect(linesOf((await ask("/buyer/advertisers", other)).body)).toHaveLength(1);
  for (const [path, status] of [
    ["/operator/organisations", 403],
    ["/buyer/campaigns?advertiserId=999999", 404],
    ["/buyer/campaigns?status=NO", 400],
  ] as const) {
    const refused = await ask(path);
    expect([path, refused.statusCode, refused.headers["content-type"]]).toEqual([
      path,
      status,
      "application/json; charset=utf-8",
    ]);
  }
});

test("every list that the console can save is a file", async () => {
  const callers = { buyer, storefront: await world.caller("SELLER"), operator: await world.caller("OPERATOR") };
  expectData(await callers.storefront.post("/storefront", { name: "=1+1", defaultCurrency: "USD" }));
  for (const [side, path] of [
    ["buyer", "/buyer/campaigns"],
    ["buyer", "/buyer/storefronts"],
    ["buyer", "/requests"],
    ["storefront", "/storefront/media-buys"],
    ["operator", "/operator/organisations"],
    ["operator", "/operator/storefronts"],
    ["operator", "/operator/interest"],
    ["operator", "/operator/stuck-buys"],
    ["operator", "/operator/dead-letters"],
    ["operator", "/audit-logs"],
  ] as const) {
    const { statusCode, headers } = await ask(path, callers[side]);
    expect([path, statusCode, headers["content-type"]]).toEqual([path, 200, "text/csv; charset=utf-8"]);
  }
  expect((await ask("/operator/storefronts", callers.operator)).body).toContain(",'=1+1,");
});

/** A server with one list, which counts how many of its pages were requested. */
async function serve(pageOf: (at: number) => CsvPage) {
  const viewer = await world.host.viewerOf(buyer.customerId);
  if (!viewer) throw new Error("the buyer is there");
  let asked = 0;
  const csv = { fileName: "long", columns: ["n"], page: async () => pageOf(++asked) };
  const described = { id: "listLong", method: "get", path: "/long", summary: "Long", tag: "Long" } as const;
  const op = operation({ ...described, api: "buyer", access: "read", answer: z.null(), csv, handle: async () => null });
  const app = fastify();
  app.get("/", (_, reply) => answerInCsv({ op, csv, raw: { requestId: "req" }, viewer, host: world.host }, reply));
  await app.listen({ host: "127.0.0.1", port: 0 });
  onTestFinished(() => app.close());
  return { url: app.listeningOrigin, asked: () => asked };
}

test("a file that fails after it has begun is aborted, and cannot be mistaken for a complete one", async () => {
  const { url } = await serve((at) => {
    if (at === 3) throw new Error("the database is away");
    return { lines: [[at]], next: String(at) };
  });
  const answer = await fetch(url);
  expect(answer.status).toBe(200);
  await expect(answer.text()).rejects.toThrow("terminated");
});

test("nothing is read for a reader that takes nothing, and reading ends when the reader leaves", async () => {
  const long = [["x".repeat(65_536)]];
  const { url, asked } = await serve((at) => ({ lines: long, next: at < 10_000 ? String(at) : undefined }));
  const leaving = new AbortController();
  const answer = await fetch(url, { signal: leaving.signal });
  const reader = answer.body?.getReader();
  await reader?.read();
  // The buffers of two sockets fill up first, and then everything stops.
  const standsStill = async () => {
    const before = asked();
    await new Promise((resolve) => setTimeout(resolve, 200));
    return asked() === before;
  };
  await expect.poll(standsStill, { timeout: 60_000 }).toBe(true);
  const taken = asked();
  expect(taken).toBeLessThan(1_000);
  leaving.abort();
  await expect.poll(standsStill, { timeout: 60_000 }).toBe(true);
  expect(asked()).toBeLessThanOrEqual(taken + 2);
});
