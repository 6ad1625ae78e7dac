import type { ServerResponse } from "node:http";
import { SECOND_MS } from "../../ground/kernel/clock.ts";
import { isObject, type Params } from "./protocol/message.ts";
import type { Era } from "./protocol/revision.ts";

/** One request as its server sees it: how it is spoken, and what may be said before the answer. */
export interface Exchange {
  readonly era: Era;
  /** Its client asked to hear how far the work is. */
  readonly isFollowed: boolean;
  /** Tells whoever asked to hear of it how far the work is; nobody else. What is reported has to grow. */
  progress(reached: Progress): void;
  /** Says something to a client that reads logs: 2026-07-28 has it ask with each request. */
  log(level: string, data: unknown): void;
}

interface Progress {
  readonly progress: number;
  readonly total?: number;
  readonly message?: string;
}

type Notify = (notification: { readonly method: string; readonly params: Params }) => void;

const LOG_LEVEL = "io.modelcontextprotocol/logLevel";

export function exchangeOf({ _meta }: Params, era: Era, notify: Notify): Exchange {
  const { progressToken, [LOG_LEVEL]: logLevel }: Params = isObject(_meta) ? _meta : {};
  return {
    era,
    isFollowed: progressToken !== undefined,
    progress(reached) {
      if (progressToken === undefined) return;
      notify({ method: "notifications/progress", params: { progressToken, ...reached } });
    },
    log(level, data) {
      if (era === "modern" && logLevel === undefined) return;
      notify({ method: "notifications/message", params: { level, data } });
    },
  };
}

/** Clients give up on a request of which they hear nothing, many after a minute. */
const EVERY_MS = 10 * SECOND_MS;

/** Tells that it is still worked on, until that is over or nobody listens any more. */
export async function whileWorking<T>(
  work: Promise<T>,
  { isFollowed, progress }: Pick<Exchange, "isFollowed" | "progress">,
  response: Pick<ServerResponse, "destroyed">,
): Promise<T> {
  if (!isFollowed) return work;
  let seconds = 0;
  const timer = setInterval(() => {
    seconds += EVERY_MS / SECOND_MS;
    if (response.destroyed) clearInterval(timer);
    else progress({ progress: seconds, message: `still at it after ${seconds} s` });
  }, EVERY_MS);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}
