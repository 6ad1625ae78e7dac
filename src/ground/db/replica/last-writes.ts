import { groupCommit } from "../batching/group-commit.ts";
import type { InstallationDb } from "../db.ts";
import type { LogPosition } from "./lag.ts";
import { recordWritesOfAllCustomers } from "./store.ts";

/** The log position of each customer's last write, which a replica must have replayed before it answers them. */
export interface LastWrites {
  /** Resolves when every process knows it. */
  record(customerId: number, position: LogPosition): Promise<void>;
  of(customerId: number): Promise<LogPosition>;
}

interface Shared {
  /** Several processes serve the same customers. */
  readonly isShared: boolean;
  write(work: (db: InstallationDb) => Promise<void>): Promise<void>;
  /** What other processes have recorded. */
  find(customerId: number): Promise<LogPosition | null>;
}

/** The number of customers that are remembered, the latest to write: any other wrote before all of them. */
const MOST = 50_000;

export function openLastWrites({ isShared, write, find }: Shared): LastWrites {
  const known = new Map<number, LogPosition>();
  let latestEvicted: LogPosition = 0n;
  const share = groupCommit(async (all: readonly (readonly [number, LogPosition])[]): Promise<void[]> => {
    // The same customer may have written twice meanwhile; rows in one order do not deadlock with another process's.
    const latest = new Map(all.toSorted(([, a], [, b]) => compare(a, b)));
    await write((db) => recordWritesOfAllCustomers(db, new Map([...latest].toSorted(([a], [b]) => a - b))));
    return [];
  });
  return {
    async record(customerId, position) {
      known.delete(customerId);
      known.set(customerId, position);
      const [oldest] = known;
      if (oldest && known.size > MOST) {
        known.delete(oldest[0]);
        latestEvicted = highest(latestEvicted, oldest[1]);
      }
      if (isShared) await share([customerId, position]);
    },
    async of(customerId) {
      const own = known.get(customerId) ?? latestEvicted;
      return isShared ? highest(own, (await find(customerId)) ?? 0n) : own;
    },
  };
}

function compare(a: LogPosition, b: LogPosition): number {
  return a < b ? -1 : Number(a > b);
}

function highest(a: LogPosition, b: LogPosition): LogPosition {
  return a > b ? a : b;
}
