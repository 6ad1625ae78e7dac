import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../../../test/world.ts";
import type { Db } from "../db/index.ts";
import { countInStatuses, foldCountsOfAllCustomers } from "./index.ts";

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const STATUSES = ["ACTIVE", "ARCHIVED"];

/** The counts according to the counter, and according to the rows. */
async function counts(customerId: number): Promise<{ kept: number[]; looked: number[] }> {
  const looked = async (db: Db, status: string) =>
    (
      await db
        .selectFrom("advertisers")
        .select("name")
        .where("customer_id", "=", customerId)
        .where("status", "=", status)
        .execute()
    ).length;
  return world.database.read({ customerId, reach: "tenant" }, async (db) => ({
    kept: await Promise.all(
      STATUSES.map((one) => countInStatuses(db, { customerId, list: "advertisers", statuses: [one] })),
    ),
    looked: await Promise.all(STATUSES.map((one) => looked(db, one))),
  }));
}

test("whatever writes to a list, its counter equals the number of rows, before and after it is folded", async () => {
  const buyer = await world.caller("BUYER");
  const { customerId } = buyer;
  const neighbour = await world.caller("BUYER");
  const make = (name: string) => buyer.post("/buyer/advertisers", { name, brand: `${name}.example` });
  // Many concurrently, because a write that waited for another would be noticed.
  const made = await Promise.all(Array.from({ length: 30 }, (_, index) => make(`a${index}`)));
  expect(made.map(({ status }) => status)).toEqual(made.map(() => 201));
  for (const { data } of made.slice(0, 5))
    expect((await buyer.delete(`/buyer/advertisers/${data.id}`)).status).toBeLessThan(300);
  await neighbour.post("/buyer/advertisers", { name: "theirs", brand: "theirs.example" });
  const change = (statement: ReturnType<typeof sql>) =>
    world.database.write({ customerId, reach: "tenant" }, (db) => statement.execute(db));
  await change(sql`update advertisers set status = 'ARCHIVED' where customer_id = ${customerId} and name like 'a1%'`);
  await change(sql`update advertisers set name = name || '!' where customer_id = ${customerId}`);
  const broken = change(sql`with gone as (delete from advertisers where customer_id = ${customerId}) select 1 / 0`);
  await expect(broken).rejects.toThrow("division by zero");
  await change(sql`delete from advertisers where customer_id = ${customerId} and name like 'a29%'`);
  const before = await counts(customerId);
  expect(before.kept).toEqual(before.looked);
  expect(before.kept.every((count) => count > 0)).toBe(true);
  await Promise.all([1, 2, 3].map(() => world.database.writeInstallation(foldCountsOfAllCustomers)));
  expect(await counts(customerId)).toEqual(before);
  const { rows } = await world.database.readInstallation((db) =>
    sql<{ kept: number }>`select count(*) as kept from list_counts where customer_id = ${customerId}`.execute(db),
  );
  expect(rows).toEqual([{ kept: 2 }]);
  expect((await counts(neighbour.customerId)).kept).toEqual([1, 0]);
});
