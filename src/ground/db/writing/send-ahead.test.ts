import type { Writable } from "node:stream";
import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { listenDuring } from "../../../../bench/harness/statements.ts";
import { freshDatabase } from "../../../../test/database.ts";
import { silentLog } from "../../kernel/log.ts";
import { openAvailability } from "../connection/index.ts";
import { type Database, type Db, openDatabase } from "../index.ts";
import { askAhead, beforeCommit, sendAhead, sendNow } from "./index.ts";

const SCOPE = { customerId: 7, reach: "tenant" } as const;

let database: Database;
beforeAll(async () => {
  const { applicationUrl: url } = await freshDatabase();
  database = openDatabase({ url, poolSize: 2, prepare: true, availability: openAvailability(silentLog) });
});
afterAll(() => database.close());

/** Inserts into a list that no other of these tests uses. */
const insertStatus = (list: string, status: string) =>
  sql`insert into list_counts (customer_id, list, status, number) values (${SCOPE.customerId}, ${list}, ${status}, 1)`;

async function statusesOf(list: string): Promise<string[]> {
  const read = (db: Db) =>
    sql<{ status: string }>`select status from list_counts where list = ${list} order by status`.execute(db);
  const { rows } = await database.read(SCOPE, read);
  return rows.map(({ status }) => status);
}

test("what is sent ahead is seen by what is asked behind it, and written with the commit, in one round trip", async () => {
  const { answer, roundTrips } = await listenDuring(() =>
    database.write(SCOPE, async (db) => {
      await sendAhead(db, insertStatus("ahead", "a"));
      await sendAhead(db, insertStatus("ahead", "b"));
      const { rows } = await sql<{ n: number }>`select count(*) as n from list_counts where list = 'ahead'`.execute(db);
      await sendAhead(db, insertStatus("ahead", "c"));
      return Number(rows[0]?.n);
    }),
  );
  expect(answer).toBe(2);
  expect(roundTrips).toBe(2);
  expect(await statusesOf("ahead")).toEqual(["a", "b", "c"]);
});

test("one that fails fails the transaction with its own error, whatever was asked behind it", async () => {
  const last = database.write(SCOPE, async (db) => {
    await sendAhead(db, insertStatus("failed", "a"));
    await sendAhead(db, sql`select 1 / 0`);
    return "committed";
  });
  await expect(last).rejects.toMatchObject({ code: "22012" });
  const behind = database.write(SCOPE, async (db) => {
    await sendAhead(db, sql`select 1 / 0`);
    await sql`select 1`.execute(db);
    return "committed";
  });
  await expect(behind).rejects.toMatchObject({ code: "22012" });
  const beside = database.write(SCOPE, async (db) => {
    const broken = sql`select 1 / 0`.execute(db).catch(() => undefined);
    await sql`select 1`.execute(db);
    return broken;
  });
  await expect(beside).rejects.toMatchObject({ code: "22012" });
  expect(await statusesOf("failed")).toEqual([]);
});

test("a read waits for it, since there is no end of a transaction that it could fail", async () => {
  await expect(database.read(SCOPE, (db) => sendAhead(db, sql`select 1 / 0`))).rejects.toMatchObject({ code: "22012" });
});

test("what is to be written last is written once for all who ask for it, and not where the transaction fails", async () => {
  const leave = (db: Db, status: string) => beforeCommit(db, "last", () => sendAhead(db, insertStatus("last", status)));
  await database.write(SCOPE, async (db) => {
    expect([leave(db, "first"), leave(db, "second")]).toEqual([true, true]);
  });
  expect(await statusesOf("last")).toEqual(["first"]);
  const failing = database.write(SCOPE, async (db) => {
    leave(db, "third");
    throw new Error("it was not to be");
  });
  await expect(failing).rejects.toThrow("it was not to be");
  expect(await statusesOf("last")).toEqual(["first"]);
  expect(await database.read(SCOPE, async (db) => leave(db, "fourth"))).toBe(false);
});

test("what is added to something while the last is written is written as well, behind it", async () => {
  await database.write(SCOPE, async (db) => {
    const write = (status: string) => () => sendAhead(db, insertStatus("added", status));
    beforeCommit(db, "one", write("first"));
    beforeCommit(db, "other", async () => void beforeCommit(db, "one", write("second")));
  });
  expect(await statusesOf("added")).toEqual(["first", "second"]);
});

test("what is told to set out is worked on before anything is waited for, and still fails its transaction alone", async () => {
  let isHeard = false;
  await database.write(SCOPE, async (db) => {
    const said = askAhead(db, sql<{ one: number }>`select 1 as one`);
    await sendAhead(db, insertStatus("set out", "a"), () => void (isHeard = true));
    expect(isHeard).toBe(false);
    await sendNow(db);
    // The transaction sends nothing further: the callback is called because the statement was sent.
    await expect.poll(() => isHeard, { timeout: 60_000 }).toBe(true);
    expect(await said()).toEqual([{ one: 1 }]);
  });
  expect(await statusesOf("set out")).toEqual(["a"]);
  const failing = database.write(SCOPE, async (db) => {
    await sendAhead(db, insertStatus("set out", "b"));
    await sendAhead(db, sql`select 1 / 0`);
    await sendNow(db);
  });
  await expect(failing).rejects.toMatchObject({ code: "22012" });
  expect(await statusesOf("set out")).toEqual(["a"]);
  await database.read(SCOPE, (db) => sendNow(db));
});

test("whole transactions of one turn share a round trip, each with its own tenant and its own end", async () => {
  const other = { customerId: 8, reach: "tenant" } as const;
  const { answer, roundTrips } = await listenDuring(() =>
    Promise.allSettled([
      database.write(SCOPE, (db) => sendAhead(db, insertStatus("together", "a"))),
      database.write(SCOPE, (db) => sendAhead(db, sql`select 1 / 0`)),
      // After the failed transaction, and under row-level security, which refuses another organisation's row.
      database.write(other, (db) => sendAhead(db, insertStatus("together", "foreign"))),
      database.write(SCOPE, (db) => sendAhead(db, insertStatus("together", "b"))),
    ]),
  );
  expect(answer.map((one) => (one.status === "rejected" ? one.reason.code : "written"))).toEqual([
    "written",
    "22012",
    "42501",
    "written",
  ]);
  expect(roundTrips).toBe(1);
  expect(await statusesOf("together")).toEqual(["a", "b"]);
});

test("a transaction with nothing to write asks nothing, and one that is given up has sent nothing", async () => {
  const { answer, roundTrips } = await listenDuring(async () => {
    const given = database.write(SCOPE, async (db) => {
      await sendAhead(db, insertStatus("nothing", "a"));
      throw new Error("it was not to be");
    });
    await expect(given).rejects.toThrow("it was not to be");
    return database.write(SCOPE, async () => "nothing to write");
  });
  expect(answer).toBe("nothing to write");
  expect(roundTrips).toBe(0);
  expect(await statusesOf("nothing")).toEqual([]);
});

test("what is more than a socket takes at once has left when its sender goes on", async () => {
  const asked = vi.spyOn(pg.Client.prototype, "query");
  const left = await database.write(SCOPE, async (db) => {
    await sendAhead(db, sql`select length(${"m".repeat(8_000_000)}::text)`);
    await sendNow(db);
    const client = asked.mock.contexts.at(-1) as { readonly connection: { readonly stream: Writable } } | undefined;
    return client?.connection.stream.writableLength;
  });
  asked.mockRestore();
  expect(left).toBe(0);
});
