import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listenDuring } from "../../bench/harness/statements.ts";
import { ONE_SERVER } from "../../src/ground/db/connection/index.ts";
import { openWorld, type World } from "../world.ts";

/** Settings by separate statements, as several servers require, tested on one. */
let world: World;
beforeAll(async () => void (world = await openWorld({ topology: { ...ONE_SERVER, distributed: true } })));
afterAll(() => world.close());

test("a read is given its tenant by statements, and waits once", async () => {
  const { customerId } = await world.caller("BUYER");
  const { answer, statements, roundTrips } = await listenDuring(() =>
    world.database.read({ customerId, reach: "tenant" }, (db) =>
      sql<{ who: string; mode: string }>`
        select current_setting('interchange.customer_id') as who, current_setting('transaction_read_only') as mode`.execute(
        db,
      ),
    ),
  );
  expect(answer.rows).toEqual([{ who: String(customerId), mode: "on" }]);
  // Each in its own message, because Citus forwards a message that contains a setting unchanged.
  expect(statements.map(({ text }) => text.trim().split("\n")[0])).toEqual([
    "begin read only",
    "set local interchange.reach = 'tenant'",
    `set local interchange.customer_id = '${customerId}'`,
    "select current_setting('interchange.customer_id') as who, current_setting('transaction_read_only') as mode",
    "commit",
  ]);
  expect(roundTrips).toBe(1);
});

test("a read that fails leaves its connection as it was, and tenants stay separated", async () => {
  const [mine, theirs] = [await world.caller("BUYER"), await world.caller("BUYER")];
  for (const caller of [mine, theirs])
    await caller.post("/buyer/advertisers", { name: "Acorn", brand: "acorn.example" });
  const broken = () =>
    world.database.read({ customerId: mine.customerId, reach: "tenant" }, (db) => sql`select 1 / 0`.execute(db));
  for (let turn = 0; turn < 10; turn++) await expect(broken()).rejects.toThrow("division by zero");
  const { data } = await theirs.get("/buyer/advertisers");
  expect((data as { items: unknown[] }).items).toHaveLength(1);
  const seen = await world.database.read({ customerId: mine.customerId, reach: "tenant" }, (db) =>
    db.selectFrom("advertisers").select("customer_id").execute(),
  );
  expect(seen).toEqual([{ customer_id: mine.customerId }]);
});
