import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startChild } from "../harness/child.ts";
import { measured } from "../harness/statistics.ts";
import { figure, spread } from "../harness/words.ts";
import type { Scenario } from "../scenario.ts";

const BAR = 500;
const TAKER = join(import.meta.dirname, "../rivals/job-taker.ts");

/** The queue itself: jobs that do nothing, added and performed one at a time. */
export const jobs: Scenario = async ({ pace, folder, databaseUrl }) => {
  const count = pace.quick ? 500 : 3_000;
  const taker = startChild(TAKER, { folder, env: { BENCH_DATABASE_URL: databaseUrl } });
  try {
    await once(taker.process, "message");
    const addedPerSecond = (count * 1000) / (await taker.ask<number>("add", count));
    const donePerSecond = (count * 1000) / (await taker.ask<number>("drain", count));
    const waits: number[] = [];
    for (let job = 0; job < pace.rounds; job++) {
      // The queue is polled at regular intervals, so each job arrives at a different point between two polls.
      await sleep((job * 1000) / pace.rounds);
      waits.push(await taker.ask<number>("addAndAwait"));
    }
    const wait = measured(waits);
    return {
      title: "Jobs",
      about: `${figure(count)} jobs that do nothing, each added in a separate transaction, then taken by one worker process; then jobs one at a time into the empty queue.`,
      tables: [
        {
          head: ["", ""],
          rows: [
            ["added per second, 8 callers", figure(addedPerSecond)],
            ["done per second, one process", figure(donePerSecond)],
            [`from adding a single job to its end, ${wait.rounds} times`, spread(wait, " ms")],
          ],
        },
      ],
      bars: [
        {
          what: "jobs done per second",
          wanted: `≥ ${BAR}`,
          got: figure(donePerSecond),
          met: donePerSecond >= BAR,
        },
      ],
      figures: { addedPerSecond, donePerSecond, waitMs: wait },
    };
  } finally {
    await taker.stop();
  }
};
