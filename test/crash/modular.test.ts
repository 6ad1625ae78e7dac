import { once } from "node:events";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listDriftOfAllCustomers } from "../../src/supply/modular/ledger/store.ts";
import { agentOf, avail, callOf, type Desk, ok, openDesk, stock } from "../../src/supply/modular/modular.fixture.ts";
import { openWorld, type World } from "../world.ts";
import type { LastRequest } from "./statement-victim.ts";
import { partsForVictim, spawnVictim } from "./victims.ts";

/** A server is killed with -9 between the statements of a commit of a feed, and of the import of a report. */
let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

/** More than any of these requests sends; a process that reaches the end alive ends the series. */
const MOST_STATEMENTS = 60;
/** A full run (`CRASH_KILLS`) dies before every statement, any other before each third. */
const STRIDE = process.env.CRASH_KILLS ? 1 : 3;

type Ask = Pick<LastRequest, "path" | "payload">;

/** Lets a victim die over the request before its n-th statement; whether it lived to answer. */
async function askAndDie({ seller, path: below }: Desk, { path, payload }: Ask, diesBefore: number): Promise<boolean> {
  const key = seller.key;
  const last: LastRequest = { ...partsForVictim(world), key, path: `${below}${path}`, payload, diesBefore };
  const victim = spawnVictim("./statement-victim.ts", last);
  let said = "";
  victim.stdout.on("data", (part: Buffer) => void (said += part.toString()));
  const [, signal] = await once(victim, "exit");
  expect([signal, said]).toEqual(signal === null ? [null, "answered 200\n"] : ["SIGKILL", ""]);
  return signal === null;
}

/** Has victims die over it, each before the next statement, until one of them lives to answer; before which it would have died. */
async function dieAtEachStatement(lanes: number, die: (diesBefore: number) => Promise<boolean>): Promise<number> {
  let [next, answered] = [1, 0];
  const lane = async () => {
    while (answered === 0 && next <= MOST_STATEMENTS) {
      const diesBefore = next;
      next += STRIDE;
      if (await die(diesBefore)) answered = Math.max(answered, diesBefore);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return answered;
}

const drift = () => world.database.readInstallation((db) => listDriftOfAllCustomers(db));

async function availsOf({ place }: Desk) {
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
  const seen = new Set<string>();
  const answered = await dieAtEachStatement(3, async (diesBefore) => {
    const desk = await openDesk(world, { name: `Feed ${diesBefore}` });
    await stock(desk, avail("kept"), avail("old"));
    ok(
      await desk.post("/reservations", {
        mediaBuyId: "b",
        buyerCustomerId: 1,
        availId: "kept",
        requestedImpressions: 100,
      }),
    );
    const rawRows = [avail("kept", { impressionsCapacity: 50 }), avail("new")];
    const { uploadId } = ok(await desk.post("/avails-feed", { rawRows }));
    const payload = { uploadId, confirmed: true, fullReplacement: true };
    const lived = await askAndDie(desk, { path: "/avails-feed", payload }, diesBefore);
    const left = await availsOf(desk);
    seen.add(left.join());
    expect([BEFORE.join(), AFTER.join()]).toContain(left.join());
    expect(ok(await desk.post("/avails-feed", payload))).toMatchObject({ ingestedAvailCount: 2 });
    expect(await availsOf(desk)).toEqual(AFTER);
    // What is sold stays sold, and one item says that there is too little of it.
    expect(ok(await desk.get("/work-items?kind=CONFIRM_AVAILS")).items).toHaveLength(1);
    return lived;
  });
  expect(answered).toBeGreaterThan(10);
  expect(seen).toEqual(new Set([AFTER.join(), BEFORE.join()]));
  expect(await drift()).toEqual([]);
});

test("a report that is killed before any of its statements is delivery whole or not at all, and counts once when it is repeated", async () => {
  const seen = new Set<number>();
  const answered = await dieAtEachStatement(3, async (diesBefore) => {
    const desk = await openDesk(world, { name: `Report ${diesBefore}` });
    await stock(desk, avail("a"));
    const columnMapping = { day: "Day", bookingId: "Booking", impressions: "Imps" };
    const config = { columnMapping, reportCurrency: "USD" };
    ok(await desk.post("/modules", { contractId: "reporting-csv-import:v1", config }));
    const day = (days: number) => new Date(Date.now() + days * 86_400_000);
    const part = { buyerRef: "p", productId: "avail.a", pricingOptionId: "cpm", budget: "2000", currency: "USD" };
    const agent = agentOf(world, desk);
    const bought = await agent.createMediaBuy(
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
    const [booking] = await world.database.readInstallation((db) =>
      db.selectFrom("modular_bookings").select("booking_id").where("customer_id", "=", desk.place.customerId).execute(),
    );
    const rows = [1, 2].map((days) => `${day(days).toISOString().slice(0, 10)},${booking?.booking_id},30000`);
    const payload = { csvText: `Day,Booking,Imps\n${rows.join("\n")}\n` };
    const lived = await askAndDie(desk, { path: "/reports", payload }, diesBefore);
    const delivered = async () => {
      const days = { startDay: "2000-01-01", endDay: "2100-01-01" };
      const answer = await agent.getMediaBuyDelivery({ mediaBuyIds: ["ord_1"], ...days }, callOf(world));
      return answer.rows.reduce((sum, { impressions }) => sum + impressions, 0);
    };
    const told = () =>
      world.database.readInstallation((db) =>
        db
          .selectFrom("modular_bookings")
          .select("reported_impressions")
          .where("customer_id", "=", desk.place.customerId)
          .execute(),
      );
    const left = await delivered();
    seen.add(left);
    expect([0, 60_000]).toContain(left);
    expect(await told()).toEqual([{ reported_impressions: left === 0 ? null : 60_000 }]);
    ok(await desk.post("/reports", payload));
    expect(await delivered()).toBe(60_000);
    expect(await told()).toEqual([{ reported_impressions: 60_000 }]);
    return lived;
  });
  expect(answered).toBeGreaterThan(10);
  expect(seen).toEqual(new Set([0, 60_000]));
});
