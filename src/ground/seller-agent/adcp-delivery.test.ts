import { describe, expect, test } from "vitest";
import { fromAdcpDelivery } from "./adcp-delivery.ts";

const ASKED = { mediaBuyIds: ["mb_1"], startDay: "2026-03-01", endDay: "2026-03-02" };
const DAYS = [
  { date: "2026-02-28", impressions: 1, spend: 1 },
  { date: "2026-03-01", impressions: 1000, clicks: 3, spend: 12.01 },
  { date: "2026-03-02", impressions: 500, spend: "6.1" },
];

function report(...byPackage: object[]): Record<string, unknown> {
  return {
    reporting_period: { start: "2026-03-01T00:00:00Z", end: "2026-03-02T23:59:59Z" },
    currency: "EUR",
    media_buy_deliveries: [
      { media_buy_id: "mb_1", status: "active", totals: {}, by_package: byPackage, daily_breakdown: DAYS },
    ],
  };
}

describe("a delivery report", () => {
  test("with a daily breakdown gives a row for each day that was asked for", () => {
    const { rows, currency, timeZone } = fromAdcpDelivery(
      report({ package_id: "p", spend: 19.11, daily_breakdown: DAYS }),
      ASKED,
      "S",
    );
    expect({ currency, timeZone }).toEqual({ currency: "EUR", timeZone: "UTC" });
    expect(rows).toMatchObject([
      { day: "2026-03-01", impressions: 1000, clicks: 3, spend: "12.01", final: false },
      { day: "2026-03-02", impressions: 500, clicks: 0, spend: "6.1" },
    ]);
  });

  test("of a buy with one package takes the buy's days for the package's", () => {
    expect(fromAdcpDelivery(report({ package_id: "p", spend: 18.11 }), ASKED, "S").rows.map(({ day }) => day)).toEqual([
      "2026-03-01",
      "2026-03-02",
    ]);
  });

  test("without days stands on the first day of its period, so that the next report replaces it", () => {
    const { rows } = fromAdcpDelivery(
      report({ package_id: "p", spend: 3 }, { package_id: "q", spend: 4, is_final: true }),
      ASKED,
      "S",
    );
    expect(rows).toMatchObject([
      { packageId: "p", day: "2026-03-01", spend: "3", final: false },
      { packageId: "q", day: "2026-03-01", spend: "4", final: true },
    ]);
  });

  test("is refused in several currencies: they are never added", () => {
    const mixed = report(
      { package_id: "p", spend: 3, currency: "EUR" },
      { package_id: "q", spend: 4, currency: "USD" },
    );
    expect(() => fromAdcpDelivery(mixed, ASKED, "S")).toThrow(/several currencies/);
  });
});
