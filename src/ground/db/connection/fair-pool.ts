import type pg from "pg";
import { FairQueue } from "../../fairness/index.ts";
import type { Scope } from "../db.ts";

/** Connections, lent out in turns. */
export interface Connections {
  /** Released, the connection ends the turn. */
  connect(scope: Scope): Promise<pg.PoolClient>;
  standing: FairQueue["standing"];
}

/** The part of the pool that no single customer can occupy: one connection in four, if there are several. */
function mostOfOne(size: number): number {
  return Math.max(1, size - Math.ceil(size / 4));
}

/**
 * The pool itself serves requests in their order of arrival, so one customer with a hundred requests would make
 * everybody wait for all of them. In front of it, customers take turns, and none gets every connection. Work without a
 * customer, such as authentication, is shared by all.
 */
export function fairly(pool: pg.Pool, size: number): Connections {
  const queue = new FairQueue({ atOnce: size, perTenant: mostOfOne(size) });
  return {
    async connect({ customerId }) {
      const turn = queue.enter(String(customerId));
      const leave = typeof turn === "function" ? turn : await turn;
      try {
        const client = await pool.connect();
        const { release } = client;
        client.release = (error) => {
          leave();
          release.call(client, error);
        };
        return client;
      } catch (error) {
        leave();
        throw error;
      }
    },
    standing: () => queue.standing(),
  };
}
