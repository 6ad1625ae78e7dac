import type { Db } from "../db.ts";
import { beforeCommit } from "./sent-ahead.ts";

interface Batch<T, A> {
  readonly all: T[];
  readonly asked: Promise<() => Promise<A>>;
}

/**
 * One statement for all callers that need the same query within one transaction in the same turn: media buys that are settled together
 * are locked by one statement. Each caller reads the result later, and gets the result for all.
 */
export function askingTogether<T, A>(
  ask: (db: Db, customerId: number, all: readonly T[]) => () => Promise<A>,
): (db: Db, customerId: number, one: T) => () => Promise<A> {
  const gatherings = new WeakMap<Db, Batch<T, A>>();
  const begin = (db: Db, customerId: number): Batch<T, A> => {
    const all: T[] = [];
    const asked = Promise.resolve().then(() => {
      gatherings.delete(db);
      return ask(db, customerId, all);
    });
    const begun = { all, asked };
    gatherings.set(db, begun);
    return begun;
  };
  return (db, customerId, one) => {
    const { all, asked } = gatherings.get(db) ?? begin(db, customerId);
    all.push(one);
    return async () => (await asked)();
  };
}

/** Writes everything that was registered once, at the end of the transaction; immediately if there is no transaction. */
export function writingTogether<T>(
  write: (db: Db, customerId: number, all: readonly T[]) => Promise<void>,
): (db: Db, customerId: number, one: T) => Promise<void> {
  const left = new WeakMap<Db, T[]>();
  return async (db, customerId, one) => {
    const writeAll = () => {
      const all = left.get(db) ?? [];
      left.delete(db);
      return write(db, customerId, all);
    };
    left.set(db, [...(left.get(db) ?? []), one]);
    if (!beforeCommit(db, left, writeAll)) await writeAll();
  };
}
