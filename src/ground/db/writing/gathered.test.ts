import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listenDuring } from "../../../../bench/harness/statements.ts";
import { freshDatabase } from "../../../../test/database.ts";
import { silentLog } from "../../kernel/log.ts";
import { openAvailability } from "../connection/index.ts";
import { type Database, type Db, openDatabase } from "../index.ts";
import { askAhead, askingTogether, sendAhead, writingTogether } from "./index.ts";

const SCOPE = { customerId: 7, reach: "tenant" } as const;

let database: Database;
beforeAll(async () => {
  const { applicationUrl: url } = await freshDatabase();
  database = openDatabase({ url, poolSize: 2, prepare: true, availability: openAvailability(silentLog) });
});
afterAll(() => database.close());

const write = (db: Db, customerId: number, statuses: readonly string[]) =>
  sendAhead(
    db,
    sql`insert into list_counts (customer_id, list, status, number)
      select ${customerId}::bigint, 'gathered', status, 1 from unnest(${[...statuses]}::text[]) as status`,
  );

const numberOf = askingTogether((db, customerId, statuses: readonly string[]) => {
  const asked = askAhead(
    db,
    sql<{ status: string }>`select status from list_counts
      where customer_id = ${customerId} and status = any(${[...statuses]}) order by status`,
  );
  return async () => (await asked()).map(({ status }) => status);
});

const left = writingTogether(write);

test("what several leave to one transaction is one statement, at its end, and none of another transaction's", async () => {
  const leave = (statuses: readonly string[]) =>
    database.write(SCOPE, (db) => Promise.all(statuses.map((status) => left(db, SCOPE.customerId, status))));
  const { statements } = await listenDuring(() => Promise.all([leave(["a", "b"]), leave(["c"])]));
  const values = statements.filter(({ text }) => text.includes("insert")).map(({ values: [, statuses] }) => statuses);
  expect(values).toEqual([["a", "b"], ["c"]]);
});

test("what is left by a transaction that fails is not written", async () => {
  const failing = database.write(SCOPE, async (db) => {
    await left(db, SCOPE.customerId, "never");
    throw new Error("it was not to be");
  });
  await expect(failing).rejects.toThrow("it was not to be");
  expect(await database.read(SCOPE, (db) => numberOf(db, SCOPE.customerId, "never")())).toEqual([]);
});

test("those who ask in one turn of a transaction are answered by one statement, and whoever comes later by another", async () => {
  const { answer, statements } = await listenDuring(() =>
    database.write(SCOPE, async (db) => {
      await write(db, SCOPE.customerId, ["x", "y", "z"]);
      const both = [numberOf(db, SCOPE.customerId, "x"), numberOf(db, SCOPE.customerId, "y")];
      const answers = await Promise.all(both.map((asked) => asked()));
      return [...answers, await numberOf(db, SCOPE.customerId, "z")()];
    }),
  );
  expect(answer).toEqual([["x", "y"], ["x", "y"], ["z"]]);
  expect(statements.filter(({ text }) => text.includes("select status from"))).toHaveLength(2);
});
