import { afterAll, beforeAll, expect, test } from "vitest";
import { type Caller, openWorld, type World } from "../../../test/world.ts";
import { after, DAY_MS } from "../../ground/kernel/clock.ts";

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

export async function openCatalogs(): Promise<{ buyer: Caller; advertiserId: string; path: string }> {
  const buyer = await world.caller("BUYER");
  const { id } = (await buyer.post("/buyer/advertisers", { name: "Acme", brand: "acme.example" })).data;
  return { buyer, advertiserId: id, path: `/buyer/advertisers/${id}/catalogs` };
}

const HEADPHONES = {
  offeringId: "sku_001",
  title: "Wireless Headphones",
  description: "Premium noise-cancelling headphones",
  price: 299.99,
  currency: "USD",
  landingUrl: "https://example.com/products/headphones",
};

async function openSummer() {
  const opened = await openCatalogs();
  const { catalog } = (await opened.buyer.post(opened.path, { name: "Summer", type: "product" })).data;
  return { ...opened, catalog, offerings: `${opened.path}/${catalog.catalogId}/offerings` };
}

test("a catalog is read back as it was made, by cat_12 and by the number alone", async () => {
  const { buyer, path, advertiserId } = await openCatalogs();
  const made = await buyer.post(path, { name: "Summer", type: "home_listing", description: "Houses" });
  expect(made).toMatchObject({
    status: 201,
    data: { catalog: { advertiserId, name: "Summer", type: "home_listing", status: "ACTIVE", offeringCount: 0 } },
  });
  const { catalog } = made.data;
  expect(catalog.catalogId).toMatch(/^cat_\d+$/);
  for (const id of [catalog.catalogId, catalog.catalogId.slice(4)])
    expect((await buyer.get(`${path}/${id}`)).data).toEqual(made.data);
});

test("a list filters catalogs by type and by whether they are archived", async () => {
  const { buyer, path } = await openCatalogs();
  for (const type of ["product", "hotel", "travel"]) await buyer.post(path, { name: type, type });
  const named = async (query: string) =>
    (await buyer.get(`${path}${query}`)).data.catalogs.map(({ name }: { name: string }) => name);
  expect((await buyer.get(path)).data.total).toBe(3);
  expect(await named("")).toEqual(["travel", "hotel", "product"]);
  expect(await named("?take=1&skip=1")).toEqual(["hotel"]);
  const [{ catalogId }] = (await buyer.get(`${path}?type=hotel`)).data.catalogs;
  await buyer.delete(`${path}/${catalogId}`);
  expect(await named("")).toEqual(["travel", "product"]);
  expect(await named("?status=ARCHIVED")).toEqual(["hotel"]);
});

test("an update changes only what it names, and a catalog keeps its type", async () => {
  const { buyer, path, catalog } = await openSummer();
  const one = `${path}/${catalog.catalogId}`;
  const changed = await buyer.put(one, { description: "All of it", type: "product" });
  expect(changed.data.catalog).toMatchObject({ name: "Summer", description: "All of it" });
  expect((await buyer.put(one, { description: null })).data.catalog.description).toBeNull();
  expect(await buyer.put(one, { type: "hotel" })).toMatchObject({ status: 400, error: { field: "type" } });
});

test("an archived catalog is gone with everything in it", async () => {
  const { buyer, path, catalog, offerings } = await openSummer();
  await buyer.post(offerings, HEADPHONES);
  expect((await buyer.delete(`${path}/${catalog.catalogId}`)).status).toBe(204);
  const gone = [
    await buyer.get(`${path}/${catalog.catalogId}`),
    await buyer.put(`${path}/${catalog.catalogId}`, {}),
    await buyer.delete(`${path}/${catalog.catalogId}`),
    await buyer.get(offerings),
    await buyer.get(`${offerings}/sku_001`),
    await buyer.post(offerings, HEADPHONES),
  ];
  expect(gone.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404]);
});

