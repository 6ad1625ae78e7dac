import { afterAll, beforeAll, expect, test } from "vitest";
import { mp4 } from "../../src/demand/creatives/media/files.fixture.ts";
import { DAY_MS } from "../../src/ground/kernel/clock.ts";
import { openStorefront } from "../../src/supply/marketplace/market.fixture.ts";
import { PROFILES, Simulation } from "../../src/supply/simulated/index.ts";
import { doJobs } from "../jobs.ts";
import { type Caller, openWorld, type World } from "../world.ts";

let world: World;
let operator: Caller;
beforeAll(async () => {
  world = await openWorld();
  operator = await world.caller("OPERATOR");
});
afterAll(() => world.close());

/** A buy from a publisher that delivers nothing until it has a film of 15 seconds. */
async function buyWithoutFilm(library: boolean) {
  const creativeRules = { videoSeconds: [15], wanted: true, reviewHours: 6, library };
  const { seed, name, publisherDomain, currency, countries } = PROFILES.ctv;
  const simulation = Simulation.parse({
    name,
    publisherDomain,
    currency,
    countries,
    creativeRules,
    seed: `${seed}-${library}`,
    channels: ["ctv"],
    deliveryTypes: ["guaranteed"],
  });
  const { id, seller } = await openStorefront(world, operator, { sandbox: true, source: { simulation } });
  const buyer = await world.caller("BUYER", { sandbox: true });
  const { data: advertiser } = await buyer.post("/buyer/advertisers", { name: "Acme", brand: "acme.example" });
  const asked = { advertiserId: advertiser.id, storefrontIds: [id] };
  const { data: found } = await buyer.post("/buyer/discovery/discover-products", asked);
  const { productId, salesAgentId } = found.productGroups[0].products[0];
  const products = [{ productId, salesAgentId, budget: 20_000 }];
  await buyer.post(`/buyer/discovery/${found.discoveryId}/products`, { products });
  const [startDate, endDate] = [0, 10].map((days) => new Date(Date.now() + days * DAY_MS).toISOString());
  const plan = { name: "Spring", flightDates: { startDate, endDate }, budget: { total: 20_000 } };
  const made = await buyer.post("/buyer/campaigns", { ...plan, ...asked, discoveryId: found.discoveryId });
  const path = `/buyer/campaigns/${made.data.campaign.campaignId}`;
  expect((await buyer.post(`${path}/execute`)).data).toMatchObject({ success: true });
  const film = { data_url: `data:video/mp4;base64,${mp4(15).toString("base64")}` };
  return {
    seller,
    buyer,
    buy: async () => (await buyer.get(path)).data.campaign.mediaBuys[0],
    manifests: async () => (await buyer.get(`${path}/creatives`)).data.manifests,
    addFilm: async () => {
      const added = await buyer.post(`${path}/creatives/create`, { name: "Film", linked_assets: [film] });
      expect(added).toMatchObject({ status: 201 });
      await doJobs(world);
    },
  };
}

test.each([
  ["with a creative library", true],
  ["that has creatives in its packages", false],
])("a publisher %s waits for a film, looks at it, and runs", async (_, library) => {
  const { buyer, buy, manifests, addFilm } = await buyWithoutFilm(library);
  expect(await buy()).toMatchObject({
    status: "INPUT_REQUIRED",
    why: { waitingOn: "buyer", reason: expect.stringContaining("missing: video_15s") },
  });
  await addFilm();
  expect(await buy()).toMatchObject({ status: "INPUT_REQUIRED", why: { waitingOn: "seller" } });
  await buyer.post("/sandbox/clock", { hours: 7 });
  expect(await buy()).toMatchObject({ status: "ACTIVE", why: null });
  expect(await manifests()).toMatchObject([{ sync_status: { synced: true, agent_count: 1 } }]);
});

test("a storefront that approves creatives forwards a film once it has, and its buyer's buy runs", async () => {
  const { seller, buyer, buy, addFilm } = await buyWithoutFilm(true);
  await seller.put("/storefront", { creativeApproval: "manual" });
  await addFilm();
  const { items } = (await seller.get("/storefront/creative-reviews")).data;
  expect(items).toMatchObject([{ status: "pending", buyerCustomerId: buyer.customerId }]);
  await buyer.post("/sandbox/clock", { hours: 7 });
  expect(await buy()).toMatchObject({ status: "INPUT_REQUIRED" });
  const { creativeId } = items[0];
  const decided = await seller.post(`/storefront/creative-reviews/${creativeId}/decide`, { status: "approved" });
  expect(decided).toMatchObject({ status: 200 });
  await doJobs(world);
  await buyer.post("/sandbox/clock", { hours: 7 });
  expect(await buy()).toMatchObject({ status: "ACTIVE", why: null });
});

test("the buyer of a video that the storefront rejects gets the reviewer's notes", async () => {
  const { seller, buy, manifests, addFilm } = await buyWithoutFilm(false);
  await seller.put("/storefront", { creativeApproval: "manual" });
  await addFilm();
  const [{ creativeId }] = (await seller.get("/storefront/creative-reviews")).data.items;
  const decision = { status: "rejected", reviewer_notes: "too loud" };
  await seller.post(`/storefront/creative-reviews/${creativeId}/decide`, decision);
  await doJobs(world);
  expect(await buy()).toMatchObject({ status: "INPUT_REQUIRED", why: { reason: expect.stringContaining("too loud") } });
  expect(await manifests()).toMatchObject([{ sync_status: { synced: false } }]);
});
