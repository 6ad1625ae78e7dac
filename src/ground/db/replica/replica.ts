import { setTimeout as sleep } from "node:timers/promises";
import { SECOND_MS } from "../../kernel/clock.ts";
import type { Circuit } from "./circuit.ts";
import { asOf, type LogMark, type LogPosition, MOST_LAG_MS, withMark } from "./lag.ts";

/** How a replica stands, as this process last saw it. */
export interface ReplicaStatus {
  readonly isAway: boolean;
  /** How far behind it is at most; null where that is not known. */
  readonly lagSeconds: number | null;
}

export interface Replica {
  /** The moment as of which it answers who has written up to a position; null where the primary has to. */
  freshFor(written: LogPosition): Promise<Date | null>;
  standing(): ReplicaStatus;
}

interface ReplicaQueries {
  endOfLog(): Promise<LogPosition>;
  /** Null where it replays nothing any more, because it was made a primary. */
  replayed(): Promise<LogPosition | null>;
}

interface Look {
  readonly at: Date;
  readonly replayed: LogPosition;
}

/** So long a look stands for those whose writes it has seen replayed. */
const STANDS_MS = SECOND_MS / 2;
/** So long nobody looks again for those whose writes it has not seen: they are better off with the primary. */
const PAUSE_MS = 100;
/** So long one waits for it: the primary would have answered by then. */
const PATIENCE_MS = SECOND_MS;

/** Looks at both servers when somebody asks, and no more often than they have to. Nobody waits for a replica that does not answer. */
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
