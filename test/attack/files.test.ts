import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CreativeFixture, openStudio, type StudioFixture } from "../../src/demand/creatives/creatives.fixture.ts";
import { INSTALLATION } from "../world.ts";
import { longestHold } from "./holding/longest-hold.ts";

/** Files as large as an installation may let them be, of the worst known shapes: none holds the loop, and each is answered. */
const MOST_MS = 50;
const LARGEST = 49 * 1024 * 1024;
const TEXT = 1_000_000;

let studio: StudioFixture;
let desk: CreativeFixture;
beforeAll(async () => {
  const uploads = {
    fileBytes: 64 * 1024 * 1024,
    requestBytes: 96 * 1024 * 1024,
    files: 5,
    atOnce: 4,
    storageBytes: 10 * 1024 ** 3,
  };
  studio = await openStudio({ installation: { ...INSTALLATION, uploads } });
  desk = await studio.open();
  // So that no code is compiled and no thread begun while it is measured.
  for (const [name, content] of Object.entries(SMALL)) await send(content, name);
});
afterAll(() => studio.world.close());

const filled = (length: number, ...bytes: number[]) => Buffer.alloc(length, Buffer.from(bytes));
const box = (name: string, length: number, inside: Uint8Array) => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(length);
  head.write(name, 4);
  return Buffer.concat([head, inside]);
};
const SMALL = { "a.html": "<p>Hi</p>", "b.txt": "words", "c.bin": Buffer.alloc(100_000, 1) };

const FILES: Readonly<Record<string, () => Uint8Array | string>> = {
  "a picture of markers that lead nowhere": () =>
    Buffer.concat([filled(4, 0xff, 0xd8, 0xff, 0xe0), filled(LARGEST, 0xff, 0xe0, 0, 2)]),
  "a film of empty boxes": () =>
    Buffer.concat([
      box("ftyp", 16, Buffer.from("isom\0\0\0\0")),
      box("moov", LARGEST + 8, filled(LARGEST, 0, 0, 0, 8, 0x66, 0x72, 0x65, 0x65)),
    ]),
  "a wave of empty parts": () =>
    Buffer.concat([Buffer.from("RIFF\0\0\0\0WAVE"), filled(LARGEST, 0x61, 0, 0, 0, 0, 0, 0, 0)]),
  zeros: () => Buffer.alloc(LARGEST),
  "text that is too long": () => Buffer.alloc(LARGEST, "a"),
  "comments without a root": () => `${"<!---->".repeat(TEXT / 7)}x`,
  "half of a comment, over and over": () => "<!--".repeat(TEXT / 4),
  "a drawing of drawings": () => `<svg ${"<svg a='".repeat(TEXT / 8)}`,
  "HTML of addresses without an end": () => `<p>${"url(".repeat(TEXT / 4)}`,
  "HTML of attributes without a value": () => `<p>${"src   ".repeat(TEXT / 6)}`,
  "HTML of references": () => `<p>${"<a src='b'>".repeat(TEXT / 11)}`,
  spaces: () => `${" ".repeat(TEXT)}x`,
};

async function send(content: Uint8Array | string, name = "file") {
  const { origin, close } = await serve(content);
  try {
    return await desk.create({ linked_assets: [{ url: `${origin}/${name}` }] });
  } finally {
    await close();
  }
}

async function serve(content: Uint8Array | string, headers: Record<string, string> = {}) {
  const server = createServer((_, response) => void response.writeHead(200, headers).end(content)).listen(
    0,
    "127.0.0.1",
  );
  await once(server, "listening");
  const close = async () => {
    server.closeAllConnections();
    server.close();
  };
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

test.each(Object.entries(FILES))("%s", async (_, make) => {
  const content = make();
  let held = Number.POSITIVE_INFINITY;
  for (let n = 0; n < 3 && held > MOST_MS; n++)
    held = await longestHold(async () => expect((await send(content)).status).toBeOneOf([201, 400]));
  expect(held).toBeLessThan(MOST_MS);
});

test("forty comments in a data: URL are a text as any other", async () => {
  const content = Buffer.from(`${"<!---->".repeat(40)}x`).toString("base64");
  const { status, data } = await desk.create({ linked_assets: [{ data_url: `data:text/html;base64,${content}` }] });
  expect([status, data.assets[0].asset_type]).toEqual([201, "TEXT"]);
});

test("a text of a byte too many is refused with its size", async () => {
  const { status, error } = await send("a".repeat(1_048_577), "long.txt");
  expect([status, error?.message]).toEqual([
    400,
    expect.stringContaining("long.txt has 1048577 bytes of text: at most 1048576"),
  ]);
});
