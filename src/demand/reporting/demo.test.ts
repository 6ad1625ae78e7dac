import { afterAll, beforeAll, expect, test } from "vitest";
import { type Caller, openWorld, type World } from "../../../test/world.ts";
import { frozenClock } from "../../ground/kernel/clock.ts";

const clock = frozenClock(new Date("2026-01-21T12:00:00Z"));

let world: World;
let buyer: Caller;
beforeAll(async () => {
  world = await openWorld({ clock });
  buyer = await world.caller("BUYER");
});
afterAll(() => world.close());

const demo = async (query = "", who = buyer) => (await who.get(`/buyer/reporting/metrics?demo=true${query}`)).data;

test("made-up figures are marked, are the same for everybody, and do not affect what was delivered", async () => {
  const report = await demo();
  expect(report).toMatchObject({ demo: true, currency: "USD", periodStart: "2026-01-15", periodEnd: "2026-01-21" });
  expect(report.totals.impressions).toBeGreaterThan(0);
  expect(await demo("", await world.caller("BUYER"))).toEqual(report);
  const real = (await buyer.get("/buyer/reporting/metrics")).data;
  expect(real).toMatchObject({ demo: false, advertisers: [], totals: { impressions: 0 } });
});

test("a made-up day is the same in every report that contains it, and the series adds up to the summary", async () => {
  const [week, month] = [await demo("&view=timeseries"), await demo("&view=timeseries&days=30")];
  expect(month.timeseries).toEqual(expect.arrayContaining(week.timeseries));
  expect((await demo()).totals).toEqual(week.totals);
  expect((await demo("&days=0")).periodStart).toBe("2025-10-24");
});

test("made-up figures respect the filters, whose ids must exist", async () => {
  const { data } = await buyer.post("/buyer/advertisers", { name: "Acme", brand: "acme.example" });
  const { advertisers } = await demo(`&advertiserId=${data.id}`);
  expect(advertisers).toMatchObject([{ advertiserId: data.id, name: "Demo advertiser" }]);
  expect((await buyer.get("/buyer/reporting/metrics?demo=true&campaignId=cmp_none")).status).toBe(404);
});

test("a download of made-up figures is also made up", async () => {
  const { downloadUrl, rowCount } = await demo("&download=true");
  const url = downloadUrl.slice("http://localhost:4000".length);
  const lines = (await world.app.inject({ method: "GET", url })).body.trim().split("\r\n");
  expect(lines).toHaveLength(rowCount + 1);
  expect(lines[1]).toContain("Demo advertiser");
});
