import { once } from "node:events";
import { readdir, stat } from "node:fs/promises";
import { createServer, request } from "node:http";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CreativeFixture, openStudio, type StudioFixture } from "../../src/demand/creatives/creatives.fixture.ts";
import { png } from "../../src/demand/creatives/media/files.fixture.ts";
import { INSTALLATION } from "../world.ts";
import { leastHold } from "./holding/longest-hold.ts";
import { type Client, openClient } from "./holding/open-client.ts";

const MEGABYTE = 1_048_576;
const FILE_BYTES = 24 * MEGABYTE;

let studio: StudioFixture;
let desk: CreativeFixture;
let port: number;
let client: Client;
beforeAll(async () => {
  const uploads = {
    fileBytes: FILE_BYTES,
    requestBytes: 96 * MEGABYTE,
    files: 5,
    atOnce: 2,
    storageBytes: 20 * MEGABYTE,
  };
  studio = await openStudio({ installation: { ...INSTALLATION, uploads } });
  desk = await studio.open();
  await studio.world.app.listen({ host: "127.0.0.1", port: 0 });
  ({ port } = studio.world.app.server.address() as { port: number });
  client = openClient(port);
});
afterAll(async () => {
  await client.close();
  await studio.world.close();
});

const create = (name: string, files: Record<string, Uint8Array>) =>
  desk.upload("POST", `${desk.path}/create`, { name }, files);
const spooled = () => readdir(join(studio.world.parts.dataFolder, "uploads")).catch(() => []);

/** A form that begins, and is left open; `send` writes more of its one file. */
function openForm() {
  const upload = request({
    port,
    method: "POST",
    path: `/api/v2${desk.path}/create`,
    headers: { authorization: `Bearer ${desk.buyer.key}`, "content-type": "multipart/form-data; boundary=x" },
  });
  const answer = new Promise<{ status: number; headers: Record<string, unknown> }>((resolve) => {
    upload.on("response", (reply) => {
      reply.resume();
      resolve({ status: reply.statusCode ?? 0, headers: reply.headers });
    });
    upload.on("error", () => resolve({ status: 0, headers: {} }));
  });
  const send = (bytes: Uint8Array | string) => new Promise<void>((sent) => void upload.write(bytes, () => sent()));
  const begun = send('--x\r\ncontent-disposition: form-data; name="f"; filename="a.bin"\r\n\r\n');
  return { upload, answer, send, begun };
}

test("an upload that goes on for long is on the disk, and not in memory", async () => {
  const { upload, answer, send, begun } = openForm();
  await begun;
  const chunk = Buffer.alloc(MEGABYTE, 1);
  for (let sent = 0; sent < 23; sent++) await send(chunk);
  const onDisk = async () => {
    const [name] = await spooled();
    return name === undefined ? 0 : (await stat(join(studio.world.parts.dataFolder, "uploads", name))).size;
  };
  await expect.poll(onDisk, { timeout: 60_000 }).toBeGreaterThan(22 * MEGABYTE);
  upload.destroy();
  await answer;
  await expect.poll(spooled, { timeout: 60_000 }).toEqual([]);
});

test("an organisation has at most its limit of concurrent uploads, and is told how many are left", async () => {
  const forms = [openForm(), openForm()];
  await Promise.all(forms.map(({ begun }) => begun));
  const { uploads } = studio.world.host;
  await expect.poll(() => uploads.underWay(desk.buyer.customerId), { timeout: 60_000 }).toBe(2);
  const refused = await create("One more", { "a.png": png(1, 1) });
  expect(refused).toMatchObject({ status: 429, error: { code: "RATE_LIMITED" }, headers: { "upload-limit": "2" } });
  expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
  const other = await studio.open();
  const theirs = await other.upload("POST", `${other.path}/create`, { name: "Theirs" }, { "a.png": png(1, 1) });
  expect(theirs).toMatchObject({ status: 201, headers: { "upload-remaining": "1" } });
  for (const { upload } of forms) upload.destroy();
  await expect.poll(() => uploads.underWay(desk.buyer.customerId), { timeout: 60_000 }).toBe(0);
  expect((await create("Room again", { "a.png": png(1, 1) })).status).toBe(201);
});

test("an organisation's storage is reported, warned about, and limited; deleted files count until they are gone", async () => {
  const usage = async () => (await desk.buyer.get("/buyer/uploads/usage")).data;
  const { storage } = await usage();
  expect(storage.limitBytes).toBe(20 * MEGABYTE);
  const large = await create("Large", { "a.png": png(1, 1, 17 * MEGABYTE) });
  expect(large.status).toBe(201);
  expect(large.data.warnings).toContainEqual(expect.stringContaining("of the 20971520 that it may"));
  expect((await usage()).storage.remainingBytes).toBeLessThan(4 * MEGABYTE);
  const refused = await create("Too much", { "a.png": png(1, 1, 5 * MEGABYTE) });
  expect(refused).toMatchObject({ status: 413, error: { code: "PAYLOAD_TOO_LARGE" } });
  await desk.buyer.delete(`${desk.path}/${large.data.creative_id}`);
  expect((await create("Still too much", { "a.png": png(1, 1, 5 * MEGABYTE) })).status).toBe(413);
  expect((await create("Small", { "a.png": png(2, 2) })).status).toBe(201);
});

