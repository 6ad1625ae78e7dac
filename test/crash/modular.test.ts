import { once } from "node:events";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listDriftOfAllCustomers } from "../../src/supply/modular/ledger/store.ts";
import {
  agentOf,
  avail,
  callOf,
  type ModularFixture,
  ok,
  openModularFixture,
  stock,
} from "../../src/supply/modular/modular.fixture.ts";
import { openWorld, type World } from "../world.ts";
import type { LastRequests } from "./statement-victim.ts";
import { partsForVictim, spawnVictim } from "./victims.ts";

/** A server is killed with -9 between the statements of a commit of a feed, and of the import of a report. */
let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

/** More than any of these requests sends; a full run (`CRASH_KILLS`) dies before every statement, any other before each third. */
const MOST_STATEMENTS = 46;
const STRIDE = process.env.CRASH_KILLS ? 1 : 3;
const PLACES = Array.from({ length: MOST_STATEMENTS / STRIDE }, (_, place) => 1 + place * STRIDE);

interface Deadly {
  readonly desk: ModularFixture;
  /** Below the source's own path. */
  readonly path: string;
  readonly payload: object;
}

/** One server gets all of the requests and is killed with -9, each of them one statement later than the one before; returns which were answered. */
async function askAndDie(asked: readonly Deadly[]): Promise<readonly boolean[]> {
  const { parts, ...rest } = partsForVictim(world);
  const requests = asked.map(({ desk, path, payload }, place) => ({
    key: desk.seller.key,
    path: `${desk.path}${path}`,
    payload,
    diesBefore: PLACES[place] ?? 1,
  }));
  // A process that stops inside a transaction keeps its connection.
  const orders: LastRequests = { ...rest, parts: { ...parts, poolSize: requests.length + 8 }, requests };
  const victim = spawnVictim("./statement-victim.ts", orders);
  const [said, [, signal]] = await Promise.all([text(victim.stdout), once(victim, "exit")]);
  expect(signal).toBe("SIGKILL");
  const statuses = JSON.parse(said) as readonly (number | null)[];
  expect(statuses.filter((status) => status !== null && status !== 200)).toEqual([]);
  const lived = statuses.map((status) => status !== null);
  // It dies at every statement up to the last; after that, nothing kills it.
  expect(lived).toEqual(lived.toSorted((one, other) => Number(one) - Number(other)));
  expect(lived.filter((alive) => !alive).length).toBeGreaterThan(10 / STRIDE);
  expect(lived.at(-1)).toBe(true);
  return lived;
}

const drift = () => world.database.readInstallation((db) => listDriftOfAllCustomers(db));

async function availsOf({ place }: ModularFixture) {
  const rows = await world.database.readInstallation((db) =>
    db
      .selectFrom("modular_avails")
      .select(["avail_id", "impressions_capacity", "withdrawn", "held"])
      .where("customer_id", "=", place.customerId)
      .orderBy("avail_id")
      .execute(),
  );
  return rows.map(
    (row) => `${row.avail_id} ${row.impressions_capacity}${row.withdrawn ? " withdrawn" : ""} ${row.held}`,
  );
}

const BEFORE = ["kept 1000000 100", "old 1000000 0"];
const AFTER = ["kept 50 100", "new 1000000 0", "old 1000000 withdrawn 0"];

test("a commit of a feed that is killed before any of its statements is there whole or not at all, and can be repeated", async () => {
  const asked = await Promise.all(
    PLACES.map(async (place) => {
      const desk = await openModularFixture(world, { name: `Feed ${place}` });
      await stock(desk, avail("kept"), avail("old"));
      const held = { mediaBuyId: "b", buyerCustomerId: 1, availId: "kept", requestedImpressions: 100 };
      ok(await desk.post("/reservations", held));
      const rawRows = [avail("kept", { impressionsCapacity: 50 }), avail("new")];
      const { uploadId } = ok(await desk.post("/avails-feed", { rawRows }));
      return { desk, path: "/avails-feed", payload: { uploadId, confirmed: true, fullReplacement: true } };
    }),
  );
  await askAndDie(asked);
  const seen = new Set<string>();
  for (const { desk, payload } of asked) {
    const left = await availsOf(desk);
    seen.add(left.join());
    expect([BEFORE.join(), AFTER.join()]).toContain(left.join());
    expect(ok(await desk.post("/avails-feed", payload))).toMatchObject({ ingestedAvailCount: 2 });
    expect(await availsOf(desk)).toEqual(AFTER);
    // Sold impressions stay sold, and one work item reports the shortage.
    expect(ok(await desk.get("/work-items?kind=CONFIRM_AVAILS")).items).toHaveLength(1);
  }
  expect(seen).toEqual(new Set([AFTER.join(), BEFORE.join()]));
  expect(await drift()).toEqual([]);
});

const day = (days: number) => new Date(Date.now() + days * 86_400_000);
const bookingsOf = ({ place }: ModularFixture) =>
  world.database.readInstallation((db) =>
    db
      .selectFrom("modular_bookings")
      .select(["booking_id", "reported_impressions"])
      .where("customer_id", "=", place.customerId)
      .execute(),
  );

/** A desk that has sold a booking, and a report of two days of it. */
async function openReported(name: string): Promise<Deadly> {
  const desk = await openModularFixture(world, { name });
  await stock(desk, avail("a"));
  const columnMapping = { day: "Day", bookingId: "Booking", impressions: "Imps" };
  const config = { columnMapping, reportCurrency: "USD" };
  ok(await desk.post("/modules", { contractId: "reporting-csv-import:v1", config }));
  const part = { buyerRef: "p", productId: "avail.a", pricingOptionId: "cpm", budget: "2000", currency: "USD" };
  const bought = await agentOf(world, desk).createMediaBuy(
    {
      idempotencyKey: crypto.randomUUID(),
      buyerRef: "ord_1",
      name: "Killed",
      flight: { start: day(1), end: day(5) },
      packages: [{ ...part, bidPrice: null, pacing: "even" }],
    },
    callOf(world),
  );
  expect(bought.kind).toBe("done");
  const [booking] = await bookingsOf(desk);
  const rows = [1, 2].map((days) => `${day(days).toISOString().slice(0, 10)},${booking?.booking_id},30000`);
  return { desk, path: "/reports", payload: { csvText: `Day,Booking,Imps\n${rows.join("\n")}\n` } };
}

async function deliveredOf(desk: ModularFixture): Promise<number> {
  const days = { startDay: "2000-01-01", endDay: "2100-01-01" };
  const answer = await agentOf(world, desk).getMediaBuyDelivery({ mediaBuyIds: ["ord_1"], ...days }, callOf(world));
  return answer.rows.reduce((sum, { impressions }) => sum + impressions, 0);
}

test("a report that is killed before any of its statements is delivery whole or not at all, and counts once when it is repeated", async () => {
  const asked = await Promise.all(PLACES.map((place) => openReported(`Report ${place}`)));
  await askAndDie(asked);
  const seen = new Set<number>();
  const told = async (desk: ModularFixture) => (await bookingsOf(desk)).map((booking) => booking.reported_impressions);
  for (const { desk, payload } of asked) {
    const left = await deliveredOf(desk);
    seen.add(left);
    expect([0, 60_000]).toContain(left);
    expect(await told(desk)).toEqual([left === 0 ? null : 60_000]);
    ok(await desk.post("/reports", payload));
    expect(await deliveredOf(desk)).toBe(60_000);
    expect(await told(desk)).toEqual([60_000]);
  }
  expect(seen).toEqual(new Set([0, 60_000]));
});
