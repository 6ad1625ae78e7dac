import type { PgBoss } from "pg-boss";
import { expect, test, vi } from "vitest";
import { z } from "zod";
import { freshDatabase } from "../../../test/database.ts";
import { openAvailability } from "../db/connection/index.ts";
import { openDatabase } from "../db/index.ts";
import { afterCommit } from "../db/writing/index.ts";
import { silentLog } from "../kernel/log.ts";
import { step } from "../kernel/step.ts";
import { takeFrom } from "./begin-workers.ts";
import { queuesOfSteps } from "./take-jobs.ts";
import { watchQueues } from "./watch-queues.ts";

interface Polling {
  readonly pollingIntervalSeconds: number;
}
type Handler = (batch: readonly object[]) => Promise<unknown>;

const ask = step({ name: "ask", input: z.object({ customerId: z.int() }), attempts: 1, handle: async () => true });
const never = () => expect.unreachable();
const one = [{ id: "1", data: { customerId: 1 }, retryCount: 0 }];

test("a queue's first job begins a worker, further ones wake an idle one, begin another or leave it to the one that polls next", async () => {
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
  const { queues, inFlight } = queuesOfSteps(boss, [ask], () => gate.promise, { availability, log: silentLog });
  const taken = takeFrom(boss, queues, never);
  expect(handlers).toHaveLength(0);

  taken.wake("nobody's");
  expect(handlers).toHaveLength(0);
  taken.wake("ask");
  expect(handlers).toHaveLength(1);
  taken.wake("ask");
  const first = handlers[0]?.(one);
  taken.wake("ask");
  expect(handlers).toHaveLength(2);
  taken.wake("ask");
  const second = handlers[1]?.(one);
  expect(inFlight()).toBe(2);
  taken.wake("ask");
  gate.resolve();
  await Promise.all([first, second]);
  expect(inFlight()).toBe(0);
  taken.wake("ask");
  await vi.waitFor(() => expect(woken).toEqual(["worker 1", "worker 2", "worker 1", "worker 1"]));
  taken.stop();
  taken.wake("ask");
  await Promise.resolve();
  expect([handlers, woken].map(({ length }) => length)).toEqual([2, 4]);
});

test("a worker that takes a full batch begins another, since there may be more", async () => {
  const handlers: Handler[] = [];
  const boss = {
    getDb: () => ({ executeSql: async () => ({ rows: [] }) }),
    work: async (_name: string, _options: object, handler: Handler) => `worker ${handlers.push(handler)}`,
    notifyWorker: () => undefined,
  } as unknown as PgBoss;
  const availability = openAvailability(silentLog);
  const { queues } = queuesOfSteps(boss, [ask], async () => true, { availability, log: silentLog });
  const taken = takeFrom(boss, queues, never);
  taken.wake("ask");
  await handlers[0]?.(one);
  expect(handlers).toHaveLength(1);
  const full = Array.from({ length: 16 }, (_, nth) => ({ ...one[0], id: String(nth) }));
  await handlers[0]?.(full);
  expect(handlers).toHaveLength(2);
});

test("a worker that cannot begin is reported, and waking it later does no harm", async () => {
  const told: unknown[] = [];
  const stopped = new Error("stopped");
  const queue = { name: "ask", workers: 1, begin: () => Promise.reject(stopped) };
  const taken = takeFrom({ notifyWorker: never }, [queue], (error) => void told.push(error));
  taken.wake("ask");
  taken.wake("ask");
  await vi.waitFor(() => expect(told).toEqual([stopped]));
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
  } as unknown as PgBoss;
  const wake = (name: string) => {
    woken.push(name);
    if (woken.length === 2) both.resolve();
  };
  const names = ["ask", "tell", "sweep"];
  const watch = watchQueues(boss, { names, wake }, (error) => void errors.push(error));
  await both.promise;
  await watch.stop();
  expect(woken).toEqual(["ask", "sweep"]);
  expect(errors).toEqual([new Error("away")]);
  expect(asked).toEqual([[names], [names]]);
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
