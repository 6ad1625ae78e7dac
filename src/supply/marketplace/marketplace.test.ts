import { afterAll, beforeAll, expect, test } from "vitest";
import { type Caller, openWorld, type World } from "../../../test/world.ts";
import { PROFILES } from "../simulated/index.ts";
import { openStorefront } from "./market.fixture.ts";
import { findVisibleStorefront, listBuyableStorefronts } from "./store.ts";

let world: World;
let operator: Caller;
beforeAll(async () => {
  world = await openWorld();
  operator = await world.caller("OPERATOR");
});
afterAll(() => world.close());

const stall = (options?: Parameters<typeof openStorefront>[2]) => openStorefront(world, operator, options);
const namesOf = ({ data }: { data: { items: { name: string }[] } }) => data.items.map(({ name }) => name);

test("buyers find what is listed, open and not archived, by a part of its name, a page at a time", async () => {
  const buyer = await world.caller("BUYER");
  await stall({ name: "Quartz Pending", listed: false });
  await stall({ name: "Quartz Closed", open: false });
  const archived = await stall({ name: "Quartz Archived" });
  await archived.seller.post("/storefront/archive");
  const open = await stall({ name: "quartz open" });
  const locked = await stall({ name: "Quartz Locked", source: { simulation: PROFILES.ctv } });
  const first = await buyer.get("/buyer/storefronts?name=QUARTZ&limit=1");
  expect(first.data).toEqual({
    items: [
      {
        id: locked.id,
        platformId: "quartz-locked",
        name: "Quartz Locked",
        publisherDomain: "stall.example",
        sourceCount: 1,
        connectedSourceCount: 0,
      },
    ],
    total: 2,
    hasMore: true,
    nextOffset: 1,
  });
  expect((await buyer.get("/buyer/storefronts?name=quartz&offset=1")).data).toMatchObject({
    items: [{ id: open.id, sourceCount: 1, connectedSourceCount: 1 }],
    hasMore: false,
    nextOffset: null,
  });
  expect((await buyer.get("/buyer/storefronts?name=quartz&offset=9")).data).toMatchObject({ items: [], total: 2 });
  expect((await buyer.get("/buyer/storefronts?name=%25")).data.total).toBe(0);
  expect((await buyer.get("/buyer/storefronts?limit=51")).error?.field).toBe("limit");
});

test("a storefront is read by its number and by its slug, with every active source", async () => {
  const buyer = await world.caller("BUYER");
  const { id, platformId, seller } = await stall({ name: "Readable" });
  await seller.post("/storefront/inventory-sources", {
    sourceId: "off",
    name: "Off",
    executionType: "SIMULATED",
    simulation: PROFILES.audio,
  });
  await seller.put("/storefront/inventory-sources/off", { status: "DISABLED" });
  const read = await buyer.get(`/buyer/storefronts/${id}`);
  expect(read.data).toEqual({
    id,
    platformId,
    name: "Readable",
    publisherDomain: "stall.example",
    sources: [
      {
        sourceId: "main",
        name: "Main",
        requiresCredentials: false,
        connected: true,
        customerAccounts: [],
        agentId: expect.stringMatching(/^agt_/),
        protocol: null,
      },
    ],
  });
  expect((await buyer.get(`/buyer/storefronts/${platformId}`)).data).toEqual(read.data);
});

test("an unlisted storefront looks like a missing one", async () => {
  const buyer = await world.caller("BUYER");
  const { id, platformId } = await stall({ name: "Unlisted", listed: false });
  for (const name of [id, platformId, 999_999_999, "no-such"])
    expect(await buyer.get(`/buyer/storefronts/${name}`)).toMatchObject({
      status: 404,
      error: { message: `there is no storefront ${name}` },
    });
  expect((await buyer.get("/buyer/storefronts/%20")).status).toBe(400);
});

