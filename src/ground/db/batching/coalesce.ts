import type { Db } from "../db.ts";

interface Look<R> {
  readonly now: Promise<R>;
  next?: Promise<R>;
}

/**
 * A query that callers with the same question share. Callers that ask while one is running wait for the next: it starts
 * after they asked, so it sees everything that they may expect, and one serves all that wait. Only for reads, where
 * each statement is a separate transaction. Questions are compared by their JSON, which contains the customer; a
 * process has one database.
 */
export function coalesce<V extends object, R>(
  look: (db: Db, asked: V) => Promise<R>,
): (db: Db, asked: V) => Promise<R> {
  const underWay = new Map<string, Look<R>>();
  const begin = (key: string, db: Db, asked: V): Promise<R> => {
    const begun: Look<R> = { now: look(db, asked) };
    underWay.set(key, begun);
    const end = () => {
      if (!begun.next) underWay.delete(key);
    };
    void begun.now.then(end, end);
    return begun.now;
  };
  return (db, asked) => {
    const key = JSON.stringify(asked);
    const current = underWay.get(key);
    if (!current) return begin(key, db, asked);
    const again = () => begin(key, db, asked);
    current.next ??= current.now.then(again, again);
    return current.next;
  };
}
