import { once } from "node:events";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listDriftOfAllCustomers } from "../../src/supply/modular/ledger/store.ts";
import { avail, type ModularFixture, openModularFixture, stock } from "../../src/supply/modular/modular.fixture.ts";
import { openWorld, type World } from "../world.ts";
import type { Reservations } from "./reserving-victim.ts";
import { partsForVictim, spawnVictim } from "./victims.ts";

/** A server that takes reservations is killed with -9 in the middle of them, again and again. */
const AVAILS = ["a", "b", "c"];
const CAPACITY = 3_000;

let world: World;
let desk: ModularFixture;
beforeAll(async () => {
  world = await openWorld();
  desk = await openModularFixture(world);
  await stock(desk, ...AVAILS.map((id) => avail(id, { impressionsCapacity: CAPACITY })));
});
afterAll(() => world.close());

/** Lets a victim work until it has reported this many results; returns what it had acknowledged by then. */
async function reserveAndDie(lines: number): Promise<readonly (readonly string[])[]> {
  const orders: Reservations = { ...partsForVictim(world), key: desk.seller.key, path: desk.path, availIds: AVAILS };
  const victim = spawnVictim("./reserving-victim.ts", orders);
  const said: string[][] = [];
  const dead = once(victim, "exit");
  createInterface({ input: victim.stdout }).on("line", (line) => {
    if (line === "ready") return void victim.stdin.write("go\n");
    said.push(line.split(" "));
    if (said.length === lines) victim.kill("SIGKILL");
  });
  await dead;
  return said;
}

test.each([5, 23, 60, 111])(
  "killed after %d answers, no impression is lost, sold twice, or forgotten",
  async (lines) => {
    const said = await reserveAndDie(lines);
    expect(said.length).toBeGreaterThanOrEqual(lines);
    const bookings = await world.database.readInstallation((db) =>
      db.selectFrom("modular_bookings").select(["media_buy_id", "status"]).execute(),
    );
    const statusOf = new Map(bookings.map((row) => [row.media_buy_id, row.status]));
    const broken = said.filter(([what, mediaBuyId = "", status = "200"]) => {
      const now = statusOf.get(mediaBuyId);
      if (what === "held") return now === undefined;
      return status === "200" && now !== (what === "booked" ? "BOOKED" : "RELEASED");
    });
    expect(broken).toEqual([]);
    expect(await world.database.readInstallation((db) => listDriftOfAllCustomers(db))).toEqual([]);
    const avails = await world.database.readInstallation((db) =>
      db.selectFrom("modular_avails").select(["held", "booked"]).execute(),
    );
    for (const { held, booked } of avails) expect(held + booked).toBeLessThanOrEqual(CAPACITY);
  },
);
