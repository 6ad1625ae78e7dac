import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../../../../test/world.ts";
import { frozenClock } from "../../../ground/kernel/clock.ts";
import { agentOf, avail, callOf, type ModularFixture, ok, openModularFixture, stock } from "../modular.fixture.ts";

const clock = frozenClock(new Date("2026-05-01T09:00:00Z"));
let world: World;
beforeAll(async () => void (world = await openWorld({ clock })));
afterAll(() => world.close());

const MAPPING = { day: "Date", bookingId: "Booking", impressions: "Imps", clicks: "Clicks", spend: "Cost" };

/** A source that has sold 100,000 impressions at 20 USD over three days, and accepts reports. */
async function sold(columnMapping: object = MAPPING) {
  clock.set(new Date("2026-05-01T09:00:00Z"));
  const desk = await openModularFixture(world);
  await stock(desk, avail("a"));
  ok(
    await desk.post("/modules", {
      contractId: "reporting-csv-import:v1",
      config: { columnMapping, reportCurrency: "USD" },
    }),
  );
  const agent = agentOf(world, desk);
  const flight = { start: new Date("2026-05-10T00:00:00Z"), end: new Date("2026-05-13T00:00:00Z") };
  const part = { buyerRef: "p", productId: "avail.a", pricingOptionId: "cpm", budget: "2000", currency: "USD" };
  const packages = [{ ...part, bidPrice: null, pacing: "even" as const }];
  const request = { idempotencyKey: crypto.randomUUID(), buyerRef: "ord_1", name: "May", flight, packages };
  const outcome = await agent.createMediaBuy(request, callOf(world));
  if (outcome.kind !== "done") throw new Error(`not sold: ${JSON.stringify(outcome)}`);
  const [row] = await world.database.readInstallation((db) =>
    db.selectFrom("modular_bookings").select("booking_id").where("customer_id", "=", desk.place.customerId).execute(),
  );
  const delivered = async () => {
    const days = { startDay: "2026-05-01", endDay: "2026-05-31" };
    const { rows } = await agent.getMediaBuyDelivery({ mediaBuyIds: ["ord_1"], ...days }, callOf(world));
    return rows.map(({ day, impressions, spend }) => [day, impressions, spend]);
  };
  return { desk, bookingId: row?.booking_id ?? "", delivered };
}

const send = (desk: ModularFixture, csvText: string) => desk.post("/reports", { csvText });

test("the buyer reads a report exactly, to the cent; importing the file again changes nothing, and a restated day replaces the old one", async () => {
  const { desk, bookingId, delivered } = await sold();
  const csv = `Date;Booking;Imps;Clicks;Cost\n2026-05-10;${bookingId};30 000;12;600,01\n2026-05-11;${bookingId};35000;9;`;
  expect(ok(await send(desk, csv))).toMatchObject({ changed: true, deliveredImpressions: 65_000, rejectedRows: [] });
  const first = [
    ["2026-05-10", 30_000, "600.01"],
    ["2026-05-11", 35_000, "700"],
  ];
  expect(await delivered()).toEqual(first);
  expect(ok(await send(desk, csv))).toMatchObject({ changed: false });
  expect(await delivered()).toEqual(first);
  ok(await send(desk, `Date,Booking,Imps,Cost\n2026-05-11,${bookingId},34999,699.98`));
  expect(await delivered()).toEqual([first[0], ["2026-05-11", 34_999, "699.98"]]);
});

test("running totals become days, even over several reports, and a total that has shrunk is refused", async () => {
  const { desk, bookingId, delivered } = await sold({ ...MAPPING, totals: "running" });
  ok(await send(desk, `Date,Booking,Imps\n2026-05-10,${bookingId},30000\n2026-05-11,${bookingId},65000`));
  ok(await send(desk, `Date,Booking,Imps\n2026-05-12,${bookingId},100000`));
  expect(await delivered()).toEqual([
    ["2026-05-10", 30_000, "600"],
    ["2026-05-11", 35_000, "700"],
    ["2026-05-12", 35_000, "700"],
  ]);
  const shrunk = ok(await send(desk, `Date,Booking,Imps\n2026-05-12,${bookingId},60000`));
  expect(shrunk).toMatchObject({ changed: false, rejectedRows: [{ message: expect.stringContaining("65000") }] });
});

