import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { freshDatabase } from "../../../../test/database.ts";
import { silentLog } from "../../kernel/log.ts";
import { openAvailability } from "../connection/index.ts";
import { type Db, openDatabase } from "../index.ts";
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

test("a write asks in its own transaction, and shares its answer with nobody", async () => {
  const { applicationUrl: url } = await freshDatabase();
  // One customer never has all connections, and here one writes and reads at once.
  const database = openDatabase({ url, poolSize: 4, prepare: true, availability: openAvailability(silentLog) });
  onTestFinished(() => database.close());
  const numberOf = batchedQuery(async (db, { buyer: customer_id }: Terms, lists) => {
    const rows = await db
      .selectFrom("list_counts")
      .select(["list", "number"])
      .where("customer_id", "=", customer_id)
      .execute();
    return new Map(rows.filter(({ list }) => lists.includes(list)).map(({ list, number }) => [list, number]));
  });
  const scope = { customerId: 7, reach: "tenant" } as const;
  const look = () => database.read(scope, (db) => numberOf(db, { buyer: 7 }, "a"));
  const [written, read] = await Promise.all([
    database.write(scope, async (db) => {
      await db.insertInto("list_counts").values({ customer_id: 7, list: "a", status: "x", number: 3 }).execute();
      const [seen] = await Promise.all([numberOf(db, { buyer: 7 }, "a"), look()]);
      return seen;
    }),
    look(),
  ]);
  expect([written, read]).toEqual([3, undefined]);
  expect(await look()).toBe(3);
});
