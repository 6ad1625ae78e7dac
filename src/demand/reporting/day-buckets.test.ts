import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../../../test/world.ts";
import { DAY_MS, frozenClock } from "../../ground/kernel/clock.ts";
import { buyerIn, deliverIn, sellIn } from "./reporting.fixture.ts";

/** Zones that change their clocks by an hour or half an hour, or at midnight, and zones on both sides of the equator. */
const ZONES = ["Europe/Berlin", "America/New_York", "America/Santiago", "Australia/Lord_Howe", "Asia/Beirut", "UTC"];
/** Covers both clock changes of a winter. */
const [FIRST, LAST] = ["2025-10-15", "2026-04-10"];
const DAYS = daysFrom(FIRST, LAST);

let world: World;
beforeAll(async () => void (world = await openWorld({ clock: frozenClock(new Date("2026-04-12T12:00:00Z")) })));
afterAll(() => world.close());
const { TZ } = process.env;
afterEach(() => {
  if (TZ === undefined) delete process.env.TZ;
  else process.env.TZ = TZ;
});

function daysFrom(first: string, last: string): string[] {
  const [from, to] = [Date.parse(first), Date.parse(last)];
  return Array.from({ length: (to - from) / DAY_MS + 1 }, (_, n) =>
    new Date(from + n * DAY_MS).toISOString().slice(0, 10),
  );
}

test.each(ZONES)(
  "each day of a seller in %s is one day of the report, wherever the server stands",
  async (timeZone) => {
    const { buyer, advertiserId } = await buyerIn(world, timeZone);
    const sold = await sellIn(world, buyer, advertiserId, timeZone);
    // Every day has a different figure, so that a day in the wrong place is noticed.
    await deliverIn(
      world,
      buyer,
      sold,
      DAYS.map((day, n) => ({ day, impressions: n + 1, timeZone })),
    );
    for (const where of ["UTC", timeZone, "Pacific/Kiritimati", "Pacific/Pago_Pago"]) {
      process.env.TZ = where;
      const range = `startDate=${FIRST}&endDate=${LAST}`;
      const { data } = await buyer.get(`/buyer/reporting/metrics?view=timeseries&${range}`);
      type Row = { date: string; metrics: { impressions: number } };
      expect(data.timeseries.map(({ date, metrics }: Row) => [date, metrics.impressions])).toEqual(
        DAYS.map((day, n) => [day, n + 1]),
      );
      expect(data).toMatchObject({ periodStart: FIRST, periodEnd: LAST, timeZone });
    }
  },
);
