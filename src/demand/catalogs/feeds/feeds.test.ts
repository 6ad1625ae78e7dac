import { once } from "node:events";
import { createServer } from "node:http";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { doJobs } from "../../../../test/jobs.ts";
import { openWorld, type World } from "../../../../test/world.ts";
import { type FeedReading, parseFeed } from "./parse-feed.ts";
import { readSeparatedValues } from "./separated-values.ts";

async function rowsIn(text: string): Promise<object[]> {
  const rows: object[] = [];
  for await (const row of readSeparatedValues(Buffer.from(text))) rows.push(row);
  return rows;
}
const feedIn = (text: string) => parseFeed({ bytes: Buffer.from(text), type: "product" });
const offeredIn = ({ pages }: FeedReading) => pages?.flatMap(({ rows }) => JSON.parse(rows));

describe("separated values", () => {
  test("are read as RFC 4180 quotes them, by commas or by tabs", async () => {
    const rows = [
      { id: "a", title: 'The "best", shoe', note: "two\nlines" },
      { id: "b", note: "x" },
    ];
    expect(await rowsIn('id,title,note\r\na,"The ""best"", shoe","two\nlines"\r\nb,,x\r\n\r\n')).toEqual(rows);
    expect(await rowsIn('id\ttitle\tnote\na\t"The ""best"", shoe"\t"two\nlines"\nb\t\tx')).toEqual(rows);
  });

  test("with a quote that is not closed are refused", async () => {
    await expect(rowsIn('id,title\na,"open')).rejects.toThrow(SyntaxError);
  });

  test("are read no further than they are asked for", async () => {
    const rows = readSeparatedValues(Buffer.from(`id\n${"a\n".repeat(100_000)}"spoilt"x`));
    expect((await rows.next()).value).toEqual({ id: "a" });
    await rows.return(undefined);
  });
});

test.each([
  ["JSON", '[{"id":"a","title":"Boot"}]'],
  ["JSON in an object", '{"products":[{"id":"a","title":"Boot"}]}'],
  ["CSV", "id,title\na,Boot\n"],
  ["TSV with a mark at its start", "\uFEFFid\ttitle\na\tBoot"],
])("a feed in %s is read", async (_, text) => {
  const reading = await feedIn(text);
  expect(reading.warning).toBeNull();
  expect(offeredIn(reading)).toMatchObject([{ offering_id: "a", title: "Boot" }]);
});

test.each([
  ["XML", "<rss/>", "XML"],
  ["half JSON", '[{"id":', "neither"],
  ["JSON without items", '{"a":1}', "without a list of items"],
  ["items without ids", "title\nBoot", "none of its items has an id"],
  ["NUL characters", "id\n\u0000", "NUL"],
  ["more columns than anything has", `id${",x".repeat(2_000)}\n1`, "columns"],
])("a feed of %s is not read, and says why", async (_, text, reason) => {
  expect(await feedIn(text)).toEqual({ pages: null, warning: expect.stringContaining(reason) });
});

test.each([
  ["CSV", `id\n${Array.from({ length: 12_000 }, (_, n) => n).join("\n")}`],
  ["JSON", JSON.stringify(Array.from({ length: 12_000 }, (_, id) => ({ id })))],
])("of a longer feed in %s the first ten thousand items are read, and the warning says so", async (_, text) => {
  const reading = await feedIn(text);
  expect(offeredIn(reading)).toHaveLength(10_000);
  expect(reading.warning).toContain("items after the first 10000 were not read");
});

describe("a catalog with a feed", () => {
  let world: World;
  beforeAll(async () => void (world = await openWorld()));
  afterAll(() => world.close());

  async function openFeed(changes: object = {}) {
    const pages: { text: string; status: number } = { text: "id,title\na,Boot\nb,Clog\n", status: 200 };
    const server = createServer((_, response) => response.writeHead(pages.status).end(pages.text)).listen(
      0,
      "127.0.0.1",
    );
    await once(server, "listening");
    onTestFinished(() => void server.close());
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("the feed's server listens on no port");
    const buyer = await world.caller("BUYER");
    const { id } = (await buyer.post("/buyer/advertisers", { name: "Acme", brand: "acme.example" })).data;
    const url = `http://127.0.0.1:${address.port}/feed.csv`;
    const feed = { catalog_id: "shoes", type: "product", url, feed_format: "google_merchant_center", ...changes };
    const path = `/buyer/advertisers/${id}/catalogs`;
    const sync = async () =>
      (await buyer.post(`${path}/sync`, { account: { account_id: id }, catalogs: [feed] })).data.catalogs[0];
    const synced = await sync();
    const read = async () => {
      await doJobs(world);
      return (await buyer.get(`${path}/${synced.platform_id}`)).data.catalog;
    };
    return { pages, sync, synced, read, url };
  }

  test("has no count until the feed has been read, and then offers its content", async () => {
    const { synced, read, url } = await openFeed();
    expect(synced).toMatchObject({ action: "created", item_count: null });
    expect(await read()).toMatchObject({ url, sourceType: "url", itemCount: 2, offeringCount: 2, feedWarning: null });
  });

  test("follows its feed whenever it is synced again, and keeps its offerings while the feed fails", async () => {
    const { pages, sync, read } = await openFeed();
    await read();
    pages.text = "id,title\nc,Sandal\n";
    expect(await sync()).toMatchObject({ action: "unchanged", item_count: 2 });
    expect(await read()).toMatchObject({ itemCount: 1 });
    pages.status = 503;
    await sync();
    expect(await read()).toMatchObject({ itemCount: 1, feedWarning: expect.stringContaining("answered 503") });
  });

  test("in a format that is not supported has no count, and a warning in the response and on the catalog", async () => {
    const { synced, read } = await openFeed({ feed_format: "linkedin_jobs" });
    expect(synced.warnings).toEqual([expect.stringContaining("linkedin_jobs")]);
    expect(await read()).toMatchObject({ itemCount: null, feedWarning: expect.stringContaining("linkedin_jobs") });
  });
});