test("an asset is fetched by the address that was given out, until it expires, and by no other", async () => {
  const { data } = await create("Signed", { "a.png": png(3, 3) });
  const { pathname, searchParams } = new URL(data.assets[0].public_url);
  const fetch = async (terms: Record<string, string>, path = pathname) => {
    const url = `${path}?${new URLSearchParams(terms)}`;
    return (await studio.world.app.inject({ method: "GET", url })).statusCode;
  };
  const terms = Object.fromEntries(searchParams) as { expires: string; signature: string };
  expect(await fetch(terms)).toBe(200);
  expect(await fetch({})).toBe(404);
  expect(await fetch({ ...terms, expires: String(Number(terms.expires) + 1) })).toBe(404);
  expect(
    await fetch({ ...terms, signature: terms.signature.replace(/^./, (sign) => (sign === "0" ? "1" : "0")) }),
  ).toBe(404);
  const { data: other } = await create("Other", { "b.png": png(4, 4) });
  expect(await fetch(terms, new URL(other.assets[0].public_url).pathname)).toBe(404);
  const { clock } = studio.world.host;
  const now = clock.now.bind(clock);
  Object.assign(clock, { now: () => new Date(Number(terms.expires) * 1000) });
  try {
    expect(await fetch(terms)).toBe(404);
  } finally {
    Object.assign(clock, { now });
  }
});

test("an address of before addresses were signed is good as long as its campaign runs, and opens nothing else", async () => {
  const { data } = await create("Unsigned", { "a.png": png(5, 5) });
  const { asset_id, public_url } = data.assets[0];
  const { pathname } = new URL(public_url);
  const fetch = async (url: string) => (await studio.world.app.inject({ method: "GET", url })).statusCode;
  expect(await fetch(pathname)).toBe(404);
  // As the migration that made the column leaves what was there.
  await studio.world.database.writeInstallation((db) =>
    db.updateTable("creative_assets").set({ unsigned: true }).where("asset_id", "=", asset_id).execute(),
  );
  expect(await fetch(pathname)).toBe(200);
  expect(await fetch(`${pathname}?expires=9999999999&signature=no`)).toBe(404);
  const { data: newer } = await create("Signed alone", { "b.png": png(6, 6) });
  expect(await fetch(new URL(newer.assets[0].public_url).pathname)).toBe(404);
  await studio.world.database.writeInstallation((db) =>
    db
      .updateTable("campaigns")
      .set({ flight_start: new Date("2020-01-01T00:00:00Z"), flight_end: new Date("2020-02-01T00:00:00Z") })
      .where("customer_id", "=", desk.buyer.customerId)
      .execute(),
  );
  expect(await fetch(pathname)).toBe(404);
});

test("uploads that race each other for the room that is left get it once", async () => {
  const racer = await studio.open();
  const content = png(1, 1, 6 * MEGABYTE);
  const server = createServer((_, response) => void response.end(content)).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port: at } = server.address() as { port: number };
  // The size of a file that has to be fetched is not known when its upload begins.
  const fetched = (name: string) =>
    racer.create({ name, linked_assets: [{ url: `http://127.0.0.1:${at}/${name}.png` }] });
  try {
    for (const name of ["first", "second"]) expect((await fetched(name)).status).toBe(201);
    const all = await Promise.all(["third", "fourth"].map(fetched));
    expect(all.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 413]);
    const { storage } = (await racer.buyer.get("/buyer/uploads/usage")).data;
    expect(storage.usedBytes).toBeLessThanOrEqual(storage.limitBytes);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

const PIECE = 65_536;
const PART = '\r\n--x\r\ncontent-disposition: form-data; name="f"; filename="a"\r\n';
const FORMS: Readonly<Record<string, string>> = {
  "empty files": `${PART}\r\n`,
  "files without even a name": "\r\n--x\r\ncontent-type: application/octet-stream\r\n\r\n",
  "headers that do not end": `${PART}a: b\r\n`,
  "a header that does not end": `${PART}a: `.padEnd(PIECE, "b"),
  "headers of what is nearly a boundary": `${PART}a:${"\r\n--".repeat(16_000)}`,
  "a file of what is nearly a boundary": "\r\n--",
  "a file of nothing": "\0",
  "parts without a header": "\r\n--x\r\n\r\n",
  "fields without a value": '\r\n--x\r\ncontent-disposition: form-data; name="metadata"\r\n\r\n',
};

test.each(Object.entries(FORMS))("a form of %s holds the loop for nobody", async (_, shape) => {
  const path = `/api/v2${desk.path}/create`;
  // In the least of several, as the first has the code compiled.
  const held = await leastHold(50, async () => {
    const sender = new Worker(new URL("./form-sender.ts", import.meta.url), {
      workerData: { port, path, key: desk.buyer.key, shape, bytes: 23 * MEGABYTE },
    });
    const [[status]] = await Promise.all([once(sender, "message"), once(sender, "exit")]);
    expect(status).toBeOneOf([201, 400, 413]);
  });
  expect(held).toBeLessThan(50);
});

test("a creative's texts are bounded in all, as every answer carries them", async () => {
  const author = await studio.open();
  const html = Buffer.from("<p>".padEnd(900_000, "a"));
  const { status, data } = await author.upload(
    "POST",
    `${author.path}/create`,
    { name: "Two texts" },
    { "a.html": html, "b.html": html },
  );
  expect(status).toBe(201);
  const path = `${author.path}/${data.creative_id}`;
  const refused = await author.upload("PUT", path, {}, { "c.html": html });
  expect(refused).toMatchObject({ status: 400, error: { message: expect.stringContaining("bytes of text") } });
  await author.buyer.put(path, { delete_asset_ids: [data.assets[0].asset_id] });
  expect((await author.upload("PUT", path, {}, { "c.html": html })).status).toBe(200);
  const reading = {
    method: "GET",
    path: `/api/v2${path}`,
    headers: { authorization: `Bearer ${author.buyer.key}` },
  };
  const held = await leastHold(50, async () => expect(await client.send(reading)).toBe(200));
  expect(held).toBeLessThan(50);
});
