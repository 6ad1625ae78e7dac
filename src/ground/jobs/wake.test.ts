import type { PgBoss } from "pg-boss";
import { expect, test, vi } from "vitest";
import { z } from "zod";
import { freshDatabase } from "../../../test/database.ts";
import { openAvailability } from "../db/connection/index.ts";
import { openDatabase } from "../db/index.ts";
import { afterCommit } from "../db/writing/index.ts";
import { silentLog } from "../kernel/log.ts";
import { step } from "../kernel/step.ts";
import { startWorkers } from "./take-jobs.ts";
import { watchQueues } from "./watch-queues.ts";

interface Polling {
  readonly pollingIntervalSeconds: number;
}
type Handler = (batch: readonly object[]) => Promise<unknown>;

const ask = step({ name: "ask", input: z.object({ customerId: z.int() }), attempts: 1, handle: async () => true });
const one = [{ id: "1", data: { customerId: 1 }, retryCount: 0 }];

test("adding a job wakes an idle worker, or if none is idle, the one that polls next", async () => {
  const handlers: Handler[] = [];
  const woken: string[] = [];
  const boss = {
    getDb: () => ({ executeSql: async () => ({ rows: [] }) }),
    work: async (_name: string, { pollingIntervalSeconds }: Polling, handler: Handler) => {
      // If hundreds of workers polled often, an idle database would be kept busy.
      expect(pollingIntervalSeconds).toBeGreaterThanOrEqual(30);
      return `worker ${handlers.push(handler)}`;
    },
    notifyWorker: (id: string) => void woken.push(id),
  } as unknown as PgBoss;
  const gate = Promise.withResolvers<void>();
  const availability = openAvailability(silentLog);
  const taking = await startWorkers(boss, [ask], async () => gate.promise, { availability, log: silentLog });
  expect(handlers).toHaveLength(2);

  taking.wake("ask");
  const first = handlers[0]?.(one);
  taking.wake("ask");
  const second = handlers[1]?.(one);
  taking.wake("ask");
  taking.wake("nobody's");
  gate.resolve();
  await Promise.all([first, second]);
  taking.wake("ask");
  expect(woken).toEqual(["worker 1", "worker 2", "worker 1", "worker 1"]);
});

test("one statement finds the jobs of all queues that did not wake a worker here, and survives an error", async () => {
  const woken: string[] = [];
  const both = Promise.withResolvers<void>();
  const errors: unknown[] = [];
  const asked: unknown[] = [];
  const found = { rows: [{ name: "ask" }, { name: "sweep" }] };
  const answers = [() => Promise.reject(new Error("away")), () => Promise.resolve(found)];
  const boss = {
    getDb: () => ({
      executeSql: (_: string, values: unknown[]) => {
        asked.push(values);
        return answers[asked.length - 1]?.() ?? Promise.resolve({ rows: [] });
      },
    }),
    notifyWorker: (id: string) => {
      woken.push(id);
      both.resolve();
    },
  } as unknown as PgBoss;
  const taking = { inFlight: () => 0, queues: ["ask", "tell"], wake: (queue: string) => void woken.push(queue) };
  const scheduleWorkers = new Map([["sweep", "worker of sweep"]]);
  const watch = watchQueues(boss, { taking, scheduleWorkers, hear: (error) => void errors.push(error) });
  await both.promise;
  await watch.stop();
  expect(woken).toEqual(["ask", "worker of sweep"]);
  expect(errors).toEqual([new Error("away")]);
  expect(asked).toEqual([[["ask", "tell", "sweep"]], [["ask", "tell", "sweep"]]]);
});

test("what is registered for after the commit runs after it, and never after a rollback", async () => {
  const { url } = await freshDatabase();
  const database = openDatabase({ url, poolSize: 1, prepare: true, availability: openAvailability(silentLog) });
  const scope = { customerId: 1, reach: "tenant" } as const;
  const act = vi.fn<(what: string) => void>();
  await database.write(scope, async (db) => {
    afterCommit(db, () => act("first"));
    afterCommit(db, () => act("second"));
    expect(act).not.toHaveBeenCalled();
  });
  await expect(
    database.write(scope, async (db) => {
      afterCommit(db, () => act("never"));
      throw new Error("changed my mind");
    }),
  ).rejects.toThrow("changed my mind");
  expect(act.mock.calls).toEqual([["first"], ["second"]]);
  await database.close();
});
