import type { Db } from "../db.ts";
import { sharedLooks } from "./shared-looks.ts";

/**
 * A query that callers with the same question share, as `sharedLooks` has it. Only for reads, where each statement is a separate
 * transaction. Questions are compared by their JSON, which contains the customer; a process has one database.
 */
export function coalesce<V extends object, R>(
  look: (db: Db, asked: V) => Promise<R>,
): (db: Db, asked: V) => Promise<R> {
  const shared = sharedLooks<R>();
  return (db, asked) => shared(JSON.stringify(asked), () => look(db, asked));
}
