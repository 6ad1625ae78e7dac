import pg from "pg";

const CONNECT_MS = 10_000;

/**
 * A pool's connection. A pool listens to those that lie idle; one that is lost while somebody has it, between two statements,
 * would end the process, so each is listened to for as long as it lives. Whoever has it learns of the loss by their next one.
 */
export class PoolClient extends pg.Client {
  constructor(options: pg.ClientConfig = {}) {
    super({ ...options, connectionTimeoutMillis: CONNECT_MS, keepAlive: true });
    this.on("error", () => undefined);
  }
}
