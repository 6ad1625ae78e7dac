import { afterAll, beforeAll, expect, test } from "vitest";
import { type Caller, openWorld, type World } from "../../../test/world.ts";
import { frozenClock } from "../../ground/kernel/clock.ts";
import type { DeliveryDay } from "../delivery/index.ts";
import { buyerIn, deliverIn, linesOf, type Sold, sellIn } from "./reporting.fixture.ts";

const clock = frozenClock(new Date("2026-01-21T12:00:00Z"));

let world: World;
beforeAll(async () => void (world = await openWorld({ clock })));
afterAll(() => world.close());

const sell = (buyer: Caller, advertiserId: number, name?: string) => sellIn(world, buyer, advertiserId, name);
const deliver = (buyer: Caller, sold: Sold, days: readonly Partial<DeliveryDay>[]) =>
  deliverIn(world, buyer, sold, days);

const buyerWithAdvertiser = (name?: string) => buyerIn(world, name);
const metrics = (buyer: Caller, query = "") => buyer.get(`/buyer/reporting/metrics${query}`);

test("a summary states what was delivered at every level, under both generations of names", async () => {
  const { buyer, advertiserId } = await buyerWithAdvertiser();
  const sold = await sell(buyer, advertiserId);
  await deliver(buyer, sold, [
    { day: "2026-01-19" },
    { day: "2026-01-20", packageId: `${sold.mediaBuyId}.p2`, impressions: 500, spend: "0.20", final: false },
    { day: "2026-01-01", impressions: 999 },
  ]);
  const { status, data } = await metrics(buyer, "?startDate=2026-01-15&endDate=2026-01-21");
  const totals = {
    impressions: 1500,
    spend: 10.3,
    clicks: 8,
    views: 1400,
    completedViews: 500,
    conversions: 2,
    leads: 0,
    videoCompletions: 500,
    ecpm: 6.866667,
    cpc: 1.2875,
    ctr: 0.005333,
    completionRate: 0.333333,
    conversionValue: 121.2,
    cpa: 5.15,
    roas: 11.76699,
  };
  const figures = { currency: "USD", totals, metrics: totals };
  const freshness = { deliveredThrough: "2026-01-20", reportedAt: "2026-01-21T06:00:00.000Z", final: false };
  const [advertiser] = data.advertisers;
  const [campaign] = advertiser.campaigns;
  const [mediaBuy] = campaign.mediaBuys;
  const frame = {
    demo: false,
    periodStart: "2026-01-15",
    periodEnd: "2026-01-21",
    timeZone: "UTC",
    timeZones: ["UTC"],
    freshness,
  };
  expect(status).toBe(200);
  expect(data).toEqual({ advertisers: [advertiser], ...figures, totalsCurrency: "USD", ...frame });
  const names = { advertiserId: String(advertiserId), name: "Acme Corp", advertiserName: "Acme Corp" };
  expect(advertiser).toEqual({ ...names, ...figures, campaigns: [campaign] });
  const { campaignId, mediaBuyId } = sold;
  expect(campaign).toEqual({ campaignId, name: "Winter", campaignName: "Winter", ...figures, mediaBuys: [mediaBuy] });
  expect(mediaBuy).toMatchObject({
    mediaBuyId,
    name: "Winter",
    status: "ACTIVE",
    sellerName: "Agent",
    budget: 100,
    ...figures,
    freshness,
  });
  expect(mediaBuy.packages).toMatchObject([
    { packageId: `${mediaBuyId}.p1`, productId: "product 1", totals: { impressions: 1000, spend: 10.1 } },
    { packageId: `${mediaBuyId}.p2`, productName: "Product 2", totals: { impressions: 500, spend: 0.2 } },
  ]);
});

