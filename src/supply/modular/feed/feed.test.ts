import { once } from "node:events";
import { createServer } from "node:http";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { doJobs } from "../../../../test/jobs.ts";
import { openWorld, type World } from "../../../../test/world.ts";
import { after, HOUR_MS } from "../../../ground/kernel/clock.ts";
import { perform } from "../../../ground/kernel/perform.ts";
import { modular } from "../area.ts";
import { avail, FORMATS, ok, openModularFixture, PROPERTIES, stock } from "../modular.fixture.ts";
import { fetchFeed } from "./fetch-feed.ts";

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const DEFAULTS = {
  defaultCollectionId: "c",
  defaultCollectionName: "C",
  defaultFormatOptions: FORMATS,
  defaultPublisherProperties: PROPERTIES,
};
const HEADER = "id,name,start,end,net_impressions";
const rowOf = (id: string, impressions: number | string = 10) => `${id},${id},2026-01-01,2099-12-31,${impressions}`;
const csv = (...rows: readonly string[]) => ({ csvText: [HEADER, ...rows].join("\n"), ...DEFAULTS });
const idsOf = (data: { products: { availId: string }[] }) => data.products.map(({ availId }) => availId);

test("a commit stores exactly what the preview showed, once; previews are not visible to buyers", async () => {
  const desk = await openModularFixture(world);
  const preview = ok(await desk.post("/avails-feed", csv(rowOf("a", 7), rowOf("b", "1.000"))));
  expect(preview).toMatchObject({ previewOnly: true, parsedAvailCount: 1, rejectedRowCount: 1 });
  expect(idsOf(ok(await desk.get("/products")))).toEqual([]);
  const commit = { uploadId: preview.uploadId, confirmed: true };
  expect(ok(await desk.post("/avails-feed", commit))).toMatchObject({ ingestedAvailCount: 1 });
  expect(ok(await desk.post("/avails-feed", commit))).toMatchObject({ ingestedAvailCount: 1 });
  expect(ok(await desk.get("/products")).products).toMatchObject([{ availId: "a", impressionsCapacity: 7 }]);
});

test("a preview that another commit has overtaken is stale, and stores nothing", async () => {
  const desk = await openModularFixture(world);
  const { uploadId } = ok(await desk.post("/avails-feed", csv(rowOf("a"))));
  await stock(desk, avail("b"));
  const late = await desk.post("/avails-feed", { uploadId, confirmed: true });
  expect(late).toMatchObject({ status: 422, error: { code: "STALE_PREVIEW_BASELINE" } });
  expect(idsOf(ok(await desk.get("/products")))).toEqual(["b"]);
});

test("a preview that nobody commits is deleted with its rows when it expires", async () => {
  const desk = await openModularFixture(world);
  ok(await desk.post("/avails-feed", csv(rowOf("a"))));
  const { installation, random, clock } = world.host;
  const deleteExpiredAt = (wall: Date) =>
    world.database.writeInstallation(async (db) => {
      for (const { handle } of modular.schedules)
        await handle(db, { wall, installation, random, enqueue: async () => {} });
    });
  const previews = () =>
    world.database.readInstallation((db) =>
      db
        .selectFrom("modular_upload_rows")
        .select("upload_id")
        .where("customer_id", "=", desk.place.customerId)
        .execute(),
    );
  await deleteExpiredAt(clock.now());
  expect(await previews()).toHaveLength(1);
  await deleteExpiredAt(after(clock.now(), 30 * 24 * HOUR_MS));
  expect(await previews()).toEqual([]);
});

test("avails that a feed does not name stay, unless it replaces all; one that returns is on sale again", async () => {
  const desk = await openModularFixture(world);
  await stock(desk, avail("a"), avail("b"));
  await stock(desk, avail("b"), avail("c"));
  expect(idsOf(ok(await desk.get("/products")))).toEqual(["a", "b", "c"]);
  const replacing = { avails: [avail("c")], confirmed: true, fullReplacement: true };
  expect(ok(await desk.post("/avails-feed", replacing))).toMatchObject({ withdrawnAvailCount: 2 });
  expect(idsOf(ok(await desk.get("/products")))).toEqual(["c"]);
  await stock(desk, avail("a"));
  expect(idsOf(ok(await desk.get("/products")))).toEqual(["a", "c"]);
});

