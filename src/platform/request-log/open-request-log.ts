import { SECOND_MS } from "../../ground/kernel/clock.ts";
import type { Host } from "../../ground/kernel/host.ts";
import { LONGEST_PATH, type LoggedRequest } from "./logged-request.ts";
import { insertRequestsOfAnyCustomer } from "./store.ts";

export interface RequestLog {
  /** Costs the request nothing, because it is written together with others, about a second later at most. */
  note(request: LoggedRequest): void;
  /** Starts writing everything that is waiting; waiting for the background tasks then includes this. */
  flush(): void;
}

const EVERY_MS = SECOND_MS;
/**
 * The maximum number in one statement. Otherwise a server that answers thousands of requests a second would write one long burst every
 * second, and requests would have to wait during it.
 */
const MOST_AT_ONCE = 200;
/** During a flood, further requests are answered but not recorded; this is logged once for all of them. */
const MOST_WAITING = 20_000;

/** If no retention period is set, there is no log. */
export function openRequestLog({
  database,
  installation,
  backgroundTasks,
}: Pick<Host, "database" | "installation" | "backgroundTasks">): RequestLog {
  if (installation.requestLogDays === null) return { note: () => undefined, flush: () => undefined };
  const waiting: LoggedRequest[] = [];
  let timer: NodeJS.Timeout | undefined;
  let last = Promise.resolve();
  let underWay = 0;
  let missed = 0;
  const writeWaiting = async () => {
    // Requests that arrive during this are left until there are enough for a statement.
    for (let left = waiting.length; left > 0; left -= MOST_AT_ONCE) {
      const batch = waiting.splice(0, Math.min(left, MOST_AT_ONCE));
      await database.writeInstallation((db) => insertRequestsOfAnyCustomer(db, batch));
    }
  };
  /** Statements run one after the other: they are not urgent, and two at once would use both cores of a small machine. */
  const write = async () => {
    underWay += 1;
    const written = last.then(writeWaiting);
    last = written.catch(() => undefined);
    try {
      await written;
    } finally {
      underWay -= 1;
      if (waiting.length >= MOST_AT_ONCE && underWay === 0) flush();
      else if (waiting.length > 0) wait();
    }
  };
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    if (missed > 0) backgroundTasks.add("the request log", rejecting(missed));
    missed = 0;
    if (waiting.length > 0) backgroundTasks.add("the request log", write);
  };
  const wait = () => void (timer ??= setTimeout(flush, EVERY_MS).unref());
  return {
    note(request) {
      if (waiting.length >= MOST_WAITING) return void (missed += 1);
      const { path } = request;
      waiting.push(path.length > LONGEST_PATH ? { ...request, path: path.slice(0, LONGEST_PATH) } : request);
      wait();
      if (waiting.length === MOST_AT_ONCE && underWay === 0) flush();
    },
    flush,
  };
}

function rejecting(missed: number): () => Promise<never> {
  const lost = new Error(`${missed} requests came while ${MOST_WAITING} waited to be noted`);
  return () => Promise.reject(lost);
}
