import { expect, test } from "vitest";
import type { DeliveredPackage } from "../delivered/store.ts";
import { orderPaceOf } from "./pace.ts";
import type { SoldOrder } from "./sold-order.ts";

const DAY = (day: string) => new Date(`${day}T00:00:00Z`);
const PART = { packageId: "p", sellerPackageId: "s", canceled: false, budget: "1000", currency: "USD" };
const SOLD = {
  order: { flight: { start: DAY("2026-03-01"), end: DAY("2026-03-11") } },
  legs: [{ leg: { packages: [{ ...PART, startTime: null, endTime: null }] } }],
} as unknown as SoldOrder;

function paceAt(now: Date, lastDay: string) {
  const days = [{ packageId: "p", lastDay, revenue: "300" }] as unknown as DeliveredPackage[];
  return orderPaceOf(SOLD, days, now);
}

test("delivery is measured at the end of its last day, at the present while that day lasts, and on days that a seller's clock has yet to reach", () => {
  const noon = new Date("2026-03-03T12:00:00Z");
  expect(paceAt(noon, "2026-03-02")).toMatchObject({
    asOf: DAY("2026-03-03"),
    whole: { planned: "200", state: "ahead" },
  });
  expect(paceAt(noon, "2026-03-03")).toMatchObject({ asOf: noon, whole: { planned: "250" } });
  expect(paceAt(noon, "2026-03-08")).toMatchObject({
    asOf: DAY("2026-03-09"),
    whole: { planned: "800", state: "behind" },
  });
});
