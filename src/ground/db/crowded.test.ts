import { sql } from "kysely";
import { expect, test } from "vitest";
import { freshDatabase } from "../../../test/database.ts";
import { silentLog } from "../kernel/log.ts";
import { openAvailability } from "./connection/index.ts";
import { openDatabase } from "./index.ts";

test("of two that deadlock one is told to try again, and the other succeeds", async () => {
  const { url } = await freshDatabase();
  const database = openDatabase({ url, poolSize: 4, prepare: true, availability: openAvailability(silentLog) });
  const met = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const both = Promise.all(met.map(({ promise }) => promise));
  const take = (first: number, second: number) =>
    database.write({ customerId: first + 1, reach: "tenant" }, async (db) => {
      await sql`select pg_advisory_xact_lock(${first})`.execute(db);
      met[first]?.resolve();
      await both;
      await sql`select pg_advisory_xact_lock(${second})`.execute(db);
      return "done";
    });
  const outcomes = await Promise.allSettled([take(0, 1), take(1, 0)]);
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  const refused = outcomes.find((one) => one.status === "rejected");
  expect(refused?.reason).toMatchObject({ code: "SERVICE_UNAVAILABLE", details: { reason: "database_busy" } });
  await database.close();
});
