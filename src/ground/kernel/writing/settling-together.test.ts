import { expect, test } from "vitest";
import type { Context } from "../context.ts";
import { settlingTogether } from "./settling-together.ts";

/** Counts its transactions, without using a database. */
function counted() {
  const opened = { transactions: 0 };
  const joint = settlingTogether((work) => {
    opened.transactions += 1;
    return work({ changes: new Map() } as unknown as Context);
  });
  const settle = async <T>(called: Promise<unknown>, work: () => Promise<T>) => {
    await joint.asking(() => called);
    return joint.within(work);
  };
  return { opened, settle };
}

const now = Promise.resolve();

test("answers that arrive together are settled in one transaction, each with its own result", async () => {
  const { opened, settle } = counted();
  expect(await Promise.all(["a", "b", "c"].map((name) => settle(now, async () => name)))).toEqual(["a", "b", "c"]);
  expect(opened.transactions).toBe(1);
});

test("an answer that cannot be settled makes no other fail", async () => {
  const { opened, settle } = counted();
  const failing = settle(now, () => Promise.reject(new Error("it is settled already")));
  const ends = await Promise.allSettled([settle(now, async () => "a"), failing, settle(now, async () => "c")]);
  expect(ends.map((end) => (end.status === "rejected" ? end.reason.message : end.value))).toEqual([
    "a",
    "it is settled already",
    "c",
  ]);
  // One attempt together, and then each separately.
  expect(opened.transactions).toBe(4);
});

test("nobody waits for a call that does not answer", async () => {
  const { opened, settle } = counted();
  void settle(new Promise(() => undefined), async () => "never");
  expect(await Promise.all([settle(now, async () => "a"), settle(now, async () => "b")])).toEqual(["a", "b"]);
  expect(opened.transactions).toBe(1);
});

test("a call that never gets an answer holds up nobody, and receives its error", async () => {
  const { settle } = counted();
  const gone = settle(Promise.reject(new Error("the line is down")), async () => "never");
  const ends = await Promise.allSettled([gone, settle(now, async () => "a")]);
  expect(ends.map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
});
