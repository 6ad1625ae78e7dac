import { describe, expect, test } from "vitest";
import { fromAdcpDelivery } from "./adcp-delivery.ts";
import { fromAdcpDeliveryWebhook, isDeliveryWebhook } from "./adcp-webhook.ts";

const ASKED = { mediaBuyIds: ["mb_1"], startDay: "2026-03-01", endDay: "2026-03-02" };
const DAYS = [
  { date: "2026-02-28", impressions: 1, spend: 1 },
  { date: "2026-03-01", impressions: 1000, clicks: 3, spend: 12.01, conversion_value: "81.50" },
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
  test("with a daily breakdown gives one row for each requested day", () => {
    const { rows, currency, timeZone } = fromAdcpDelivery(
      report({ package_id: "p", spend: 19.11, daily_breakdown: DAYS }),
      ASKED,
      "S",
    );
    expect({ currency, timeZone }).toEqual({ currency: "EUR", timeZone: "UTC" });
    expect(rows).toMatchObject([
      { day: "2026-03-01", impressions: 1000, clicks: 3, spend: "12.01", conversionValue: "81.5", final: false },
      { day: "2026-03-02", impressions: 500, clicks: 0, spend: "6.1", conversionValue: "0" },
    ]);
  });

  test("of a buy with one package uses the buy's days for the package", () => {
    expect(fromAdcpDelivery(report({ package_id: "p", spend: 18.11 }), ASKED, "S").rows.map(({ day }) => day)).toEqual([
      "2026-03-01",
      "2026-03-02",
    ]);
  });

  test("without days is stored on the first day of its period, so that the next report replaces it", () => {
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

  test("is refused if it has several currencies, which are never added", () => {
    const mixed = report(
      { package_id: "p", spend: 3, currency: "EUR" },
      { package_id: "q", spend: 4, currency: "USD" },
    );
    expect(() => fromAdcpDelivery(mixed, ASKED, "S")).toThrow(/several currencies/);
  });
});

describe("a delivery report that arrives by webhook", () => {
  const part = { package_id: "p", spend: 19.11, daily_breakdown: DAYS };

  test("is read bare, in an envelope and in an A2A task, with all its days", () => {
    const bare = report(part);
    const parts = [{ kind: "data", data: { timestamp: "2026-03-03T06:00:00Z", result: bare } }];
    const task = { kind: "task", id: "t", contextId: "c", status: { state: "completed" }, artifacts: [{ parts }] };
    for (const body of [bare, { task_id: "t", timestamp: "2026-03-03T06:00:00Z", result: bare }, task]) {
      expect(isDeliveryWebhook(body)).toBe(true);
      const pushed = fromAdcpDeliveryWebhook(body, "S");
      expect(pushed?.answer.rows.map(({ day }) => day)).toEqual(["2026-02-28", "2026-03-01", "2026-03-02"]);
      expect(pushed?.statedAt).toEqual(body === bare ? null : new Date("2026-03-03T06:00:00Z"));
    }
  });

  test("is not complete by itself if it contains only totals", () => {
    const totals = report(part, { package_id: "q", spend: 4 });
    expect(fromAdcpDeliveryWebhook(totals, "S")).toBeUndefined();
  });

  test.each([[null], ["text"], [{}], [{ task_id: "t", status: "completed", result: { media_buy_id: "mb_1" } }]])(
    "is not %j",
    (body) => {
      expect(isDeliveryWebhook(body)).toBe(false);
      expect(fromAdcpDeliveryWebhook(body, "S")).toBeUndefined();
    },
  );
});

test("a report that names no currency leaves it open", () => {
  const { currency: _, ...nameless } = report({ package_id: "p", spend: 3 });
  expect(fromAdcpDelivery(nameless, ASKED, "S").currency).toBeNull();
});
