import { once } from "node:events";
import { createServer, get, type IncomingMessage, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { buffer, text } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test } from "vitest";
import { bodyOf } from "./lent-bytes.ts";

const LONG = 60_000;

let server: Server;
const lent = new Set<ArrayBufferLike>();
beforeEach(async () => {
  lent.clear();
  // Answers with the path, over and over.
  server = createServer(({ url = "" }, response) => {
    const body = bodyOf(response, ["<", Buffer.from(bodyFor(url)), ">"]);
    lent.add(body.buffer);
    response.setHeader("content-length", body.length);
    response.end(body);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterEach(() => server.close());

const port = () => (server.address() as AddressInfo).port;
const bodyFor = (path: string) => path.repeat(Math.ceil(LONG / path.length)).slice(0, LONG);

async function ask(path: string): Promise<string> {
  const [response] = (await once(get({ port: port(), path }), "response")) as [IncomingMessage];
  return text(response);
}

test("responses after one another have the same memory", async () => {
  for (let nth = 0; nth < 20; nth++) expect(await ask(`/${nth}`)).toBe(`<${bodyFor(`/${nth}`)}>`);
  expect(lent.size).toBeLessThan(20);
});

test("what a slow reader has not received yet stays as it was, whatever others are sent meanwhile", async () => {
  const paths = Array.from({ length: 300 }, (_, nth) => `/slow-${nth}`);
  const slow = connect(port(), "127.0.0.1").pause();
  const last = "GET /slow-last HTTP/1.1\r\nhost: here\r\nconnection: close\r\n\r\n";
  slow.write(paths.map((path) => `GET ${path} HTTP/1.1\r\nhost: here\r\n\r\n`).join("") + last);
  for (let nth = 0; nth < 50; nth++) expect(await ask(`/quick-${nth}`)).toBe(`<${bodyFor(`/quick-${nth}`)}>`);
  const bodies = (await buffer(slow)).toString().match(/<[^>]*>/g);
  expect(bodies).toEqual([...paths, "/slow-last"].map((path) => `<${bodyFor(path)}>`));
});
