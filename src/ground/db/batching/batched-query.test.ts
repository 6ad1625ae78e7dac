import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import type { Db } from "../db.ts";
import { batchedQuery } from "./batched-query.ts";

interface Terms {
  readonly buyer: number;
}

/** Answers each key in capitals but "nobody"; keeps what was looked for together. */
function lookUp() {
  const looks: string[] = [];
  const ask = batchedQuery<Terms, string>(async (_, { buyer }, keys) => {
    looks.push(`${buyer}: ${keys.join(" ")}`);
    return new Map(keys.filter((key) => key !== "nobody").map((key) => [key, key.toUpperCase()]));
  });
  // The look is told of a database and has no use for one.
  return { looks, ask: (buyer: number, key: string) => ask(undefined as unknown as Db, { buyer }, key) };
}

test("those who ask by the same terms in one turn are found by one look, each what it asked for", async () => {
  const { looks, ask } = lookUp();
  const found = await Promise.all([ask(1, "b"), ask(1, "a"), ask(1, "nobody"), ask(1, "b")]);
  expect(found).toEqual(["B", "A", undefined, "B"]);
  expect(looks).toEqual(["1: a b nobody"]);
});

test("nobody is found by another's terms, and whoever comes later looks anew", async () => {
  const { looks, ask } = lookUp();
  expect(await Promise.all([ask(1, "a"), ask(2, "a")])).toEqual(["A", "A"]);
  await nextTurn();
  expect(await ask(1, "a")).toBe("A");
  expect(looks.toSorted()).toEqual(["1: a", "1: a", "2: a"]);
});

test("a look that fails fails those who asked, and none after them", async () => {
  let fails = true;
  const ask = batchedQuery<Terms, string>(async (_, __, keys) => {
    if (fails) throw new Error("away");
    return new Map(keys.map((key) => [key, key]));
  });
  const db = undefined as unknown as Db;
  const both = await Promise.allSettled([ask(db, { buyer: 1 }, "a"), ask(db, { buyer: 1 }, "b")]);
  expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  fails = false;
  expect(await ask(db, { buyer: 1 }, "a")).toBe("a");
});