test("confirmed avails are stored completely, or not at all", async () => {
  const desk = await openModularFixture(world);
  const refused = await desk.post("/avails-feed", {
    avails: [avail("a"), avail("b", { endTime: "soon" })],
    confirmed: true,
  });
  expect(refused).toMatchObject({ status: 400, error: { field: "avails.1.endTime" } });
  expect(idsOf(ok(await desk.get("/products")))).toEqual([]);
  for (const body of [
    {},
    { avails: [avail("a")] },
    { csvText: "a", jsonText: "b" },
    { csvText: "a", fullReplacement: true },
  ])
    expect((await desk.post("/avails-feed", body)).status).toBe(400);
});

test("the template can be sent as it is", async () => {
  const desk = await openModularFixture(world);
  const { content } = ok(await desk.get("/avails-feed/template"));
  expect(ok(await desk.post("/avails-feed", { csvText: content, confirmed: true }))).toMatchObject({
    ingestedAvailCount: 1,
  });
});

test("a feed at a URL is read immediately and repeatedly, but not if it has not changed; a failure changes nothing on sale", async () => {
  const asked: (string | undefined)[] = [];
  const page = { status: 200, etag: '"one"', text: [HEADER, rowOf("a"), rowOf("b", "many")].join("\n") };
  const server = createServer((request, response) => {
    asked.push(request.headers["if-none-match"]);
    const unchanged = request.headers["if-none-match"] === page.etag && page.status === 200;
    response.writeHead(unchanged ? 304 : page.status, { etag: page.etag }).end(unchanged ? "" : page.text);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the feed's server listens on no port");
  const desk = await openModularFixture(world);
  const schedule = { url: `http://127.0.0.1:${address.port}/avails.csv`, everyHours: 1, ...DEFAULTS };
  ok(await desk.seller.put(`${desk.path}/avails-feed/schedule`, schedule));
  await doJobs(world);
  expect(idsOf(ok(await desk.get("/products")))).toEqual(["a"]);
  expect(ok(await desk.get("/work-items?kind=CONFIRM_AVAILS")).items).toMatchObject([
    { title: expect.stringContaining("1 rows") },
  ]);

  const again = async () => {
    await world.database.writeInstallation((db) =>
      db
        .updateTable("modular_sources")
        .set({ feed_read_at: new Date(0) })
        .where("customer_id", "=", desk.place.customerId)
        .execute(),
    );
    await perform(fetchFeed, desk.place, "req_again", world.host);
    return ok(await desk.get()).feed;
  };
  expect(await again()).toMatchObject({ revision: 1, error: null });
  expect(asked).toEqual([undefined, '"one"']);
  page.status = 503;
  expect(await again()).toMatchObject({ revision: 1, error: expect.stringContaining("503") });
  expect(idsOf(ok(await desk.get("/products")))).toEqual(["a"]);
  Object.assign(page, { status: 200, etag: '"two"', text: [HEADER, rowOf("c")].join("\n") });
  expect(await again()).toMatchObject({ revision: 2, error: null });
  expect(idsOf(ok(await desk.get("/products")))).toEqual(["a", "c"]);
});

test("a feed that has become too old is asked about once, until it is confirmed", async () => {
  const desk = await openModularFixture(world);
  ok(await desk.seller.patch(`${desk.path}/modules/feed-1/config`, { config: { maxFeedAgeHours: 24 } }));
  await stock(desk, avail("a"));
  await desk.tick();
  expect(ok(await desk.get("/work-items")).items).toEqual([]);
  await desk.seller.post("/sandbox/clock", { days: 2 });
  const { items } = ok(await desk.get("/work-items?kind=CONFIRM_AVAILS"));
  expect(items).toHaveLength(1);
  ok(await desk.post(`/work-items/${items[0].id}/complete`, { result: { confirmed: true, rows: [avail("b")] } }));
  await desk.tick();
  expect(ok(await desk.get("/work-items")).items).toEqual([]);
  expect(idsOf(ok(await desk.get("/products")))).toEqual(["a", "b"]);
});
