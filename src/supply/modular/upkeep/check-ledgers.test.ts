import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { doJobs } from "../../../../test/jobs.ts";
import { openWorld, type World } from "../../../../test/world.ts";
import { schedules } from "../../../main/areas.ts";
import { avail, ok, openModularFixture, stock } from "../modular.fixture.ts";
import { checkLedgers } from "./check-ledgers.ts";

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

/** Runs the nightly jobs. */
async function night() {
  const { installation, random, clock } = world.host;
  await world.database.writeInstallation((db) =>
    checkLedgers.handle(db, {
      wall: clock.now(),
      installation,
      random,
      enqueue: (step, input, options) => world.jobs.enqueue(db, step, input, options),
    }),
  );
  await doJobs(world);
}

test("sums that differ from their bookings are found at night, corrected and logged; others stay untouched", async () => {
  expect(schedules).toContain(checkLedgers);
  const desk = await openModularFixture(world);
  await stock(desk, avail("booked"), avail("held"), avail("empty"), avail("right"));
  const buy = (mediaBuyId: string, availId: string) => ({ mediaBuyId, buyerCustomerId: 1, availId });
  for (const availId of ["booked", "held", "right"])
    ok(await desk.post("/reservations", { ...buy(availId, availId), requestedImpressions: 100 }));
  for (const availId of ["booked", "right"]) ok(await desk.post("/bookings/finalize", buy(availId, availId)));
  const client = new pg.Client({ connectionString: world.databaseUrl });
  await client.connect();
  const wrong = { booked: "held = 7", held: "held = 0", empty: "booked = 5" };
  for (const [availId, sums] of Object.entries(wrong))
    await client.query(`update modular_avails set ${sums} where avail_id = $1`, [availId]);
  await client.end();
  await night();
  const rows = await world.database.readInstallation((db) =>
    db.selectFrom("modular_avails").select(["avail_id", "held", "booked"]).orderBy("avail_id").execute(),
  );
  expect(rows).toEqual([
    { avail_id: "booked", held: 0, booked: 100 },
    { avail_id: "empty", held: 0, booked: 0 },
    { avail_id: "held", held: 100, booked: 0 },
    { avail_id: "right", held: 0, booked: 100 },
  ]);
  const { logs } = ok(await desk.seller.get("/audit-logs?resourceTypes=AVAIL"));
  expect(logs.map(({ resourceId }: { resourceId: string }) => resourceId).sort()).toEqual(["booked", "empty", "held"]);
});
