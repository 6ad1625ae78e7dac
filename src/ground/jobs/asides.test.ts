import { expect, test } from "vitest";
import { silentLog } from "../kernel/log.ts";
import { openAsides } from "./asides.ts";

test("what is done aside is done when it is waited for, in the order in which it came", async () => {
  const asides = openAsides(silentLog);
  const done: number[] = [];
  for (let n = 0; n < 10; n++) asides.add("a number", async () => void done.push(n));
  await asides.idle();
  expect(done).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(asides.lost).toBe(0);
});

test("what fails is counted and told, and keeps nothing else from being done", async () => {
  const told: unknown[] = [];
  const asides = openAsides({ ...silentLog, error: (said: unknown) => void told.push(said) });
  const done: string[] = [];
  asides.add("one that throws", () => {
    throw new Error("at once");
  });
  asides.add("one that fails", async () => Promise.reject(new Error("later")));
  asides.add("one that works", async () => void done.push("it"));
  await asides.idle();
  expect(done).toEqual(["it"]);
  expect(asides.lost).toBe(2);
  expect(told).toMatchObject([{ what: "one that throws" }, { what: "one that fails" }]);
});

test("what comes while too many wait is lost and counted, and what waited is done", async () => {
  const asides = openAsides(silentLog);
  const { promise: opened, resolve: open } = Promise.withResolvers<void>();
  let done = 0;
  for (let n = 0; n < 1_003; n++)
    asides.add("much", async () => {
      await opened;
      done += 1;
    });
  open();
  await asides.idle();
  expect([done, asides.lost]).toEqual([1_002, 1]);
});
