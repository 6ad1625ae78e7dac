import { afterAll, beforeAll, expect, test } from "vitest";
import { mp4 } from "../../src/demand/creatives/media/files.fixture.ts";
import { DAY_MS } from "../../src/ground/kernel/clock.ts";
import { openStall } from "../../src/supply/marketplace/market.fixture.ts";
import { PROFILES, Simulation } from "../../src/supply/simulated/index.ts";
import { doJobs } from "../jobs.ts";
import { type Caller, openWorld, type World } from "../world.ts";

let world: World;
let operator: Caller;
beforeAll(async () => {
  world = await openWorld();
  operator = await world.caller("OPERATOR");
}, 60_000);
afterAll(() => world.close());

test.each([
  ["with a creative library", true],
  ["that has creatives in its packages", false],
])("a publisher %s waits for a film, looks at it, and runs", async (_, library) => {
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
  const { id } = await openStall(world, operator, { sandbox: true, source: { simulation } });
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
  const buy = async () => (await buyer.get(path)).data.campaign.mediaBuys[0];
  expect(await buy()).toMatchObject({
    status: "INPUT_REQUIRED",
    why: { waitingOn: "buyer", reason: expect.stringContaining("missing: video_15s") },
  });

  const film = { data_url: `data:video/mp4;base64,${mp4(15).toString("base64")}` };
  expect(await buyer.post(`${path}/creatives/create`, { name: "Film", linked_assets: [film] })).toMatchObject({
    status: 201,
  });
  await doJobs(world);
  expect(await buy()).toMatchObject({ status: "INPUT_REQUIRED", why: { waitingOn: "seller" } });
  await buyer.post("/sandbox/clock", { hours: 7 });
  expect(await buy()).toMatchObject({ status: "ACTIVE", why: null });
  const { manifests } = (await buyer.get(`${path}/creatives`)).data;
  expect(manifests).toMatchObject([{ sync_status: { synced: true, agent_count: 1 } }]);
});
