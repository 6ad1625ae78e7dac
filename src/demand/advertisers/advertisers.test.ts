import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../../../test/world.ts";

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const flight = () => {
  const [startDate, endDate] = [1, 9].map((days) => new Date(Date.now() + days * 86_400_000).toISOString());
  return { startDate, endDate };
};
const planFor = (advertiserId: string) => ({
  advertiserId,
  name: "Spring",
  flightDates: flight(),
  budget: { total: 100 },
});

test("an advertiser is read back as it was written, its brand as a bare domain", async () => {
  const buyer = await world.caller("BUYER");
  const made = await buyer.post("/buyer/advertisers", { name: "Acme", brand: "https://www.Acme.com/shop", unknown: 1 });
  expect(made).toMatchObject({
    status: 201,
    data: { name: "Acme", brand: "acme.com", status: "ACTIVE", primaryCurrency: "USD", currencyLocked: false },
  });
  expect((await buyer.get(`/buyer/advertisers/${made.data.id}`)).data).toEqual(made.data);
});

test("one answer holds everything that is configured for an advertiser", async () => {
  const buyer = await world.caller("BUYER");
  const { data } = await buyer.post("/buyer/advertisers", { name: "Acme", brand: "acme.com" });
  const path = `/buyer/advertisers/${data.id}`;
  expect(data).toMatchObject({
    eventSources: [],
    testCohorts: [],
    linkedAccounts: [],
    linkedAccountCount: 0,
    frequencyCaps: [],
    measurementConfig: { advertiserId: data.id, mmmEnabled: false },
  });
  await buyer.post(`${path}/event-sources/sync`, {
    account: { account_id: data.id },
    event_sources: [{ event_source_id: "site", name: "Site", event_types: ["purchase"] }],
  });
  const definition = { type: "geo_region", regions: ["US-CA"] };
  await buyer.post(`${path}/test-cohorts`, { name: "West", cohortType: "geographic", definition });
  await buyer.put(`${path}/measurement-config`, { brandLiftEnabled: true });
  const parts = {
    eventSources: (await buyer.get(`${path}/event-sources`)).data.eventSources,
    testCohorts: (await buyer.get(`${path}/test-cohorts`)).data.cohorts,
    measurementConfig: (await buyer.get(`${path}/measurement-config`)).data.measurementConfig,
  };
  expect([parts.eventSources.length, parts.testCohorts.length, parts.measurementConfig.brandLiftEnabled]).toEqual([
    1,
    1,
    true,
  ]);
  expect((await buyer.get(`${path}?includeBrand=true`)).data).toMatchObject(parts);
});

test("an update changes what it names and nothing else", async () => {
  const buyer = await world.caller("BUYER");
  const { data } = await buyer.post("/buyer/advertisers", {
    name: "Acme",
    brandDomain: "acme.com",
    description: "shoes",
    sandbox: true,
    optimizationApplyMode: "AUTO",
    utmConfig: [{ paramKey: "utm_source", paramValue: "acme" }],
    frequencyCaps: [{ max_impressions: 3, window: { interval: 1, unit: "days" } }],
  });
  const changed = await buyer.put(`/buyer/advertisers/${data.id}`, { name: "Acme Sport", sandbox: false });
  expect(changed.data).toEqual({ ...data, name: "Acme Sport", updatedAt: expect.any(String) });
});

test("an advertiser's own landing page parameters override the defaults, until they are cleared", async () => {
  const buyer = await world.caller("BUYER");
  const utmConfig = [
    { paramKey: "utm_source", paramValue: "acme" },
    { paramKey: "bg", paramValue: "1" },
  ];
  const { data } = await buyer.post("/buyer/advertisers", { name: "Acme", brand: "acme.com", utmConfig });
  const read = (view: { utmConfig: { paramKey: string; paramValue: string }[] }) =>
    Object.fromEntries(view.utmConfig.map(({ paramKey, paramValue }) => [paramKey, paramValue]));
  const defaults = {
    utm_source: "scope3",
    utm_medium: "agentic",
    utm_campaign: "{CAMPAIGN_ID}",
    utm_content: "{CREATIVE_ID}",
    utm_media_buy: "{MEDIA_BUY_ID}",
    utm_package: "{PACKAGE_ID}",
  };
  expect(read(data)).toEqual({ ...defaults, utm_source: "acme", bg: "1" });
  expect(data.utmConfig[0].source).toBe("advertiser");
  expect(read((await buyer.put(`/buyer/advertisers/${data.id}`, { utmConfig: [] })).data)).toEqual(defaults);
});

test("frequency caps are replaced as a whole", async () => {
  const buyer = await world.caller("BUYER");
  const frequencyCaps = [{ max_impressions: 3, window: { interval: 1, unit: "days" } }];
  const { data } = await buyer.post("/buyer/advertisers", { name: "Acme", brand: "acme.com", frequencyCaps });
  expect(data.frequencyCaps).toMatchObject([{ ...frequencyCaps[0], targetLevel: "ADVERTISER", targetId: data.id }]);
  const cleared = await buyer.put(`/buyer/advertisers/${data.id}`, { frequencyCaps: [] });
  expect(cleared.data.frequencyCaps).toEqual([]);
});