test("only the operator lists and hides, and every step leads where the table says", async () => {
  const { id, seller } = await stall({ name: "Reviewed", listed: false });
  const step = (name: string, body?: object) => operator.post(`/operator/storefronts/${id}/${name}`, body);
  expect(await step("hide")).toMatchObject({ status: 400, error: { code: "INVALID_STATE" } });
  expect((await step("list")).data).toMatchObject({ marketplaceState: "LISTED", reason: null });
  expect((await step("hide", { reason: "no inventory" })).data).toMatchObject({
    storefrontId: String(id),
    customerId: seller.customerId,
    marketplaceState: "HIDDEN",
    reason: "no inventory",
    decidedAt: expect.any(String),
  });
  expect((await step("hide")).status).toBe(400);
  expect((await step("list")).data.reason).toBeNull();
  expect((await operator.post("/operator/storefronts/999999999/list")).status).toBe(404);
  expect((await seller.post(`/operator/storefronts/${id}/list`)).status).toBe(403);
  expect((await seller.put("/storefront", { marketplaceState: "HIDDEN" })).data.marketplaceState).toBe("LISTED");
});

test("the operator sees every seller's storefront, by state", async () => {
  const { id } = await stall({ name: "Fresh", listed: false });
  const { data } = await operator.get("/operator/storefronts?state=PENDING_REVIEW&limit=1");
  expect(data.items).toMatchObject([{ storefrontId: String(id), name: "Fresh", company: expect.any(String) }]);
  expect(data.hasMore).toBe(true);
});

test("upcoming storefronts are listed with their progress", async () => {
  const buyer = await world.caller("BUYER");
  const seller = await world.caller("SELLER");
  const { data } = await seller.post("/storefront", { name: "Upcoming" });
  await operator.post(`/operator/storefronts/${data.storefrontId}/list`);
  const status = async () =>
    (await buyer.get("/buyer/storefronts/discover")).data.items.find(
      ({ name }: { name: string }) => name === "Upcoming",
    );
  expect(await status()).toEqual({
    id: Number(data.storefrontId),
    name: "Upcoming",
    publisherDomain: null,
    status: "UNCLAIMED",
  });
  await seller.put("/storefront", { operatorDomain: "upcoming.example" });
  expect(await status()).toMatchObject({ status: "VERIFICATION" });
  await seller.post("/storefront/inventory-sources", {
    name: "S",
    executionType: "SIMULATED",
    simulation: PROFILES.news,
  });
  expect(await status()).toMatchObject({ status: "CONFIGURING" });
  await seller.put("/storefront", { defaultCurrency: "USD" });
  expect(await status()).toMatchObject({ status: "TESTING" });
  await seller.put("/storefront", { isPaused: false });
  expect(await status()).toMatchObject({ status: "TRANSACTING" });
  await operator.post(`/operator/storefronts/${data.storefrontId}/hide`);
  expect(await status()).toBeUndefined();
});

test("a hidden storefront is found by nobody but those who know it", async () => {
  const [known, stranger] = [await world.caller("BUYER"), await world.caller("BUYER")];
  const { id } = await stall({ name: "Velvet", source: { simulation: PROFILES.ctv } });
  await known.post(`/buyer/storefronts/${id}/sources/main/credentials`, {
    accountIdentifier: "seat",
    auth: { type: "api_key", token: PROFILES.ctv.requiresKey },
  });
  await operator.post(`/operator/storefronts/${id}/hide`);
  expect(namesOf(await known.get("/buyer/storefronts?name=velvet"))).toEqual(["Velvet"]);
  expect((await known.get(`/buyer/storefronts/${id}`)).data.sources[0].connected).toBe(true);
  expect(namesOf(await stranger.get("/buyer/storefronts?name=velvet"))).toEqual([]);
  expect((await stranger.get(`/buyer/storefronts/${id}`)).status).toBe(404);
});

test("a sponsored buyer sees the storefront that sponsors it, reviewed or not, and no other", async () => {
  const { customerId } = await world.caller("BUYER");
  const [own, other] = [await stall({ name: "Sponsor", listed: false }), await stall({ name: "Elsewhere" })];
  const buyer = { customerId, storefrontId: own.id };
  const seen = await world.database.read({ ...buyer, reach: "market" }, async (db) => ({
    list: await listBuyableStorefronts(db, buyer, undefined, { limit: 50, offset: 0 }),
    own: await findVisibleStorefront(db, buyer, { storefrontId: own.id }),
    other: await findVisibleStorefront(db, buyer, { storefrontId: other.id }),
  }));
  expect(seen).toMatchObject({ list: { storefronts: [{ name: "Sponsor" }], total: 1 }, own: { name: "Sponsor" } });
  expect(seen.other).toBeUndefined();
});
