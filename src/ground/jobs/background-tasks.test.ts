import { expect, test } from "vitest";
import { silentLog } from "../kernel/log.ts";
import { openBackgroundTasks } from "./background-tasks.ts";

test("what is done aside is done when it is waited for, in the order in which it came", async () => {
  const backgroundTasks = openBackgroundTasks(silentLog);
  const done: number[] = [];
  for (let n = 0; n < 10; n++) backgroundTasks.add("a number", async () => void done.push(n));
  await backgroundTasks.idle();
  expect(done).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(backgroundTasks.lost).toBe(0);
});

test("what fails is counted and told, and keeps nothing else from being done", async () => {
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

test("what comes while too many wait is lost and counted, and what waited is done", async () => {
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
