import type { Log } from "../../kernel/log.ts";
import type { Statements } from "../builder.ts";
import { awayOf } from "../connection/index.ts";
import type { Db, InstallationDb, Scope } from "../db.ts";
import { type Open, type Reader, readsBy } from "../transaction.ts";
import { openCircuit } from "./circuit.ts";
import type { LogPosition } from "./lag.ts";
import { openLastWrites } from "./last-writes.ts";
import { openReplica, type ReplicaStatus } from "./replica.ts";
import { endOfLog, findLastWrite, replayedByReplica } from "./store.ts";

/** Reads lists and reports from a replica, as long as it has replayed the caller's writes. */
export interface Lists {
  readonly list: Open;
  recordWrite(customerId: number, position: LogPosition): Promise<void>;
  standing(): ReplicaStatus;
}

interface Servers {
  readonly primary: Reader;
  readonly replica: Reader;
  readonly statements: Statements;
  readonly isShared: boolean;
  writeInstallation(work: (db: InstallationDb) => Promise<void>): Promise<void>;
  /** The error for the caller. */
  explain(error: unknown): unknown;
  readonly log: Log;
}

const INSTALLATION: Scope = { customerId: null, reach: "installation" };

export function openLists({ primary, replica, statements, isShared, writeInstallation, explain, log }: Servers): Lists {
  const circuit = openCircuit(log);
  const [atPrimary, atReplica] = [readsBy(primary, statements), readsBy(replica, statements)];
  const freshness = openReplica(
    {
      endOfLog: () => atPrimary(INSTALLATION, endOfLog),
      replayed: () => atReplica(INSTALLATION, replayedByReplica),
    },
    circuit,
  );
  const writes = openLastWrites({
    isShared,
    write: writeInstallation,
    find: (customerId) => atPrimary({ customerId, reach: "tenant" }, (db) => findLastWrite(db, customerId)),
  });
  const eitherOf = readsBy(async (statement, scope) => {
    try {
      return await replica(statement, scope);
    } catch (error) {
      // The primary would take as long, and has more to do.
      if (tookTooLong(error)) throw explain(error);
      if (awayOf(error)) circuit.failed(error);
      return primary(statement, scope);
    }
  }, statements);
  return {
    async list(scope, work) {
      const { customerId } = scope;
      const moment = customerId === null ? null : await freshness.freshFor(await writes.of(customerId));
      if (!moment) return atPrimary(scope, work);
      return eitherOf(scope, (db) => {
        moments.set(db, moment);
        return work(db);
      });
    },
    async recordWrite(customerId, position) {
      // The write is committed. That another process may see it a moment later is no reason to report a failure.
      await writes.record(customerId, position).catch((error: unknown) => {
        log.warn({ err: error, customerId }, "a write could not be announced to the other processes");
      });
    },
    standing: freshness.standing,
  };
}

const moments = new WeakMap<Db, Date>();

/** The moment as of which a replica answers; null if the primary answers. */
export function answersAsOf(db: Db): Date | null {
  return moments.get(db) ?? null;
}

/** PostgreSQL's SQLSTATE for a statement that was cancelled, most often by its time limit. */
function tookTooLong(error: unknown): boolean {
  return (error as { readonly code?: unknown } | null)?.code === "57014";
}
