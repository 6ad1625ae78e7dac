import pg from "pg";

const CONNECT_MS = 10_000;

/**
 * A pool's connection. A pool only listens to idle connections; if one is lost between two statements while in use, the
 * process would end, so each has a listener for its whole life. Its user learns of the loss from the next statement.
 */
export class PoolClient extends pg.Client {
  constructor(options: pg.ClientConfig = {}) {
    super({ ...options, connectionTimeoutMillis: CONNECT_MS, keepAlive: true });
    this.on("error", () => undefined);
  }
}