test("without dates a report covers the last seven days, and days=0 means all time", async () => {
  const { buyer, advertiserId } = await buyerWithAdvertiser();
  const sold = await sell(buyer, advertiserId);
  await deliver(buyer, sold, [{ day: "2025-11-03" }, { day: "2026-01-15" }]);
  expect((await metrics(buyer)).data).toMatchObject({
    totals: { impressions: 1000 },
    periodStart: "2026-01-15",
    periodEnd: "2026-01-21",
  });
  expect((await metrics(buyer, "?days=0")).data).toMatchObject({
    totals: { impressions: 2000 },
    periodStart: "2025-11-03",
  });
  expect((await metrics(buyer, "?days=6")).data).toMatchObject({
    advertisers: [],
    totals: { impressions: 0, spend: 0 },
    currency: null,
  });
});

test("a scope with several currencies has no spend, and each currency has its own", async () => {
  const { buyer, advertiserId } = await buyerWithAdvertiser();
  await deliver(buyer, await sell(buyer, advertiserId), [{}]);
  const euros = await sell(buyer, advertiserId);
  await deliver(buyer, euros, [{ currency: "EUR", spend: "7", timeZone: "Europe/Berlin" }]);
  const { data } = await metrics(buyer);
  expect(data).toMatchObject({
    currency: null,
    totals: { impressions: 2000, spend: null, ecpm: null, cpc: null, ctr: 0.004 },
    totalsByCurrency: [
      { currency: "EUR", spend: 7, ecpm: 7 },
      { currency: "USD", spend: 10.1, impressions: 1000 },
    ],
    timeZone: null,
    timeZones: ["Europe/Berlin", "UTC"],
  });
  const one = (await metrics(buyer, `?campaignId=${euros.campaignId}`)).data;
  expect(one).toMatchObject({ currency: "EUR", totals: { spend: 7 }, timeZone: "Europe/Berlin" });
  expect(one.totalsByCurrency).toBeUndefined();
});

test("a buy that has delivered nothing yet is listed with zeros if a filter names it or its campaign", async () => {
  const { buyer, advertiserId } = await buyerWithAdvertiser();
  const { campaignId, mediaBuyId } = await sell(buyer, advertiserId);
  expect((await metrics(buyer)).data.advertisers).toEqual([]);
  for (const query of [
    `?campaignId=${campaignId}`,
    `?mediaBuyId=${mediaBuyId}`,
    `?advertiserId=${advertiserId}&mediaBuyId=${mediaBuyId}`,
  ]) {
    const { data } = await metrics(buyer, query);
    const [mediaBuy] = data.advertisers[0].campaigns[0].mediaBuys;
    expect(mediaBuy).toMatchObject({ mediaBuyId, totals: { impressions: 0, spend: 0, ctr: null }, currency: "USD" });
    expect(mediaBuy.packages).toHaveLength(2);
    expect(mediaBuy.freshness).toEqual({ deliveredThrough: null, reportedAt: null, final: false });
  }
});

test("anything that does not exist, or belongs to another buyer or advertiser, is missing", async () => {
  const { buyer, advertiserId } = await buyerWithAdvertiser();
  const { data: other } = await buyer.post("/buyer/advertisers", { name: "Other", brand: "other.example" });
  const sold = await sell(buyer, advertiserId);
  const elsewhere = await sell(buyer, Number(other.id));
  const theirs = await buyerWithAdvertiser();
  const foreign = await sell(theirs.buyer, theirs.advertiserId);
  const missing = [
    "?advertiserId=999999999",
    `?advertiserId=${theirs.advertiserId}`,
    "?campaignId=cmp_none",
    `?campaignId=${foreign.campaignId}`,
    `?mediaBuyId=${foreign.mediaBuyId}`,
    `?advertiserId=${other.id}&campaignId=${sold.campaignId}`,
    `?campaignId=${elsewhere.campaignId}&mediaBuyId=${sold.mediaBuyId}`,
  ];
  for (const query of missing) expect([query, (await metrics(buyer, query)).status]).toEqual([query, 404]);
});

