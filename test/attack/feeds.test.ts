import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { doJobs } from "../jobs.ts";
import { openWorld, type World } from "../world.ts";
import { longestHold } from "./holding/longest-hold.ts";

/**
 * Feeds that unpack to the maximum size: whatever they contain is a warning, and none blocks the loop or fills the
 * memory.
 */
const MOST_MS = 50;
/** Any of them may have the memory swept that files before this one have left: the least counts. */
const TRIES = 4;
const MOST_RSS = 400 * 1024 * 1024;
const UNPACKED = 32 * 1024 * 1024 - 64;

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const rows = (row: string) => row.repeat(UNPACKED / row.length);
const FEEDS: Readonly<Record<string, () => string>> = {
  "five and a half million rows": () => `id\n${rows("abcde\n")}`,
  "rows without an id": () => `title\n${rows("a\n")}`,
  "separators alone": () => `id\n${rows(",")}`,
  "quotes alone": () => `id\n"${rows('""')}`,
  "a header without an end": () => rows("id,"),
  "rows as long as they may be": () => `id,a\n${rows(`x,${"y".repeat(3_000)}\n`)}`,
  "a list of lists": () => `[${rows("[],")}[]]`,
  "lists in lists": () => rows("["),
  "items without fields": () => `[${rows("{},")}{}]`,
  "more than is taken": () => `id\n${"abcde\n".repeat(8_000_000)}`,
};

async function openFeed(packed: Buffer) {
  const headers = { "content-encoding": "gzip" };
  const server = createServer((_, response) => void response.writeHead(200, headers).end(packed)).listen(
    0,
    "127.0.0.1",
  );
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const buyer = await world.caller("BUYER");
  const { id } = (await buyer.post("/buyer/advertisers", { name: "Acme", brand: "acme.example" })).data;
  const path = `/buyer/advertisers/${id}/catalogs`;
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed`;
  const feed = { catalog_id: "bomb", type: "product", url };
  const { data } = await buyer.post(`${path}/sync`, { account: { account_id: id }, catalogs: [feed] });
  return async () => (await buyer.get(`${path}/${data.catalogs[0].platform_id}`)).data.catalog;
}

test("a good feed is read", async () => {
  const catalog = await openFeed(gzipSync("id,title\na,Boot\n"));
  await doJobs(world);
  expect(await catalog()).toMatchObject({ itemCount: 1, feedWarning: null });
});

test.each(Object.entries(FEEDS))("%s", async (_, make) => {
  const packed = gzipSync(make());
  const before = process.memoryUsage.rss();
  let most = before;
  const watching = setInterval(() => void (most = Math.max(most, process.memoryUsage.rss())), 20);
  onTestFinished(() => clearInterval(watching));
  let held = Number.POSITIVE_INFINITY;
  for (let nth = 0; nth < TRIES && held > MOST_MS; nth++) {
    const catalog = await openFeed(packed);
    held = Math.min(held, await longestHold(() => doJobs(world)));
    expect((await catalog()).feedWarning).toEqual(expect.any(String));
  }
  expect(held).toBeLessThan(MOST_MS);
  expect(most - before).toBeLessThan(MOST_RSS);
});
