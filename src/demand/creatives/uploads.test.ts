import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { perform } from "../../ground/kernel/perform.ts";
import { collectBlobs } from "./assets/blobs/collect-blobs.ts";
import { type CreativeFixture, openStudio, type StudioFixture } from "./creatives.fixture.ts";
import { mp4, png } from "./media/files.fixture.ts";

let studio: StudioFixture;
let desk: CreativeFixture;
beforeAll(async () => {
  studio = await openStudio();
  desk = await studio.open();
});
afterAll(() => studio.world.close());

const create = (metadata: unknown, files: Record<string, Uint8Array | string>, headers?: Record<string, string>) =>
  desk.upload("POST", `${desk.path}/create`, metadata, files, headers);
const fetchAsset = (url: string) =>
  studio.world.app.inject({ method: "GET", url: url.replace(/^https?:\/\/[^/]+/, "") });
const blobsOf = () =>
  studio.world.database.readInstallation((db) =>
    db.selectFrom("asset_blobs").selectAll().where("customer_id", "=", desk.buyer.customerId).execute(),
  );

describe("a form", () => {
  test("brings files, which are what their bytes say", async () => {
    const { status, data } = await create(
      { name: "Form", assets: [{ filename: "a.png", label: "Hero", slot_asset_id: "hero" }] },
      { "a.png": png(300, 250), "b.bin": mp4(15), "c.txt": "<p>Hi</p>" },
    );
    expect(status).toBe(201);
    expect(data.assets).toMatchObject([
      { name: "Hero", original_filename: "a.png", asset_type: "IMAGE", slot_asset_id: "hero" },
      { name: "b.bin", asset_type: "VIDEO", content_type: "video/mp4", duration_ms: 15_000, file_size: mp4(15).length },
      { name: "c.txt", asset_type: "HTML", content_type: "text/html" },
    ]);
  });

  test("needs no metadata, and its file names have no folders", async () => {
    const { status, data } = await create(undefined, { "..\\..\\évil/näme.png": png(10, 10) });
    expect([status, data.assets[0].original_filename]).toEqual([201, "näme.png"]);
    expect((await fetchAsset(data.assets[0].public_url)).statusCode).toBe(200);
  });

  test("changes a creative as JSON does", async () => {
    const { data } = await create({ name: "Change" }, { "a.png": png(300, 250) });
    const change = { delete_asset_ids: [data.assets[0].asset_id], new_assets: [{ filename: "b.png", label: "New" }] };
    const changed = await desk.upload("PUT", `${desk.path}/${data.creative_id}`, change, { "b.png": png(728, 90) });
    expect(changed.data.assets).toMatchObject([{ name: "New", width: 728, asset_source: "CREATIVE_SOURCE" }]);
  });

  test.each([
    ["a file that is too large", { "a.png": png(1, 1, 1_100_000) }],
    [
      "files that are too large together",
      { "a.png": png(1, 1, 900_000), "b.png": png(1, 1, 900_000), "c.png": png(1, 1, 900_000) },
    ],
    ["too many files", Object.fromEntries(Array.from({ length: 6 }, (_, index) => [`${index}.png`, png(1, 1)]))],
  ])("with %s is 413 and says what may be sent", async (_, files) => {
    const { status, error } = await create({ name: "Too much" }, files);
    expect([status, error?.code]).toEqual([413, "PAYLOAD_TOO_LARGE"]);
    expect(error?.details).toEqual({ files: 5, fileBytes: 1_048_576, requestBytes: 2_097_152 });
  });

  test.each([
    ["is not JSON", "{", "metadata"],
    ["names a file that did not come", '{"assets":[{"filename":"b.png"}]}', "assets.0.filename"],
    ["breaks the schema", '{"name":""}', "name"],
  ])("whose metadata %s is refused", async (_, metadata, field) => {
    const boundary = "x";
    const part = (head: string, content: string) =>
      `--${boundary}\r\ncontent-disposition: form-data; ${head}\r\n\r\n${content}\r\n`;
    const payload = `${part('name="metadata"', metadata)}${part('name="f"; filename="a.txt"', "hello")}--${boundary}--\r\n`;
    const answer = await send(payload, boundary);
    expect([answer.statusCode, answer.json().error.field]).toEqual([400, field]);
  });

  test("that is truncated, or is not a form, is a 400 and not a crash", async () => {
    for (const payload of ['--x\r\ncontent-disposition: form-data; name="f"; filename="a"\r\n\r\nabc', "nonsense"])
      expect((await send(payload, "x")).statusCode).toBe(400);
    expect((await send("--x--\r\n", "x", "multipart/form-data")).statusCode).toBe(400);
  });

  const send = (payload: string, boundary: string, type = `multipart/form-data; boundary=${boundary}`) =>
    studio.world.app.inject({
      method: "POST",
      url: `/api/v2${desk.path}/create`,
      headers: { authorization: `Bearer ${desk.buyer.key}`, "content-type": type },
      payload,
    });

  test("repeated under its key has one effect; with another file it is another request", async () => {
    const key = { "idempotency-key": "upload-0001" };
    const first = await create({ message: "once" }, { "a.png": png(1, 1) }, key);
    const again = await create({ message: "once" }, { "a.png": png(1, 1) }, key);
    expect(again).toMatchObject({ status: 201, data: first.data, meta: { replayed: true } });
    const other = await create({ message: "once" }, { "a.png": png(2, 2) }, key);
    expect(other).toMatchObject({ status: 409, error: { code: "IDEMPOTENCY_CONFLICT" } });
  });

  test("is accepted by no operation without files", async () => {
    const reply = await desk.upload("POST", "/buyer/advertisers", { name: "x", brand: "x.example" }, {});
    expect(reply.status).toBe(400);
  });
});

