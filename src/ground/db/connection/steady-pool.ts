// oxlint-disable no-underscore-dangle -- these are the driver's own, which its typings leave out
import pg from "pg";

type Client = pg.PoolClient;

declare module "pg" {
  interface Pool {
    /** Connections in the order in which they were opened. */
    readonly _clients: readonly Client[];
    /** Of these the last is lent next. */
    readonly _idle: { readonly client: Client }[];
    _pulseQueue(): void;
  }
}

/**
 * Lends the idle connection that was opened first. What a connection is asked for the first time, PostgreSQL parses, plans and loads anew,
 * which takes several times as long. The driver lends the one that was returned last: behind a burst any of them, so that single requests
 * would come upon one after the other that has not answered the like of them yet.
 */
export class SteadyPool extends pg.Pool {
  /** The driver calls it before it lends, and behind each return, which adds the connection at the end. */
  override _pulseQueue(): void {
    const { _idle: idle, _clients: opened } = this;
    for (let at = idle.length - 1; at > 0; at--) {
      const [earlier, last] = [idle[at - 1], idle[at]];
      if (!earlier || !last || opened.indexOf(earlier.client) > opened.indexOf(last.client)) break;
      [idle[at - 1], idle[at]] = [last, earlier];
    }
    super._pulseQueue();
  }
}
