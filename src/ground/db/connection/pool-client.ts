import type { Writable } from "node:stream";
import pg from "pg";
import { openStream } from "./sparing-socket.ts";

const CONNECT_MS = 10_000;

/**
 * A pool's connection. A pool only listens to idle connections; if one is lost between two statements while in use, the
 * process would end, so each has a listener for its whole life. Its user learns of the loss from the next statement.
 */
export class PoolClient extends pg.Client {
  constructor(options: pg.ClientConfig = {}) {
    super({ ...options, connectionTimeoutMillis: CONNECT_MS, keepAlive: true, stream: openStream });
    this.on("error", () => undefined);
    this.query = ((...asked: unknown[]) => {
      batchWrites((this as unknown as SocketOwner).connection.stream);
      return (pg.Client.prototype.query as (...asked: unknown[]) => unknown).apply(this, asked);
    }) as typeof this.query;
  }
}

/** What is asked in one turn of the event loop goes out in one write, which costs the system more than a statement costs us. */
function batchWrites(stream: Writable): void {
  if (stream.writableCorked > 0) return;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

/** Answers once all that was asked has left this process: a socket takes so much at a time, and the rest as PostgreSQL reads. */
export function hasLeft(client: pg.PoolClient): Promise<void> {
  const { stream } = (client as unknown as SocketOwner).connection;
  // Behind all the others. Whoever asked hears of a connection that was lost.
  return new Promise((resolve) => void stream.write("", () => resolve()));
}

/** The socket of a client, which its typings leave out. */
interface SocketOwner {
  readonly connection: { readonly stream: Writable };
}