test("a time series has a row for each package and day, ordered by day", async () => {
  const { buyer, advertiserId } = await buyerWithAdvertiser();
  const sold = await sell(buyer, advertiserId);
  const second = { packageId: `${sold.mediaBuyId}.p2` };
  await deliver(buyer, sold, [{ day: "2026-01-20" }, { day: "2026-01-19", ...second }, { day: "2026-01-19" }]);
  const { data } = await metrics(buyer, "?view=timeseries");
  expect(data.timeseries.map((row: { date: string; packageId: string }) => [row.date, row.packageId])).toEqual([
    ["2026-01-19", `${sold.mediaBuyId}.p1`],
    ["2026-01-19", `${sold.mediaBuyId}.p2`],
    ["2026-01-20", `${sold.mediaBuyId}.p1`],
  ]);
  expect(data.timeseries[0]).toEqual({
    date: "2026-01-19",
    advertiserId: String(advertiserId),
    advertiserName: "Acme Corp",
    campaignId: sold.campaignId,
    campaignName: "Winter",
    mediaBuyId: sold.mediaBuyId,
    mediaBuyName: "Winter",
    mediaBuyStatus: "ACTIVE",
    sellerName: "Agent",
    packageId: `${sold.mediaBuyId}.p1`,
    productId: "product 1",
    productName: "Product 1",
    currency: "USD",
    metrics: expect.objectContaining({ impressions: 1000, spend: 10.1, ecpm: 10.1 }),
  });
  expect(data.totals).toMatchObject({ impressions: 3000, spend: 30.3 });
});

test("a parameter outside its bounds is refused by name", async () => {
  const { buyer } = await buyerWithAdvertiser();
  const wrong = { days: "91", startDate: "2026-02-30", endDate: "0000-01-01", view: "daily", advertiserId: "acme" };
  for (const [name, value] of Object.entries(wrong)) {
    expect(await metrics(buyer, `?${name}=${value}`)).toMatchObject({ status: 400, error: { field: name } });
  }
  expect((await metrics(buyer, "?startDate=2026-01-21&endDate=2026-01-20")).error?.field).toBe("startDate");
});

const FURTHER = ["Currency", "Seller", "Product ID", "Product Name", "Conversion Value", "CPA", "ROAS"];

async function download(buyer: Caller, query = "") {
  const { data } = await metrics(buyer, `?download=true${query}`);
  const { body } = await world.app.inject({
    method: "GET",
    url: data.downloadUrl.slice("http://localhost:4000".length),
  });
  return { fileName: String(data.fileName), rowCount: Number(data.rowCount), csv: body };
}

test("a file has the currency, seller and product of every amount, after the published columns", async () => {
  const { buyer, advertiserId } = await buyerWithAdvertiser();
  const sold = await sell(buyer, advertiserId);
  await deliver(buyer, sold, [{}]);
  for (const view of ["summary", "timeseries"] as const) {
    const [header, first] = linesOf((await download(buyer, `&view=${view}`)).csv);
    expect(header?.slice(-8)).toEqual(["Completion Rate", ...FURTHER]);
    expect(first?.slice(-7)).toEqual(["USD", "Agent", "product 1", "Product 1", "60.6", "10.1", "6"]);
  }
});

test("currencies share no amount: a package that was reported in two has a row for each", async () => {
  const { buyer, advertiserId } = await buyerWithAdvertiser();
  const sold = await sell(buyer, advertiserId);
  await deliver(buyer, sold, [{}, { day: "2026-01-19", currency: "EUR", spend: "3", impressions: 10 }]);
  const { csv, rowCount } = await download(buyer);
  const [header = [], ...rows] = linesOf(csv);
  const cells = rows.map((row) =>
    ["Package ID", "Impressions", "Spend", "Currency"].map((name) => row[header.indexOf(name)]),
  );
  const { mediaBuyId } = sold;
  expect(cells).toEqual([
    [`${mediaBuyId}.p1`, "10", "3", "EUR"],
    [`${mediaBuyId}.p1`, "1000", "10.1", "USD"],
    [`${mediaBuyId}.p2`, "0", "0", "USD"],
  ]);
  expect(rowCount).toBe(3);
});

