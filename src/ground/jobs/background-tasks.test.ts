import { expect, test } from "vitest";
import { silentLog } from "../kernel/log.ts";
import { openBackgroundTasks } from "./background-tasks.ts";

test("background tasks are done in order by the time somebody has waited for them", async () => {
  const backgroundTasks = openBackgroundTasks(silentLog);
  const done: number[] = [];
  for (let n = 0; n < 10; n++) backgroundTasks.add("a number", async () => void done.push(n));
  await backgroundTasks.idle();
  expect(done).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(backgroundTasks.lost).toBe(0);
});

test("a failure is counted and logged, and does not stop other tasks", async () => {
  const reported: unknown[] = [];
  const backgroundTasks = openBackgroundTasks({ ...silentLog, error: (said: unknown) => void reported.push(said) });
  const done: string[] = [];
  backgroundTasks.add("one that throws", () => {
    throw new Error("at once");
  });
  backgroundTasks.add("one that fails", async () => Promise.reject(new Error("later")));
  backgroundTasks.add("one that works", async () => void done.push("it"));
  await backgroundTasks.idle();
  expect(done).toEqual(["it"]);
  expect(backgroundTasks.lost).toBe(2);
  expect(reported).toMatchObject([{ what: "one that throws" }, { what: "one that fails" }]);
});

test("a task that arrives while too many are waiting is dropped and counted, and the waiting ones are done", async () => {
  const backgroundTasks = openBackgroundTasks(silentLog);
  const { promise: opened, resolve: open } = Promise.withResolvers<void>();
  let done = 0;
  for (let n = 0; n < 1_003; n++)
    backgroundTasks.add("much", async () => {
      await opened;
      done += 1;
    });
  open();
  await backgroundTasks.idle();
  expect([done, backgroundTasks.lost]).toEqual([1_002, 1]);
});

test("a waiting task covers another with the same key; a running task does not", async () => {
  const backgroundTasks = openBackgroundTasks(silentLog);
  const { promise: opened, resolve: open } = Promise.withResolvers<void>();
  const done: string[] = [];
  const add = (name: string, key?: string) =>
    backgroundTasks.add("sums", async () => opened.then(() => void done.push(name)), key);
  add("first", "a");
  add("second", "b");
  for (const name of ["third", "fourth", "fifth"]) add(name, "a");
  add("sixth");
  open();
  await backgroundTasks.idle();
  expect(done).toEqual(["first", "second", "third", "sixth"]);
});

test("a task that an answer waits for is done afterwards; its failure is counted but not thrown", async () => {
  const backgroundTasks = openBackgroundTasks(silentLog);
  let done = false;
  await backgroundTasks.finish("a run", async () => void (done = true));
  expect(done).toBe(true);
  await backgroundTasks.finish("a run", async () => Promise.reject(new Error("away")));
  expect(backgroundTasks.lost).toBe(1);
});
