import { afterAll, beforeAll, expect, test } from "vitest";
import { doJobs, makeEverythingDue } from "../../../../../test/jobs.ts";
import { sweep } from "../../../../../test/sweep.ts";
import { openWorld, type World } from "../../../../../test/world.ts";
import { frozenClock } from "../../../../ground/kernel/clock.ts";
import { avail, type ModularFixture, ok, openModularFixture, stock } from "../../modular.fixture.ts";

const clock = frozenClock(new Date("2026-05-01T09:00:00Z"));

let world: World;
beforeAll(async () => void (world = await openWorld({ clock })));
afterAll(() => world.close());

const FLIGHT = { startTime: "2026-05-10", endTime: "2026-05-20" };

/** A source whose simulated order system has booked this many buys, and is polled every hour. */
async function polling(buys: number): Promise<ModularFixture> {
  clock.set(new Date("2026-05-01T09:00:00Z"));
  const desk = await openModularFixture(world);
  await stock(desk, avail("a", FLIGHT));
  const config = { endpointUrl: "https://oms.example" };
  ok(await desk.post("/modules", { contractId: "sim-oms:v1", config }));
  ok(await desk.post("/modules/traffic-1/credentials/API_KEY", { auth: { apiKey: "key" } }));
  ok(await desk.post("/modules", { contractId: "sim-oms-status:v1", config: { pollMinutes: 60 } }));
  for (let at = 0; at < buys; at += 1) {
    const buy = { mediaBuyId: `mb-${at}`, buyerCustomerId: 7001, availId: "a" };
    ok(await desk.post("/reservations", { ...buy, requestedImpressions: 10 }));
    ok(await desk.post("/bookings/finalize", { ...buy, creative: { clientCopyMasterRef: "copy" } }));
  }
  await makeEverythingDue(world);
  await doJobs(world);
  return desk;
}

async function sweepAt(time: string) {
  clock.set(new Date(time));
  await sweep(world);
}

/** The statuses of orders and when each was last polled, with the number of orders. */
async function standing({ place }: ModularFixture) {
  const rows = await world.database.readInstallation((db) =>
    db
      .selectFrom("modular_bookings")
      .select(["upstream_status as status", "upstream_checked_at as asked"])
      .where("customer_id", "=", place.customerId)
      .execute(),
  );
  const counts = new Map<string, number>();
  for (const { status, asked } of rows) {
    const said = `${status} ${asked?.toISOString() ?? "never"}`;
    counts.set(said, (counts.get(said) ?? 0) + 1);
  }
  return Object.fromEntries(counts);
}

test("orders are polled upstream as often as the module says, until they are over", async () => {
  const desk = await polling(1);
  expect(await standing(desk)).toEqual({ "null never": 1 });
  await sweepAt("2026-05-01T09:30:00Z");
  expect(await standing(desk)).toEqual({ "null never": 1 });
  await sweepAt("2026-05-01T10:00:00Z");
  expect(await standing(desk)).toEqual({ "BOOKED 2026-05-01T10:00:00.000Z": 1 });
  await sweepAt("2026-05-01T10:59:00Z");
  expect(await standing(desk)).toEqual({ "BOOKED 2026-05-01T10:00:00.000Z": 1 });
  await sweepAt("2026-05-12T00:00:00Z");
  expect(await standing(desk)).toEqual({ "LIVE 2026-05-12T00:00:00.000Z": 1 });
  await sweepAt("2026-05-21T00:00:00Z");
  expect(await standing(desk)).toEqual({ "ENDED 2026-05-21T00:00:00.000Z": 1 });
  await sweepAt("2026-05-22T00:00:00Z");
  expect(await standing(desk)).toEqual({ "ENDED 2026-05-21T00:00:00.000Z": 1 });
});

test("if there are more orders than one run polls, none is forgotten", async () => {
  const desk = await polling(90);
  await sweepAt("2026-05-12T00:00:00Z");
  expect(await standing(desk)).toEqual({ "LIVE 2026-05-12T00:00:00.000Z": 90 });
});

test("a disabled module polls nobody", async () => {
  const desk = await polling(1);
  const off = { config: {}, status: "DISABLED" };
  ok(await desk.seller.patch(`${desk.path}/modules/status-1/config`, off));
  await sweepAt("2026-05-12T00:00:00Z");
  expect(await standing(desk)).toEqual({ "null never": 1 });
});