test("a row names its booking by the upstream order, or by its package with or without its avail", async () => {
  const columns = { day: "Day", upstreamOrderId: "Order", packageId: "Package", availId: "Avail", impressions: "Imps" };
  const { desk, bookingId, delivered } = await sold(columns);
  const [{ package_id } = { package_id: null }] = await world.database.readInstallation((db) =>
    db.selectFrom("modular_bookings").select("package_id").where("booking_id", "=", bookingId).execute(),
  );
  const rows = [
    `2026-05-10,,${package_id},,1000`,
    `2026-05-11,,${package_id},a,2000`,
    `2026-05-12,,${package_id},b,4000`,
    `2026-05-12,unknown,${package_id},a,8000`,
  ];
  const { rejectedRows } = ok(await send(desk, `Day,Order,Package,Avail,Imps\n${rows.join("\n")}`));
  expect(rejectedRows.map(({ rowNumber }: { rowNumber: number }) => rowNumber)).toEqual([3, 4]);
  expect(await delivered()).toEqual([
    ["2026-05-10", 1_000, "20"],
    ["2026-05-11", 2_000, "40"],
  ]);
});

test("each invalid row is reported with its number, its column and its value", async () => {
  const { desk, bookingId, delivered } = await sold();
  const rows = [
    `2026-05-10,${bookingId},30000`,
    `10/05/2026,${bookingId},1`,
    `2026-05-10,,1`,
    `2026-05-10,bk_none,1`,
    `2026-05-11,${bookingId},many`,
  ];
  const { rejectedRows } = ok(await send(desk, `Date,Booking,Imps\n${rows.join("\n")}`));
  expect(rejectedRows).toMatchObject([
    { rowNumber: 2, column: "Date", value: "10/05/2026" },
    { rowNumber: 3, column: "Booking" },
    { rowNumber: 5, column: "Imps", value: "many" },
    { rowNumber: 4, value: "bk_none" },
  ]);
  expect(await delivered()).toHaveLength(1);
});

test("once a flight is over its report is requested, and the report completes the item; a large deviation is checked by a person", async () => {
  const { desk, bookingId, delivered } = await sold();
  clock.set(new Date("2026-05-13T00:00:01Z"));
  await desk.tick();
  await desk.tick();
  const { items } = ok(await desk.get("/work-items?kind=UPLOAD_FINAL_REPORT"));
  expect(items).toHaveLength(1);
  const reported = ok(await send(desk, `Date,Booking,Imps\n2026-05-10,${bookingId},80000`));
  expect(reported.completedWorkItems).toEqual([items[0].id]);
  expect(await delivered()).toEqual([["2026-05-10", 80_000, "1600"]]);
  const { items: off } = ok(await desk.get("/work-items?kind=GENERAL"));
  expect(off).toMatchObject([{ title: expect.stringContaining("20.0 % less"), resourceId: bookingId }]);
  ok(await send(desk, `Date,Booking,Imps\n2026-05-11,${bookingId},18000`));
  expect(ok(await desk.get("/work-items?kind=GENERAL")).items).toEqual([]);
});

test("a total that a person enters counts as delivered on the last day of the flight", async () => {
  const { desk, delivered } = await sold();
  clock.set(new Date("2026-05-14T00:00:00Z"));
  await desk.tick();
  const { items } = ok(await desk.get("/work-items?kind=UPLOAD_FINAL_REPORT"));
  const result = { reportId: "final", deliveredImpressions: 99_000 };
  ok(await desk.post(`/work-items/${items[0].id}/complete`, { result }));
  expect(await delivered()).toEqual([["2026-05-12", 99_000, "1980"]]);
  expect(ok(await desk.get("/work-items")).items).toEqual([]);
});

test("a source without a module for reports says so, and its template has a line for each booking", async () => {
  const { desk, bookingId } = await sold();
  const template = ok(await desk.get("/reports/template"));
  expect(template.content).toContain(bookingId);
  const bare = await openModularFixture(world);
  expect(await send(bare, "a,b\n1,2")).toMatchObject({ status: 400, error: { code: "INVALID_STATE" } });
});
