import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import type { Db } from "../db.ts";
import { coalesce } from "./coalesce.ts";

interface Asked {
  readonly of: string;
}

/** A look whose answers wait until they are let go; answers the number of the look. */
function heldLook() {
  const begun: PromiseWithResolvers<number>[] = [];
  const ask = coalesce<Asked, number>(async () => {
    const held = Promise.withResolvers<number>();
    begun.push(held);
    return held.promise;
  });
  // The query gets a database that it does not use.
  return { begun, ask: (asked: Asked) => ask(undefined as unknown as Db, asked) };
}

test("all who ask in one turn are answered by one look, which begins after they asked", async () => {
  const { begun, ask } = heldLook();
  const all = Array.from({ length: 16 }, () => ask({ of: "one" }));
  expect(begun).toHaveLength(0);
  await nextTurn();
  begun[0]?.resolve(1);
  expect(await Promise.all(all)).toEqual(all.map(() => 1));
  expect(begun).toHaveLength(1);
});

test("all who ask while a look is under way take one together, and it begins after they asked", async () => {
  const { begun, ask } = heldLook();
  const first = ask({ of: "one" });
  await nextTurn();
  const others = [ask({ of: "one" }), ask({ of: "one" }), ask({ of: "one" })];
  expect(begun).toHaveLength(1);
  begun[0]?.resolve(1);
  expect(await first).toBe(1);
  await nextTurn();
  begun[1]?.resolve(2);
  expect(await Promise.all(others)).toEqual([2, 2, 2]);
  expect(begun).toHaveLength(2);
});

test("a caller that asks when nobody waits queries again", async () => {
  const { begun, ask } = heldLook();
  const first = ask({ of: "one" });
  await nextTurn();
  begun[0]?.resolve(1);
  await first;
  const second = ask({ of: "one" });
  await nextTurn();
  begun[1]?.resolve(2);
  expect(await second).toBe(2);
});

test("other questions are queried independently", async () => {
  const { begun, ask } = heldLook();
  const both = [ask({ of: "one" }), ask({ of: "other" })];
  await nextTurn();
  begun[1]?.resolve(2);
  expect(await both[1]).toBe(2);
  begun[0]?.resolve(1);
  expect(await both[0]).toBe(1);
});

test("a look that fails does so for those who took it, and the next is taken", async () => {
  const { begun, ask } = heldLook();
  const first = ask({ of: "one" });
  await nextTurn();
  const second = ask({ of: "one" });
  begun[0]?.reject(new Error("away"));
  await expect(first).rejects.toThrow("away");
  await nextTurn();
  begun[1]?.resolve(2);
  expect(await second).toBe(2);
});