describe("an asset", () => {
  test("is served to anybody who has its URL, with its type and so that no browser executes it", async () => {
    const bytes = png(300, 250);
    const { data } = await create({ name: "Public" }, { "a.png": bytes, "b.html": "<script>alert(1)</script>" });
    const [image, html] = await Promise.all(
      data.assets.map((asset: { public_url: string }) => fetchAsset(asset.public_url)),
    );
    expect(image.rawPayload.equals(bytes)).toBe(true);
    expect(image.headers).toMatchObject({
      "content-type": "image/png",
      "content-disposition": "inline; filename*=UTF-8''a.png",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
      "cache-control": "public, max-age=86400, immutable",
    });
    expect(html.headers["content-disposition"]).toMatch(/^attachment/);
    expect(html.body).toBe("<script>alert(1)</script>");
  });

  test("is deleted with its creative, and separately", async () => {
    const { data } = await create({ name: "Short-lived" }, { "a.png": png(1, 1), "b.png": png(2, 2) });
    const [one, other] = data.assets;
    await desk.buyer.put(`${desk.path}/${data.creative_id}`, { delete_asset_ids: [one.asset_id] });
    expect((await fetchAsset(one.public_url)).statusCode).toBe(404);
    expect((await fetchAsset(other.public_url)).statusCode).toBe(200);
    await desk.buyer.delete(`${desk.path}/${data.creative_id}`);
    expect((await fetchAsset(other.public_url)).statusCode).toBe(404);
  });

  test("that was never there is a 404, whatever its id", async () => {
    for (const id of ["ast_0", "..", "%00", "x".repeat(400)])
      expect((await studio.world.app.inject({ method: "GET", url: `/assets/${id}/a.png` })).statusCode).toBe(404);
  });
});

describe("the bytes", () => {
  const collect = async (passedMs: number) => {
    const { host } = studio.world;
    const clock = { now: () => new Date(Date.now() + passedMs) };
    return perform(collectBlobs, { customerId: 0 }, "req_collect", { ...host, clock });
  };
  const HOUR = 3_600_000;
  const isThere = async (key: string) => {
    const found = await studio.world.host.blobs.get(key);
    found?.destroy();
    return found !== undefined;
  };

  test("of an asset stay as long as it does, and a month longer", async () => {
    const { data } = await create({ name: "Stay" }, { "a.png": png(1, 1) });
    const [{ asset_id }] = data.assets;
    const key = `assets/${desk.buyer.customerId}/${asset_id}`;
    await collect(400 * 24 * HOUR);
    expect(await isThere(key)).toBe(true);
    await desk.buyer.delete(`${desk.path}/${data.creative_id}`);
    await collect(29 * 24 * HOUR);
    expect(await isThere(key)).toBe(true);
    await collect(31 * 24 * HOUR);
    expect(await isThere(key)).toBe(false);
  });

  test("of an abandoned upload are deleted after an hour, and none are forgotten", async () => {
    await collect(400 * 24 * HOUR);
    const before = (await blobsOf()).length;
    const { host } = studio.world;
    const put = host.blobs.put.bind(host.blobs);
    let last = "";
    const failing = async (key: string, bytes: Uint8Array, type: string) => {
      await put(key, bytes, type);
      last = key;
      throw new Error("the store broke");
    };
    Object.assign(host.blobs, { put: failing });
    const broken = await create({ name: "Broken" }, { "a.png": png(1, 1) });
    Object.assign(host.blobs, { put });
    expect(broken.status).toBe(500);
    expect((await desk.buyer.get(`${desk.path}?search=Broken`)).data.total).toBe(0);
    await collect(0);
    expect(await isThere(last)).toBe(true);
    await collect(2 * HOUR);
    expect(await isThere(last)).toBe(false);
    expect(await blobsOf()).toHaveLength(before);
  });
});
