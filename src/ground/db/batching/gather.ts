import { setImmediate as nextTurn } from "node:timers/promises";
import type { Db } from "../db.ts";
import { coalesce } from "./coalesce.ts";

interface Gathering<R> {
  readonly keys: Set<string>;
  readonly found: Promise<ReadonlyMap<string, R>>;
}

/**
 * One look at the database for all who ask after something by the same terms in one turn of the event loop, so that twenty sellers who
 * are asked at once are found by one statement. Only for reads, where each statement is a transaction of its own; what is asked is told apart by
 * its JSON, which names the customer where it matters.
 */
export function gather<V extends object, R>(
  look: (db: Db, terms: V, keys: readonly string[]) => Promise<ReadonlyMap<string, R>>,
): (db: Db, terms: V, key: string) => Promise<R | undefined> {
  const gatherings = new Map<string, Gathering<R>>();
  const shared = coalesce((db, { terms, keys }: { readonly terms: V; readonly keys: readonly string[] }) =>
    look(db, terms, keys),
  );
  const begin = (name: string, db: Db, terms: V): Gathering<R> => {
    const keys = new Set<string>();
    const found = nextTurn().then(() => {
      gatherings.delete(name);
      return shared(db, { terms, keys: [...keys].sort() });
    });
    const begun = { keys, found };
    gatherings.set(name, begun);
    return begun;
  };
  return async (db, terms, key) => {
    const name = JSON.stringify(terms);
    const { keys, found } = gatherings.get(name) ?? begin(name, db, terms);
    keys.add(key);
    return (await found).get(key);
  };
}
