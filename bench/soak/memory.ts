import { setTimeout as sleep } from "node:timers/promises";
import type { Server } from "../harness/installation.ts";
import type { Bar } from "../scenario.ts";

const LOOK_MS = 10_000;
const MB = 1_048_576;
/**
 * Code that is compiled and data that is cached at first is not a leak; after that, the memory of a server that only answers requests
 * should stay about the same.
 */
const MOST_GROWTH = 1.3;

interface Look {
  readonly heapBytes: number;
  readonly residentBytes: number;
}

/** Observes a server's memory after garbage collection until it is stopped, and compares the second quarter of the time with the last. */
export function watchMemory(server: Server): { stop(): Promise<Bar> } {
  const looks: Look[] = [];
  const over = new AbortController();
  const watching = (async () => {
    while (!over.signal.aborted) {
      looks.push(await server.usage());
      for (let waited = 0; waited < LOOK_MS && !over.signal.aborted; waited += 500) await sleep(500);
    }
  })();
  return {
    async stop() {
      over.abort();
      await watching;
      const quarter = Math.max(1, Math.floor(looks.length / 4));
      const early = median(looks.slice(quarter, 2 * quarter).map(({ heapBytes }) => heapBytes));
      const late = median(looks.slice(-quarter).map(({ heapBytes }) => heapBytes));
      const resident = Math.max(...looks.map(({ residentBytes }) => residentBytes));
      const mb = (bytes: number) => `${Math.round(bytes / MB)} MB`;
      return {
        what: "memory of the server that was never killed",
        wanted: `after garbage collection, the heap of the last quarter at most ${MOST_GROWTH} times that of the second`,
        got: `${mb(early)}, then ${mb(late)}; ${mb(resident)} resident at most`,
        met: late <= early * MOST_GROWTH,
      };
    },
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
