import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Child, startChild } from "./child.ts";
import { openConnection, written } from "./connection.ts";

/** An Interchange server, started as an operator would. */
export interface Server extends Child {
  readonly origin: string;
  /** The time from its start until `/readyz` reported success. */
  readonly readyMs: number;
}

export interface ServerOptions {
  readonly dataFolder: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly nodeFlags?: readonly string[];
  /** Receives the process before it answers, so that the caller can end it early. */
  begun?(child: Child): void;
}

const SERVER = join(import.meta.dirname, "../../src/main/server.ts");
/** If much else is running, a start may take minutes on a machine with two cores. */
const PATIENCE_MS = 300_000;
/** Requests are counted as usual, but never reach the limit. */
const NO_LIMIT = { RATE_LIMIT_PER_IP: "1000000000", RATE_LIMIT_PER_ORGANISATION: "1000000000" };

export async function startServer({ dataFolder, env = {}, nodeFlags = [], begun }: ServerOptions): Promise<Server> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const began = performance.now();
  const child = startChild(SERVER, {
    folder: dataFolder,
    nodeFlags,
    env: { ...NO_LIMIT, INTERCHANGE_DATA: dataFolder, PORT: String(port), ...env },
  });
  begun?.(child);
  while (!(await isReady(origin))) {
    if (child.process.exitCode !== null || child.process.signalCode !== null)
      throw new Error(`the server did not start: ${child.lastWords()}`);
    if (performance.now() - began > PATIENCE_MS) throw new Error("the server was not ready in time");
    await sleep(5);
  }
  return { ...child, origin, readyMs: performance.now() - began };
}

async function isReady(origin: string): Promise<boolean> {
  try {
    const connection = await openConnection(origin);
    const { status } = await connection.send(written({ method: "GET", path: "/readyz" }));
    connection.close();
    return status === 200;
  } catch {
    return false;
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address ? address.port : 0;
}
