import type { Db } from "./db.ts";

interface Look<R> {
  readonly now: Promise<R>;
  next?: Promise<R>;
}

/**
 * A look at the database that callers with the same question take together. Whoever asks while one is under way waits for
 * the next: that begins after they asked, so it sees all that they may expect, and one serves everybody who waits. Only for
 * reads, where each statement is a transaction of its own. What is asked is told apart by its JSON, which names the customer;
 * a process has one database.
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
