import { afterAll, beforeAll, expect, test } from "vitest";
import { png } from "../../src/demand/creatives/media/files.fixture.ts";
import { type ModularFixture, ok, openModularFixture } from "../../src/supply/modular/modular.fixture.ts";
import { type Caller, openWorld, type World } from "../world.ts";
import { buyByCampaign, csvOf, day, openForBuyers, settle } from "./market-day.ts";

/**
 * A publisher with a spreadsheet, an order system that fails two times of three, and no people. Which attempts fail depends on ids that are new in
 * each run: of so many tasks, three hundredths of a per cent of all runs have none that fails three times.
 */
const BUYS = 8;
let world: World;
let operator: Caller;
beforeAll(async () => {
  world = await openWorld();
  operator = await world.caller("OPERATOR");
});
afterAll(() => world.close());

const CSV = [
  "avail_id,name,collection_id,collection_name,channel,start,end,net_impressions,cpm,currency,format_options,publisher_properties",
  `home,Home page,site,The site,display,${day(0).slice(0, 10)},${day(60).slice(0, 10)},9000000,10,USD,image,site.example`,
].join("\n");

async function openAutomatic(): Promise<ModularFixture> {
  const desk = await openModularFixture(world, { name: "Auto" });
  const config = { endpointUrl: "https://oms.example", failureRatePercent: 66, seed: "journey" };
  ok(await desk.post("/modules", { contractId: "sim-oms:v1", config }));
  ok(await desk.post("/modules/traffic-1/credentials/API_KEY", { auth: { apiKey: "a secret of the sandbox" } }));
  ok(await desk.post("/modules", { contractId: "sim-oms-status:v1", config: { pollMinutes: 720 } }));
  const columnMapping = { day: "Day", upstreamOrderId: "Order", impressions: "Delivered" };
  const reporting = { contractId: "reporting-csv-import:v1", config: { columnMapping, reportCurrency: "USD" } };
  ok(await desk.post("/modules", reporting));
  const { uploadId } = ok(await desk.post("/avails-feed", { csvText: CSV }));
  ok(await desk.post("/avails-feed", { uploadId, confirmed: true }));
  await openForBuyers(operator, desk);
  return desk;
}

const bookingsOf = ({ place }: ModularFixture) =>
  world.database.readInstallation((db) =>
    db
      .selectFrom("modular_bookings")
      .select(["status", "upstream_order_id", "creative_ref", "traffic_ref", "upstream_status"])
      .where("customer_id", "=", place.customerId)
      .execute(),
  );

test("buys are booked, shown, trafficked, followed and reported without a person, though most attempts fail", async () => {
  const desk = await openAutomatic();
  const buys = await Promise.all(
    Array.from({ length: BUYS }, async () => {
      const buyer = await world.caller("BUYER", { sandbox: true });
      const bought = await buyByCampaign(buyer, desk, "Home page", 1_000);
      ok(
        await buyer.post(`/buyer/campaigns/${bought.campaignId}/creatives/create`, {
          name: "Banner",
          linked_assets: [{ data_url: `data:image/png;base64,${png(300, 250).toString("base64")}` }],
          url_assets: [{ asset_id: "click_url", url: "https://acme.example/", url_type: "clickthrough" }],
        }),
      );
      return { buyer, ...bought };
    }),
  );
  for (let hour = 0; hour < 36; hour += 1) {
    await settle(world, 2);
    await Promise.all(buys.map(({ buyer }) => buyer.post("/sandbox/clock", { hours: 1 })));
  }
  const tasks = await world.database.readInstallation((db) =>
    db
      .selectFrom("modular_tasks")
      .select(["stage", "state", "attempts"])
      .where("customer_id", "=", desk.place.customerId)
      .execute(),
  );
  expect(tasks).toHaveLength(3 * BUYS);
  expect(tasks.filter(({ state }) => state !== "DONE")).toEqual([]);
  // Some attempts failed, some of them so often that people were asked; the module was faster than they were.
  expect(tasks.some(({ attempts }) => attempts > 3)).toBe(true);
  const { items } = ok(await desk.get("/work-items?status=OPEN,IN_PROGRESS,BLOCKED,COMPLETED&limit=100"));
  expect(items.length).toBeGreaterThan(0);
  expect(
    new Set(items.map(({ status, completedBy }: Record<string, string>) => `${status} by ${completedBy}`)),
  ).toEqual(new Set(["COMPLETED by traffic-1"]));
  expect((await bookingsOf(desk)).map(({ status, traffic_ref }) => [status, typeof traffic_ref])).toEqual(
    Array.from({ length: BUYS }, () => ["BOOKED", "string"]),
  );
  ok(await desk.seller.post("/sandbox/clock", { days: 4 }));
  await settle(world, 2);
  expect(new Set((await bookingsOf(desk)).map((one) => one.upstream_status))).toEqual(new Set(["LIVE"]));
  for (const { buyOf } of buys) expect(await buyOf()).toMatchObject({ status: "ACTIVE" });
  ok(await desk.seller.post("/sandbox/clock", { days: 9 }));
  await Promise.all(buys.map(({ buyer }) => buyer.post("/sandbox/clock", { days: 12 })));
  await settle(world, 2);
  const sold = await bookingsOf(desk);
  expect(new Set(sold.map((one) => one.upstream_status))).toEqual(new Set(["ENDED"]));
  // A program sends the order system's report.
  const rows = sold.map(({ upstream_order_id }) => `${day(3).slice(0, 10)},${upstream_order_id},100000`);
  const report = ok(await desk.post("/reports", { csvText: `Day,Order,Delivered\n${rows.join("\n")}\n` }));
  expect(report).toMatchObject({ deliveredImpressions: BUYS * 100_000, rejectedRows: [] });
  await Promise.all(buys.map(({ buyer }) => buyer.post("/sandbox/clock", { days: 1 })));
  await settle(world, 2);
  for (const { buyer, campaignId } of buys)
    expect(await csvOf(world, buyer, campaignId)).toMatchObject({ Impressions: "100000", Spend: "1000" });
  expect(ok(await desk.get("/work-items")).items).toEqual([]);
  expect(ok(await desk.get("/products")).products).toMatchObject([
    { bookedImpressions: BUYS * 100_000, heldImpressions: 0 },
  ]);
});
