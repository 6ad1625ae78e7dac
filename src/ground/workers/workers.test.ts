import { getCompileCacheDir } from "node:module";
import { dirname } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openWorkers, task } from "./index.ts";

const module = new URL("./unruly.fixture.ts", import.meta.url).href;
const workers = openWorkers();
afterAll(() => workers.close());

const of = <I, O>(work: string, limits: object = {}) => task<I, O>({ name: `test.${work}`, module, work, ...limits });

test("a task runs in a thread and returns its result, and its exceptions are thrown", async () => {
  expect(await workers.run(of<number, number>("double"), 21)).toBe(42);
  await expect(workers.run(of<string, never>("fail"), "no such thing")).rejects.toThrow("no such thing");
});

test("transferred bytes are moved, and no longer available to the caller", async () => {
  const bytes = new Uint8Array(1_000_000);
  expect(await workers.run(of<Uint8Array, number>("measure"), bytes, { transfer: [bytes.buffer] })).toBe(1_000_000);
  expect(bytes.length).toBe(0);
});

test("endless work is ended at its deadline, whatever it does, and the next task runs", async () => {
  const spin = of<null, never>("spin", { deadlineMs: 300, atOnce: 1 });
  for (let n = 0; n < 2; n++)
    await expect(workers.run(spin, null)).rejects.toMatchObject({ kind: "deadline", message: /longer than 0.3 s/ });
});

test("a task that fills the memory ends its thread and nothing else", async () => {
  const exhaustMemory = of<null, number>("exhaustMemory", { memoryMb: 32, deadlineMs: 60_000 });
  await expect(workers.run(exhaustMemory, null)).rejects.toMatchObject({ kind: "memory", message: /more than 32 MB/ });
});

test("a thread that exits causes an error rather than a wait", async () => {
  await expect(workers.run(of<null, never>("leave"), null)).rejects.toMatchObject({ kind: "crashed" });
});

test("only the allowed number run concurrently, the others wait, and beyond the queue's limit they are refused", async () => {
  const slow = of<null, never>("spin", { deadlineMs: 200, atOnce: 1 });
  const crowd = openWorkers();
  const all = Array.from({ length: 202 }, () => crowd.run(slow, null).catch((error: unknown) => error));
  expect(crowd.depths()).toEqual([{ task: "test.spin", active: 1, waiting: 200 }]);
  expect(await all[201]).toMatchObject({ kind: "busy" });
  expect([await all[0], await all[1]]).toMatchObject([{ kind: "deadline" }, { kind: "deadline" }]);
  await crowd.close();
});

test("a thread has nothing of the server's environment but the folder of what Node.js has compiled", async () => {
  const folder = getCompileCacheDir();
  const told = folder === undefined ? {} : { NODE_COMPILE_CACHE: dirname(folder) };
  expect(await workers.run(of<null, NodeJS.ProcessEnv>("peek"), null)).toEqual(told);
});
