import { setTimeout as sleep } from "node:timers/promises";
import { SECOND_MS } from "../../kernel/clock.ts";
import type { Circuit } from "./circuit.ts";
import { asOf, type LogMark, type LogPosition, MOST_LAG_MS, withMark } from "./lag.ts";

/** The state of a replica, as this process last saw it. */
export interface ReplicaStatus {
  readonly isAway: boolean;
  /** The maximum by which it is behind; null if that is unknown. */
  readonly lagSeconds: number | null;
}

export interface Replica {
  /** The moment as of which it can answer a caller who has written up to a position; null if the primary has to answer. */
  freshFor(written: LogPosition): Promise<Date | null>;
  standing(): ReplicaStatus;
}

interface ReplicaQueries {
  endOfLog(): Promise<LogPosition>;
  /** Null if it no longer replays anything, because it was promoted. */
  replayed(): Promise<LogPosition | null>;
}

interface Look {
  readonly at: Date;
  readonly replayed: LogPosition;
}

/** How long a reading is valid for callers whose writes it found replayed. */
const STANDS_MS = SECOND_MS / 2;
/** The minimum between two readings for callers whose writes were not replayed yet: the primary is quicker for them. */
const PAUSE_MS = 100;
/** How long to wait for a reading: the primary would have answered by then. */
const PATIENCE_MS = SECOND_MS;

/** Reads the state of both servers on demand, and no more often than necessary. Nobody waits for a replica that does not answer. */
export function openReplica({ endOfLog, replayed }: ReplicaQueries, circuit: Circuit, now = () => new Date()): Replica {
  let marks: readonly LogMark[] = [];
  let last: Look | null = null;
  let underWay: Promise<void> | null = null;

  const look = async () => {
    const at = now();
    const position = await endOfLog();
    marks = withMark(marks, { at, position });
    try {
      const reached = await inTime(replayed());
      if (reached === null)
        throw new Error("DATABASE_REPLICA_URL leads to a server that is not a replica, or no longer one");
      last = { at: now(), replayed: reached };
      circuit.worked();
    } catch (error) {
      last = null;
      circuit.failed(error);
    }
  };
  const lookTogether = () => {
    underWay ??= look().finally(() => void (underWay = null));
    return underWay;
  };
  const age = (moment: Date) => now().getTime() - moment.getTime();
  const fresh = (written: LogPosition) => {
    if (!last || age(last.at) > STANDS_MS || last.replayed < written) return null;
    const moment = asOf(marks, last.replayed);
    return moment && age(moment) <= MOST_LAG_MS ? moment : null;
  };
  return {
    async freshFor(written) {
      if (!circuit.isClosed()) return null;
      const known = fresh(written);
      if (known) return known;
      if (last && age(last.at) < PAUSE_MS) return null;
      await lookTogether();
      return fresh(written);
    },
    standing() {
      const moment = last && asOf(marks, last.replayed);
      return { isAway: !circuit.isClosed(), lagSeconds: moment ? age(moment) / SECOND_MS : null };
    },
  };
}

async function inTime<T>(asked: Promise<T>): Promise<T> {
  const late = sleep(PATIENCE_MS, undefined, { ref: false }).then(() => {
    throw new Error(`the replica did not answer within ${PATIENCE_MS} ms`);
  });
  return Promise.race([asked, late]);
}