test("a currency is locked once a campaign uses it, and can be changed until then", async () => {
  const buyer = await world.caller("BUYER");
  const { data } = await buyer.post("/buyer/advertisers", { name: "Acme", brand: "acme.com" });
  const path = `/buyer/advertisers/${data.id}`;
  expect((await buyer.put(path, { primaryCurrency: "eur" })).data).toMatchObject({
    primaryCurrency: "EUR",
    currencyLocked: false,
  });
  expect((await buyer.post("/buyer/campaigns", planFor(data.id))).status).toBe(201);
  expect((await buyer.get(path)).data).toMatchObject({ currencyLocked: true });
  expect((await buyer.get("/buyer/advertisers")).data.advertisers).toMatchObject([{ currencyLocked: true }]);
  expect(await buyer.put(path, { primaryCurrency: "USD" })).toMatchObject({
    status: 400,
    error: { field: "primaryCurrency" },
  });
});

test("an archived advertiser can be read and restored, but starts nothing new", async () => {
  const buyer = await world.caller("BUYER");
  const { data } = await buyer.post("/buyer/advertisers", { name: "Acme", brand: "acme.com" });
  const path = `/buyer/advertisers/${data.id}`;
  expect((await buyer.post(`${path}/restore`)).status).toBe(404);
  for (const _ of ["once", "again"]) expect(await buyer.delete(path)).toMatchObject({ status: 204 });
  expect((await buyer.get(path)).data).toMatchObject({ status: "ARCHIVED", name: "Acme" });
  const listed = async (query: string) => (await buyer.get(`/buyer/advertisers${query}`)).data.total;
  expect([await listed(""), await listed("?status=ARCHIVED"), await listed("?status=ALL")]).toEqual([0, 1, 1]);
  for (const [where, body] of [
    ["/buyer/campaigns", planFor(data.id)],
    ["/buyer/discovery/discover-products", { advertiserId: data.id, brief: "anything" }],
  ] as const) {
    expect(await buyer.post(where, body), where).toMatchObject({
      status: 400,
      error: { code: "INVALID_STATE", field: "advertiserId", message: expect.stringContaining("restore") },
    });
  }
  expect((await buyer.post(`${path}/restore`)).data).toMatchObject({ status: "ACTIVE", id: data.id });
  expect((await buyer.post("/buyer/campaigns", planFor(data.id))).status).toBe(201);
});

test("bad input names every field that is wrong", async () => {
  const buyer = await world.caller("BUYER");
  const refused = await buyer.post("/buyer/advertisers", {
    name: "",
    brand: "not a domain",
    primaryCurrency: "dollars",
  });
  expect(refused).toMatchObject({ status: 400, data: null, error: { code: "VALIDATION_ERROR", field: "name" } });
  const issues = refused.error?.details?.issues as { path: string }[];
  expect(issues.map(({ path }) => path)).toEqual(["name", "brand", "primaryCurrency"]);
  expect((await buyer.post("/buyer/advertisers", { name: "Acme" })).error?.field).toBe("brand");
});

test("lists are paged in both ways, and say so in both", async () => {
  const buyer = await world.caller("BUYER");
  for (const name of ["a", "b", "c"]) await buyer.post("/buyer/advertisers", { name, brand: `${name}.com` });
  const names = (rows: { name: string }[]) => rows.map(({ name }) => name);
  const page = await buyer.get("/buyer/advertisers?take=2&skip=1");
  expect(names(page.data.advertisers)).toEqual(["b", "a"]);
  expect(names(page.data.items)).toEqual(["b", "a"]);
  expect(page.data).toMatchObject({ total: 3, hasMore: false, nextOffset: null });
  expect(page.meta.pagination).toEqual({ skip: 1, take: 2, total: 3, hasMore: false });
  const first = await buyer.get("/buyer/advertisers?limit=2&offset=0");
  expect(first.data).toMatchObject({ total: 3, hasMore: true, nextOffset: 2 });
  expect((await buyer.get("/buyer/advertisers?take=251")).error?.field).toBe("take");
});

test("a list is filtered by name and by sandbox, and includes accounts and brands on request", async () => {
  const buyer = await world.caller("BUYER");
  await buyer.post("/buyer/advertisers", { name: "Acme Live", brand: "acme.com", saveBrand: true });
  await buyer.post("/buyer/advertisers", { name: "Acme Test", brand: "acme.com", sandbox: true });
  const listed = async (query: string) => (await buyer.get(`/buyer/advertisers?${query}`)).data.advertisers;
  expect(await listed("name=ACME%20l&whatever=1")).toMatchObject([{ name: "Acme Live" }]);
  expect(await listed("sandbox=true")).toMatchObject([{ name: "Acme Test" }]);
  const [plain] = await listed("sandbox=false");
  expect(plain).not.toHaveProperty("linkedAccounts");
  expect(plain).not.toHaveProperty("linkedBrand");
  const [whole] = await listed("sandbox=false&includeAccounts=true&includeBrand=1");
  expect(whole).toMatchObject({ linkedAccounts: [], linkedBrand: { name: "Acme Live", source: "saved" } });
});
