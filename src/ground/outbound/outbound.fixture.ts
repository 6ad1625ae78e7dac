import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import { afterEach } from "vitest";
import type { Log } from "../kernel/log.ts";
import { type OutboundOptions, openOutbound } from "./index.ts";

/** Run after each test, the last one first. */
const closers: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

/** Starts a server on loopback, and returns its origin. */
export async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  closers.push(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  });
  return originOf(server);
}

function originOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server listens on no port");
  return `http://${address.address}:${address.port}`;
}

/** An origin where nothing listens: no service has this port, and no system assigns it. */
export const UNUSED_ORIGIN = "http://127.0.0.1:2";

/** A server that remembers the requests it got and answers each with 200. */
export async function recorder(): Promise<{ origin: string; seen: IncomingMessage[] }> {
  const seen: IncomingMessage[] = [];
  const origin = await serve((request, response) => {
    seen.push(request);
    response.end("here");
  });
  return { origin, seen };
}

export function redirectTo(location: string, status = 302): RequestListener {
  return (_, response) => void response.writeHead(status, { location }).end();
}

/** An answer that never ends: writes a part, waits until it is sent and then for the pause, and writes the next. */
export function endless(part: Buffer, pauseMs: number): RequestListener {
  return (_, response) => {
    const write = () => void (response.destroyed || response.write(part, () => setTimeout(write, pauseMs)));
    write();
  };
}

/** An outbound configured as in a sandbox, unless options say otherwise, and the lines it logs. */
export function open(options: Partial<OutboundOptions> = {}) {
  const lines: Record<string, unknown>[] = [];
  const note: Log["info"] = (fields) => void lines.push(fields);
  const outbound = openOutbound({
    allowLoopback: true,
    log: { info: note, line: note, warn: note, error: note },
    ...options,
  });
  closers.push(() => outbound.close());
  return { outbound, lines };
}

/** A resolver that gives one answer after the other, and then repeats the last. */
export function resolvingTo(...answers: string[][]) {
  const asked: string[] = [];
  const lookup = async (name: string) => {
    const answer = answers[Math.min(asked.push(name), answers.length) - 1] ?? [];
    return answer.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
  };
  return { asked, lookup };
}
