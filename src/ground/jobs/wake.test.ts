import type { PgBoss } from "pg-boss";
import { expect, test, vi } from "vitest";
import { z } from "zod";
import { freshDatabase } from "../../../test/database.ts";
import { openAvailability } from "../db/connection/index.ts";
import { openDatabase } from "../db/index.ts";
import { afterCommit } from "../db/writing/index.ts";
import { silentLog } from "../kernel/log.ts";
import { step } from "../kernel/step.ts";
import { takeJobs } from "./take-jobs.ts";

type Handler = (batch: readonly object[]) => Promise<unknown>;

const ask = step({ name: "ask", input: z.object({ customerId: z.int() }), attempts: 1, handle: async () => true });
const one = [{ id: "1", data: { customerId: 1 }, retryCount: 0 }];

test("adding a job wakes an idle worker, or if none is idle, the one that polls next", async () => {
  const handlers: Handler[] = [];
  const woken: string[] = [];
  const boss = {
    getDb: () => ({ executeSql: async () => ({ rows: [] }) }),
    work: async (_name: string, _options: unknown, handler: Handler) => `worker ${handlers.push(handler)}`,
    notifyWorker: (id: string) => void woken.push(id),
  } as unknown as PgBoss;
  const gate = Promise.withResolvers<void>();
  const availability = openAvailability(silentLog);
  const taking = await takeJobs(boss, [ask], async () => gate.promise, { availability, log: silentLog });
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

test("what is to follow a commit follows it, and no rollback", async () => {
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
