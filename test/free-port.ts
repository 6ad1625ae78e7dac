import { createSocket } from "node:dgram";
import { once } from "node:events";
import { createServer } from "node:net";

/**
 * Below the range from which systems assign ports, so that no socket takes a port between its choice and its use, and above 10080, which
 * `fetch` refuses to call.
 */
const LOWEST = 10_081;
const PORTS = 21_900;
/** Each test process starts at a different offset. */
const EACH = 16;
let next = (process.pid * EACH) % PORTS;

/**
 * A free loopback port that no other process is given for as long as this one lives. Between its choice and its use it is free, so that
 * another test process would choose it as well; the UDP port of the same number, which nobody uses, is held as a lock.
 */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < PORTS; tries++) {
    const port = LOWEST + next;
    next = (next + 1) % PORTS;
    if ((await isFree(port)) && (await lock(port))) return port;
  }
  throw new Error("no port of loopback is free");
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    await once(server.listen(port, "127.0.0.1"), "listening");
  } catch {
    return false;
  }
  server.close();
  await once(server, "close");
  return true;
}

/** Ends with this process, so that none is left behind. */
async function lock(port: number): Promise<boolean> {
  const socket = createSocket("udp4");
  try {
    socket.bind({ port, address: "127.0.0.1", exclusive: true });
    await once(socket, "listening");
  } catch {
    socket.close();
    return false;
  }
  socket.unref();
  return true;
}