test("an offering is read back as it was made, is counted, and its id is taken", async () => {
  const { buyer, path, catalog, offerings } = await openSummer();
  const made = await buyer.post(offerings, HEADPHONES);
  expect(made).toMatchObject({ status: 201, data: { offering: { ...HEADPHONES, catalogId: catalog.catalogId } } });
  expect((await buyer.get(`${offerings}/sku_001`)).data).toEqual(made.data);
  expect((await buyer.get(offerings)).data).toEqual({ offerings: [made.data.offering], total: 1 });
  expect((await buyer.get(`${path}/${catalog.catalogId}`)).data.catalog).toMatchObject({
    offeringCount: 1,
    itemCount: 1,
  });
  expect(await buyer.post(offerings, HEADPHONES)).toMatchObject({
    status: 409,
    error: { code: "CONFLICT", field: "offeringId" },
  });
});

test("two concurrent requests with one offering id make one offering", async () => {
  const { buyer, path, catalog, offerings } = await openSummer();
  const replies = await Promise.all([1, 2, 3, 4].map(() => buyer.post(offerings, HEADPHONES)));
  expect(replies.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409, 409, 409]);
  expect((await buyer.get(`${path}/${catalog.catalogId}`)).data.catalog.offeringCount).toBe(1);
});

test("an update of an offering changes only what it names, and an archived one releases its id", async () => {
  const { buyer, offerings } = await openSummer();
  await buyer.post(offerings, HEADPHONES);
  const one = `${offerings}/sku_001`;
  expect((await buyer.put(one, { price: 249.5, landingUrl: null })).data.offering).toMatchObject({
    title: HEADPHONES.title,
    price: 249.5,
    currency: "USD",
    landingUrl: null,
  });
  expect((await buyer.delete(one)).status).toBe(204);
  expect((await buyer.get(one)).status).toBe(404);
  expect((await buyer.get(offerings)).data.total).toBe(0);
  expect((await buyer.post(offerings, { offeringId: "sku_001", title: "Again" })).data.offering).toMatchObject({
    title: "Again",
    price: null,
  });
});

test("a campaign can only refer to a catalog of its own advertiser", async () => {
  const { buyer, advertiserId, catalog } = await openSummer();
  const other = (await buyer.post("/buyer/advertisers", { name: "Other", brand: "other.example" })).data;
  const [startDate, endDate] = [1, 30].map((days) => after(new Date(), days * DAY_MS).toISOString());
  const plan = {
    name: "Spring",
    flightDates: { startDate, endDate },
    budget: { total: 1000 },
    catalogId: catalog.catalogId,
  };
  const made = await buyer.post("/buyer/campaigns", { ...plan, advertiserId });
  expect(made).toMatchObject({ status: 201, data: { campaign: { catalogId: Number(catalog.catalogId.slice(4)) } } });
  expect(await buyer.post("/buyer/campaigns", { ...plan, advertiserId: other.id })).toMatchObject({
    status: 400,
    error: { code: "VALIDATION_ERROR", field: "catalogId" },
  });
  const path = `/buyer/campaigns/${made.data.campaign.campaignId}`;
  expect(await buyer.put(path, { catalogId: 999_999 })).toMatchObject({ status: 400, error: { field: "catalogId" } });
});

test("a catalog is found by the id under which its owner synced it, but not by another organisation", async () => {
  const { buyer, path, advertiserId } = await openCatalogs();
  const catalogs = [{ catalog_id: "summer-menu", type: "product", items: [{ item_id: "a", title: "Soup" }] }];
  const synced = await buyer.post(`${path}/sync`, { account: { account_id: advertiserId }, catalogs });
  expect(synced).toMatchObject({ status: 200, data: { catalogs: [{ catalog_id: "summer-menu" }] } });
  const { catalog } = (await buyer.get(`${path}/summer-menu`)).data;
  expect(catalog).toMatchObject({ externalId: "summer-menu" });
  expect((await buyer.get(`${path}/${catalog.catalogId}`)).data.catalog).toEqual(catalog);
  expect((await buyer.get(`${path}/summer-menu/offerings`)).status).toBe(200);
  expect(await buyer.get(`${path}/winter-menu`)).toMatchObject({ status: 404, error: { code: "NOT_FOUND" } });
  expect((await (await world.caller("BUYER")).get(`${path}/summer-menu`)).status).toBe(404);
});
