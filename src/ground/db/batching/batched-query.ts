import { setImmediate as nextTurn } from "node:timers/promises";
import type { Db } from "../db.ts";
import { isWriting } from "../writing/index.ts";
import { coalesce } from "./coalesce.ts";

interface Batch<R> {
  readonly keys: Set<string>;
  readonly found: Promise<ReadonlyMap<string, R>>;
}

/**
 * One look at the database for all who ask after something by the same terms in one turn of the event loop, so that twenty sellers who
 * are asked at once are found by one statement. In a read each statement is a transaction of its own; a write asks alone, because it has to
 * see what it has written. What is asked is told apart by its JSON, which names the customer where it matters.
 */
export function batchedQuery<V extends object, R>(
  look: (db: Db, terms: V, keys: readonly string[]) => Promise<ReadonlyMap<string, R>>,
): (db: Db, terms: V, key: string) => Promise<R | undefined> {
  const batches = new Map<string, Batch<R>>();
  const shared = coalesce((db, { terms, keys }: { readonly terms: V; readonly keys: readonly string[] }) =>
    look(db, terms, keys),
  );
  const begin = (name: string, db: Db, terms: V): Batch<R> => {
    const keys = new Set<string>();
    const found = nextTurn().then(() => {
      batches.delete(name);
      return shared(db, { terms, keys: [...keys].sort() });
    });
    const begun = { keys, found };
    batches.set(name, begun);
    return begun;
  };
  return async (db, terms, key) => {
    if (isWriting(db)) return (await look(db, terms, [key])).get(key);
    const name = JSON.stringify(terms);
    const { keys, found } = batches.get(name) ?? begin(name, db, terms);
    keys.add(key);
    return (await found).get(key);
  };
}
