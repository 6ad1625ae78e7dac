import { mkdtemp, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Blobs } from "./blobs.ts";
import { openBlobs } from "./index.ts";
import { startS3 } from "./s3-server.fixture.ts";

const KEYS = { accessKey: "AKIDEXAMPLE", secretKey: "not a secret" };
const bucket = { bucket: "creatives", region: "eu-central-1" };

let folder: string;
let s3: Awaited<ReturnType<typeof startS3>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "interchange-blobs-"));
  s3 = await startS3(KEYS);
});
afterAll(() => void s3.close());

const STORES: Readonly<Record<string, () => Blobs>> = {
  "a folder": () => openBlobs({ s3: null }, folder),
  "a bucket": () => openBlobs({ s3: { ...bucket, endpoint: s3.endpoint, keys: KEYS } }, folder),
};

const textIn = async (blobs: Blobs, key: string) => {
  const found = await blobs.get(key);
  return found && (await buffer(found)).toString();
};

describe.each(Object.entries(STORES))("%s", (_, open) => {
  test("returns what was put, byte for byte", async () => {
    const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, index) => index % 256));
    await open().put("assets/1/bytes", bytes, "application/octet-stream");
    const found = await open().get("assets/1/bytes");
    expect(found && (await buffer(found)).equals(bytes)).toBe(true);
  });

  test("returns nothing where nothing was put or the content was removed; removing it again is not an error", async () => {
    const blobs = open();
    expect(await blobs.get("assets/1/never")).toBeUndefined();
    await blobs.put("assets/1/gone", Buffer.from("x"), "text/plain");
    await blobs.remove("assets/1/gone");
    await blobs.remove("assets/1/gone");
    expect(await blobs.get("assets/1/gone")).toBeUndefined();
  });

  test("keeps the last of many concurrent values of a key, and never a mixture", async () => {
    const blobs = open();
    const texts = Array.from({ length: 8 }, (_, index) => String(index).repeat(10_000));
    await Promise.all(texts.map((text) => blobs.put("assets/1/busy", Buffer.from(text), "text/plain")));
    expect(texts).toContain(await textIn(blobs, "assets/1/busy"));
    await blobs.put("assets/1/busy", Buffer.from("last"), "text/plain");
    expect(await textIn(blobs, "assets/1/busy")).toBe("last");
  });

  test.each(["../secret", "/etc/passwd", "assets/../../x", "assets//x", "a.part", "", "c:\\x", "assets/\u0000"])(
    "refuses the key %j",
    async (key) => {
      const blobs = open();
      await expect(blobs.put(key, Buffer.from("x"), "text/plain")).rejects.toThrow(TypeError);
      await expect(blobs.get(key)).rejects.toThrow(TypeError);
    },
  );
});

test("a folder contains no drafts once everything has been put", async () => {
  await openBlobs({ s3: null }, folder).put("assets/2/one", Buffer.from("x"), "text/plain");
  expect(await readdir(join(folder, "assets/2"))).toEqual(["one"]);
});

test("a bucket stores the content type at the bucket's path", async () => {
  await STORES["a bucket"]?.().put("assets/3/page", Buffer.from("<p>"), "text/html");
  expect(s3.objects.get("/creatives/assets/3/page")).toMatchObject({ contentType: "text/html" });
});

test("a bucket that refuses causes an error rather than an empty answer", async () => {
  const other = { ...KEYS, accessKey: "AKIDOTHER" };
  const blobs = openBlobs({ s3: { ...bucket, endpoint: s3.endpoint, keys: other } }, folder);
  await expect(blobs.get("assets/1/bytes")).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } });
});
