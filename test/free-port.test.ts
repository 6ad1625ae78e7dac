import { createSocket } from "node:dgram";
import { once } from "node:events";
import { expect, test } from "vitest";
import { freePort } from "./free-port.ts";

test("a port that another process was given is not given again, even while nobody listens there", async () => {
  const given = await freePort();
  const other = createSocket("udp4");
  other.bind({ port: given + 1, address: "127.0.0.1", exclusive: true });
  await once(other, "listening");
  expect(await freePort()).toBeGreaterThan(given + 1);
  other.close();
});
