import { afterAll, beforeAll, expect, test } from "vitest";
import { PROFILES } from "../../src/supply/simulated/index.ts";
import { expectData } from "../operations/expect-data.ts";
import { createOwnedResources, type OwnedResources } from "../operations/owned-resources.ts";
import { type Caller, openWorld, type World } from "../world.ts";

let world: World;
let estate: OwnedResources;
let buyer: Caller;
let advertiserId: string;

beforeAll(async () => {
  world = await openWorld();
  estate = await createOwnedResources(world, await world.caller("OPERATOR"), "Sports");
  buyer = await world.caller("BUYER", { sandbox: true });
  advertiserId = expectData(await buyer.post("/buyer/advertisers", { name: "Acme", brand: "acme.example" })).id;
});
afterAll(() => world.close());

async function discover(body: object = {}) {
  const storefrontIds = [estate.ids.storefront];
  return expectData(await buyer.post("/buyer/discovery/discover-products", { advertiserId, storefrontIds, ...body }));
}

test("a buyer that finds nothing is told why by the storefront, and following the answer leads to products", async () => {
  const unconnected = await discover();
  const { storefront, salesAgent } = estate.ids;
  expect(unconnected.emptyReasons).toMatchObject([
    { code: "not_connected", agentId: salesAgent, storefrontId: String(storefront), sourceId: "main" },
  ]);

  const { method, path } = unconnected.emptyReasons[0].connect;
  expect(method).toBe("POST");
  const auth = { type: "api_key", token: PROFILES.ctv.requiresKey };
  expectData(await buyer.post(path, { accountIdentifier: "acme", auth }));
  expect((await discover()).summary.totalProducts).toBeGreaterThan(0);

  const elsewhere = await discover({ channels: ["print"] });
  expect(elsewhere.emptyReasons).toMatchObject([{ code: "nothing_offered", agentId: salesAgent }]);
  const unknown = await discover({ publisherDomain: "nowhere" });
  expect(unknown.emptyReasons).toMatchObject([
    { code: "filtered_by_publisher_domain", message: expect.stringContaining("Sports Media") },
  ]);

  expectData(await estate.seller.put("/storefront", { isPaused: true }));
  const paused = await discover();
  expect(paused).toMatchObject({
    emptyReasons: [{ code: "not_active", agentId: salesAgent }],
    guidance: expect.stringContaining("Sports Media accepts no new buys for now"),
  });
});
