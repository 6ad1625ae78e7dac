import type { ServerResponse } from "node:http";
import { SECOND_MS } from "../../ground/kernel/clock.ts";
import { isObject, type Params } from "./protocol/message.ts";
import type { ProtocolEra } from "./protocol/revision.ts";

/** One request as its server sees it: its protocol version, and what may be sent before the answer. */
export interface Exchange {
  readonly era: ProtocolEra;
  /** Whether the client requested progress. */
  readonly isFollowed: boolean;
  /** Reports progress to a caller that requested it, otherwise to nobody. The reported value must increase each time. */
  progress(reached: Progress): void;
  /** Reports that the work continues if nothing else has been sent for this long. */
  alive(seconds: number): void;
  /** Sends a log message to a client that wants them: in 2026-07-28 it says so with each request. */
  log(level: string, data: unknown): void;
}

interface Progress {
  readonly progress: number;
  readonly total?: number;
  readonly message?: string;
}

/** Small enough that the heartbeats of the longest call add up to less than one. */
const SMALL_STEP = 0.001;

type Notify = (notification: { readonly method: string; readonly params: Params }) => void;

const LOG_LEVEL = "io.modelcontextprotocol/logLevel";

export function exchangeOf({ _meta }: Params, era: ProtocolEra, notify: Notify): Exchange {
  const { progressToken, [LOG_LEVEL]: logLevel }: Params = isObject(_meta) ? _meta : {};
  let last: Progress | undefined;
  const tell = (reached: Progress) => {
    if (progressToken === undefined) return;
    notify({ method: "notifications/progress", params: { progressToken, ...reached } });
  };
  return {
    era,
    isFollowed: progressToken !== undefined,
    progress(reached) {
      last = reached;
      tell(reached);
    },
    alive(seconds) {
      const message = `still running after ${seconds} s`;
      // Heartbeats lie between two reported values, because the next reported value must be greater.
      if (last) last = { ...last, progress: last.progress + SMALL_STEP };
      tell(last ? { ...last, message } : { progress: seconds, message });
    },
    log(level, data) {
      if (era === "modern" && logLevel === undefined) return;
      notify({ method: "notifications/message", params: { level, data } });
    },
  };
}

/** Clients give up on requests of which they hear nothing, many after a minute. */
const EVERY_MS = 10 * SECOND_MS;

/** Reports that the work continues, until it is over or the client has disconnected. */
export async function whileWorking<T>(
  work: Promise<T>,
  { isFollowed, alive }: Pick<Exchange, "isFollowed" | "alive">,
  response: Pick<ServerResponse, "destroyed">,
): Promise<T> {
  if (!isFollowed) return work;
  let seconds = 0;
  const timer = setInterval(() => {
    seconds += EVERY_MS / SECOND_MS;
    if (response.destroyed) clearInterval(timer);
    else alive(seconds);
  }, EVERY_MS);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}
