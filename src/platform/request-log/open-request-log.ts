import { SECOND_MS } from "../../ground/kernel/clock.ts";
import type { Host } from "../../ground/kernel/host.ts";
import { LONGEST_PATH, type LoggedRequest } from "./logged-request.ts";
import { insertRequestsOfAnyCustomer } from "./store.ts";

export interface RequestLog {
  /** Costs the request nothing: it is written together with others, about a second later. */
  note(request: LoggedRequest): void;
  /** Enqueues the notes to be written; waiting for the background tasks includes them. */
  flush(): void;
}

const EVERY_MS = SECOND_MS;
/** Of one statement. */
const MOST_AT_ONCE = 500;
/**
 * In a flood, further requests are not recorded, which is logged once for all of them; they are answered nevertheless.
 */
const MOST_WAITING = 20_000;

/** Without a retention time there is no log. */
export function openRequestLog({
  database,
  installation,
  backgroundTasks,
}: Pick<Host, "database" | "installation" | "backgroundTasks">): RequestLog {
  if (installation.requestLogDays === null) return { note: () => undefined, flush: () => undefined };
  let waiting: LoggedRequest[] = [];
  let timer: NodeJS.Timeout | undefined;
  let missed = 0;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    const noted = waiting;
    waiting = [];
    if (missed > 0) {
      const lost = new Error(`${missed} requests came while ${MOST_WAITING} waited to be noted`);
      backgroundTasks.add("the request log", () => Promise.reject(lost));
      missed = 0;
    }
    for (let at = 0; at < noted.length; at += MOST_AT_ONCE) {
      const batch = noted.slice(at, at + MOST_AT_ONCE);
      backgroundTasks.add("the request log", () =>
        database.writeInstallation((db) => insertRequestsOfAnyCustomer(db, batch)),
      );
    }
  };
  return {
    note(request) {
      if (waiting.length >= MOST_WAITING) return void (missed += 1);
      waiting.push({ ...request, path: request.path.slice(0, LONGEST_PATH) });
      timer ??= setTimeout(flush, EVERY_MS).unref();
    },
    flush,
  };
}