test("the files of the two views have different names, and begin with a byte-order mark on request", async () => {
  const { buyer, advertiserId } = await buyerWithAdvertiser();
  await deliver(buyer, await sell(buyer, advertiserId), [{}]);
  const days = "2026-01-15-to-2026-01-21.csv";
  const [plain, marked, daily] = await Promise.all(
    ["", "&bom=true", "&view=timeseries"].map((query) => download(buyer, query)),
  );
  expect([plain?.fileName, daily?.fileName]).toEqual([`reporting-metrics-${days}`, `reporting-timeseries-${days}`]);
  expect(marked?.csv).toBe(`\uFEFF${plain?.csv}`);
});

test("a download is a signed link that needs no key, harms no spreadsheet, and expires", async () => {
  const { buyer, advertiserId } = await buyerWithAdvertiser("=Acme");
  const sold = await sell(buyer, advertiserId, "@Winter");
  await deliver(buyer, sold, [{}]);
  const { data } = await metrics(buyer, "?download=true");
  const fileName = "reporting-metrics-2026-01-15-to-2026-01-21.csv";
  expect(data).toEqual({
    downloadUrl: expect.any(String),
    expiresAt: "2026-01-28T12:00:00.000Z",
    fileName,
    rowCount: 2,
  });
  const path = data.downloadUrl.slice("http://localhost:4000".length);
  const fetchFile = (url: string) => world.app.inject({ method: "GET", url });

  const file = await fetchFile(path);
  expect(file.statusCode).toBe(200);
  expect(file.headers).toMatchObject({
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": `attachment; filename="${fileName}"`,
  });
  const [header, first, second, end] = file.body.split("\r\n");
  expect(header?.split(",")).toHaveLength(27);
  const { campaignId: campaign, mediaBuyId: buy } = sold;
  const start = `${advertiserId},'=Acme,${campaign},'@Winter,${buy},'@Winter,ACTIVE`;
  expect(first).toBe(
    `${start},${buy}.p1,1000,10.1,4,700,250,1,0,250,10.1,2.525,0.004,0.25,USD,Agent,product 1,Product 1,60.6,10.1,6`,
  );
  expect([second, end]).toEqual([`${start},${buy}.p2,0,0,0,0,0,0,0,0,,,,,USD,Agent,product 2,Product 2,0,,`, ""]);

  const days = (await metrics(buyer, "?download=true&view=timeseries")).data;
  const daily = await fetchFile(days.downloadUrl.slice("http://localhost:4000".length));
  expect(daily.body.split("\r\n").map((line) => line.split(",")[0])).toEqual(["Date", "2026-01-20", ""]);

  const named = { customerId: buyer.customerId, readerId: expect.any(Number) };
  const ticket = String(new URL(data.downloadUrl).searchParams.get("ticket"));
  expect(JSON.parse(Buffer.from(ticket.split(".")[0] ?? "", "base64url").toString())).toMatchObject(named);

  const forged = path.replace(/.$/, (last: string) => (last === "0" ? "1" : "0"));
  for (const url of [forged, path.split("?")[0], `${path.split("?")[0]}?ticket=a.b`]) {
    expect((await fetchFile(url)).json()).toMatchObject({ data: null, error: { code: "NOT_FOUND" } });
  }
  const statusAt = async (now: string) => {
    clock.set(new Date(now));
    return (await fetchFile(path)).statusCode;
  };
  expect([await statusAt("2026-01-28T11:59:59Z"), await statusAt("2026-01-28T12:00:00Z")]).toEqual([200, 404]);
  clock.set(new Date("2026-01-21T12:00:00Z"));
  await world.database.writeInstallation((db) =>
    db.deleteFrom("members").where("customer_id", "=", buyer.customerId).execute(),
  );
  expect((await fetchFile(path)).statusCode).toBe(404);
});
