import { afterAll, beforeAll, expect, test } from "vitest";
import { type Caller, openWorld, type World } from "../../../../test/world.ts";
import { openStorefront } from "../../../supply/marketplace/market.fixture.ts";
import {
  account,
  advertise,
  connect,
  openAgentStall,
  startAgent,
} from "../../advertisers/accounts/accounts.fixture.ts";

let world: World;
let operator: Caller;
beforeAll(async () => {
  world = await openWorld();
  operator = await world.caller("OPERATOR");
});
afterAll(() => world.close());

async function openShelf() {
  const buyer = await world.caller("BUYER");
  const path = `/buyer/advertisers/${await advertise(buyer, "acme.com")}/catalogs`;
  const { catalog } = (await buyer.post(path, { name: "Hotels", type: "hotel" })).data;
  await buyer.post(`${path}/${catalog.catalogId}/offerings`, { offeringId: "h1", title: "Grand", price: 90 });
  const push = async (partnerIds: string[], options: object = {}) =>
    buyer.post(`${path}/sync`, { partnerIds, ...options });
  return { buyer, path, catalogId: catalog.catalogId, push };
}

test("a simulated publisher accepts a catalog, and the catalog shows when", async () => {
  const stall = await openStorefront(world, operator, { name: "Shelf" });
  const { buyer, path, catalogId, push } = await openShelf();
  const { platformId } = (await buyer.get(`/buyer/storefronts/${stall.id}`)).data;
  const partnerId = `storefront-${platformId}`;
  expect((await push([partnerId])).data).toEqual({
    results: [{ partnerId, catalogId, status: "synced", itemCount: 1 }],
  });
  expect((await buyer.get(`${path}/${catalogId}`)).data.catalog.lastSyncedAt).not.toBeNull();
});

test("an agent gets sync_catalogs in AdCP's terms, under the buyer's account, also by its own id", async () => {
  const agent = await startAgent([account("acc_1", "acme.com")]);
  const { buyer, catalogId, push } = await openShelf();
  agent.on("sync_catalogs", {
    payload: { status: "completed", catalogs: [{ catalog_id: catalogId, action: "created", item_count: 1 }] },
  });
  const storefrontId = await openAgentStall(world, operator, agent, "Agency");
  await connect(buyer, storefrontId);
  const [{ agentId }] = (await buyer.get(`/buyer/storefronts/${storefrontId}`)).data.sources;
  expect((await push([agentId])).data.results).toEqual([
    { partnerId: agentId, catalogId, status: "synced", itemCount: 1 },
  ]);
  expect(agent.callsOf("sync_catalogs")[0]?.input).toMatchObject({
    idempotency_key: expect.any(String),
    account: { account_id: expect.any(String) },
    catalogs: [
      { catalog_id: catalogId, type: "hotel", items: [{ hotel_id: "h1", name: "Grand", price: { amount: 90 } }] },
    ],
  });
});

test("an agent without the tool, and a missing agent, fail with an explanation", async () => {
  const agent = await startAgent([account("acc_1", "acme.com")]);
  const storefrontId = await openAgentStall(world, operator, agent, "Plain");
  const { buyer, push } = await openShelf();
  await connect(buyer, storefrontId);
  const { platformId } = (await buyer.get(`/buyer/storefronts/${storefrontId}`)).data;
  const { results } = (await push([`storefront-${platformId}`, "premiumvideo_a1b2c3d4"])).data;
  expect(results).toMatchObject([
    { status: "failed", itemCount: null, error: expect.stringContaining("does not accept catalogs") },
    {
      status: "failed",
      itemCount: null,
      error: expect.stringContaining("there is no sales agent premiumvideo_a1b2c3d4"),
    },
  ]);
});

test("a push names its catalogs, and a missing one by the field", async () => {
  const { push, path, buyer, catalogId } = await openShelf();
  await buyer.post(path, { name: "Another", type: "product" });
  const { results } = (await push(["nobody_1"], { catalogIds: [catalogId] })).data;
  expect(results).toMatchObject([{ catalogId }]);
  expect(await push(["nobody_1"], { catalogIds: [999_999] })).toMatchObject({
    status: 400,
    error: { field: "catalogIds" },
  });
});
