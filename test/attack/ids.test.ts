import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../world.ts";

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const SINCE_MS = Date.UTC(2026, 0, 1);

test("an id says when something was made, and not how much was made in between", async () => {
  const buyer = await world.caller("BUYER");
  const make = async () => (await buyer.post("/buyer/advertisers", { name: "A", brand: "a.example" })).data;
  const [first, second] = [await make(), await make()];
  const [one, two] = [Number(first.id), Number(second.id)];
  expect(two).toBeGreaterThan(one);
  expect(Number.isSafeInteger(two)).toBe(true);
  // What is left of an id without its time is three bits that are sealed.
  for (const [id, { createdAt }] of [
    [one, first],
    [two, second],
  ] as const)
    expect(Math.abs(SINCE_MS + id / 8_000 - Date.parse(createdAt))).toBeLessThan(60_000);
});

test("concurrent inserts have unique ids, in the order of their creation", async () => {
  const ids = await world.database.writeInstallation(async (db) => {
    const { rows } = await sql<{ id: number }>`select new_id() as id from generate_series(1, 20000)`.execute(db);
    return rows.map(({ id }) => id);
  });
  expect(new Set(ids).size).toBe(20_000);
  expect(ids).toEqual(ids.toSorted((a, b) => a - b));
});

test("an old id still works", async () => {
  const buyer = await world.caller("BUYER");
  const { data } = await buyer.post("/buyer/advertisers", { name: "Old", brand: "old.example" });
  await world.database.writeInstallation((db) =>
    db.updateTable("advertisers").set({ advertiser_id: 7 }).where("advertiser_id", "=", Number(data.id)).execute(),
  );
  expect((await buyer.get("/buyer/advertisers/7")).data.name).toBe("Old");
  await buyer.post("/buyer/advertisers", { name: "New", brand: "new.example" });
  const { data: listed } = await buyer.get("/buyer/advertisers");
  expect(
    listed.items?.map(({ name }: { name: string }) => name) ??
      listed.advertisers.map(({ name }: { name: string }) => name),
  ).toEqual(["New", "Old"]);
});

test("nobody who serves requests can read what seals them", async () => {
  const asked = world.database.readInstallation((db) => db.selectFrom("id_key").selectAll().execute());
  await expect(asked).rejects.toThrow(/permission denied/);
});
