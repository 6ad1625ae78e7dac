import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openSparingSocket } from "./sparing-socket.ts";

const server = createServer();
let [near, far]: Socket[] = [];

beforeEach(async () => {
  await once(server.listen(0, "127.0.0.1"), "listening");
  near = openSparingSocket().connect((server.address() as AddressInfo).port, "127.0.0.1");
  [far] = (await once(server, "connection")) as [Socket];
  // It may still be sending when the test has read enough.
  far.on("error", () => undefined);
});
afterEach(() => {
  near?.destroy();
  server.close();
});

/** Everything that is read until there are so many bytes, as it came. */
async function readUntil(length: number): Promise<Buffer[]> {
  const reads: Buffer[] = [];
  const { promise, resolve } = Promise.withResolvers<Buffer[]>();
  let sum = 0;
  near?.on("data", (read: Buffer) => {
    reads.push(read);
    sum += read.length;
    if (sum >= length) resolve(reads);
  });
  return promise;
}

test("what was read stays as it is while more is read, however much comes", async () => {
  const sent = Buffer.from(Array.from({ length: 1_000_000 }, (_, index) => (index * 7) % 251));
  const reading = readUntil(sent.length);
  far?.end(sent);
  expect(Buffer.concat(await reading).equals(sent)).toBe(true);
  if (near && !near.readableEnded) await once(near, "end");
});

test("short answers share the memory of one", async () => {
  const reading = readUntil(6);
  near?.on("data", (read: Buffer) => far?.write(String(read)));
  far?.write("ab");
  const memories = new Set((await reading).map(({ buffer }) => buffer));
  expect(memories.size).toBe(1);
});
