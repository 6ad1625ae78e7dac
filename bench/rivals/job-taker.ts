import { z } from "zod";
import { openAvailability } from "../../src/ground/db/connection/index.ts";
import { openDatabase } from "../../src/ground/db/index.ts";
import { openJobs } from "../../src/ground/jobs/index.ts";
import { silentLog } from "../../src/ground/kernel/log.ts";
import { systemRandom } from "../../src/ground/kernel/random.ts";
import { step } from "../../src/ground/kernel/step.ts";
import { answer } from "../harness/answer.ts";

/** A process with our job queue and a step that does nothing, so that only the queue is measured. */
const input = z.object({ customerId: z.int() });
const nothing = step({ name: "bench.nothing", input, handle: async () => true });
const job = { customerId: 1 };
const scope = { customerId: 1, reach: "tenant" } as const;

const url = process.env.BENCH_DATABASE_URL ?? "";
const availability = openAvailability(silentLog);
const database = openDatabase({ url, poolSize: 8, prepare: true, availability });
const jobs = await openJobs({ url, steps: [nothing], random: systemRandom, availability, log: silentLog });
let done = 0;
let wanted = Promise.withResolvers<void>();
let waitFor = 0;

const perform = async () => {
  done += 1;
  if (done === waitFor) wanted.resolve();
};

/** Waits until this many more are done; returns the milliseconds since the call. */
async function untilDone(more: number): Promise<number> {
  const began = performance.now();
  wanted = Promise.withResolvers();
  waitFor = done + more;
  await wanted.promise;
  return performance.now() - began;
}

const addOne = () => database.write(scope, (db) => jobs.enqueue(db, nothing, job, {}));

answer({
  /** Each in a transaction of its own, by eight concurrent callers. */
  async add(count: number) {
    const began = performance.now();
    let left = count;
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        while (left-- > 0) await addOne();
      }),
    );
    return performance.now() - began;
  },
  async drain(count: number) {
    const drained = untilDone(count);
    await jobs.work(perform, []);
    return drained;
  },
  async addAndAwait() {
    const response = untilDone(1);
    await addOne();
    return response;
  },
});
process.send?.({ ready: true });
