import { Unavailable } from "../../../ground/kernel/errors.ts";
import { task, WorkerFailure, type Workers } from "../../../ground/workers/index.ts";
import type { FeedResult } from "./reading/read-apart.ts";
import type { FeedToRead } from "./reading/read-feed.ts";

const reading = task<FeedToRead, FeedResult>({
  name: "modular.read-feed",
  module: new URL("./reading/read-apart.ts", import.meta.url).href,
  work: "readApart",
  deadlineMs: 60_000,
  memoryMb: 768,
});

/** Reads a feed in a worker thread, which is stopped if it takes too much time or memory. */
export async function readInThread(asked: FeedToRead, workers: Workers): Promise<FeedResult> {
  try {
    return await workers.run(reading, asked, { transfer: bytesOf(asked) });
  } catch (error) {
    if (!(error instanceof WorkerFailure)) throw error;
    if (error.kind === "busy") throw new Unavailable(`the feed: ${error.message}`, { cause: error });
    return { kind: "unreadable", reason: error.message };
  }
}

/** If a file fills its whole buffer, the buffer is transferred to the thread instead of copied. */
function bytesOf({ content }: FeedToRead): ArrayBuffer[] {
  if (!(content instanceof Uint8Array) || !(content.buffer instanceof ArrayBuffer)) return [];
  return content.byteLength === content.buffer.byteLength ? [content.buffer] : [];
}
