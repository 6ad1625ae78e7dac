import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MOUNTS } from "../../src/edge/http/mount.ts";
import { openApiOf } from "../../src/edge/reference/index.ts";
import { after, DAY_MS } from "../../src/ground/kernel/clock.ts";
import { operations } from "../../src/main/areas.ts";
import { contractOf } from "../../src/main/generate/drift/contract.ts";
import { type MarketStorefront, openStorefront } from "../../src/supply/marketplace/market.fixture.ts";
import { PROFILES } from "../../src/supply/simulated/index.ts";
import { callTool } from "../mcp-call.ts";
import { expectData } from "../operations/expect-data.ts";
import { createOwnedResources, type OwnedResources } from "../operations/owned-resources.ts";
import { type Caller, openWorld, type World } from "../world.ts";

/**
 * Where the generations of the contract disagree (buyer contract §15), clients of both find what they know. Pending changes are tested in
 * `campaigns/changes/held-media-buys.test.ts`; the expansion of configuration was settled in prose.
 */
let world: World;
let estate: OwnedResources;
let buyer: Caller;
let open: MarketStorefront;
let upcoming: MarketStorefront;
let hidden: MarketStorefront;

beforeAll(async () => {
  world = await openWorld();
  const operator = await world.caller("OPERATOR");
  estate = await createOwnedResources(world, operator, "Settled");
  buyer = estate.buyer;
  open = await openStorefront(world, operator, { name: "Open Stall" });
  upcoming = await openStorefront(world, operator, { name: "Upcoming Stall", open: false });
  hidden = await openStorefront(world, operator, { name: "Hidden Stall", listed: false });
});
afterAll(() => world.close());

const get = async (path: string) => expectData(await buyer.get(`/buyer${path}`));
const document = openApiOf("buyer", operations, { publicUrl: "http://localhost" });
const contract = contractOf(document, MOUNTS.buyer);
const onStorefrontMount = contractOf(document, MOUNTS.storefront);

describe("advertisers", () => {
  test("are paged by take and skip as by limit and offset", async () => {
    expectData(await buyer.post("/buyer/advertisers", { name: "Second", brand: "second.example" }));
    const pages = [await get("/advertisers?take=1&skip=1"), await get("/advertisers?limit=1&offset=1")];
    expect(pages[0]).toEqual(pages[1]);
    expect(pages[0]).toMatchObject({ items: [{ id: expect.any(String) }], total: expect.any(Number) });
  });

  test("come with their linked accounts on request", async () => {
    const { advertisers } = await get("/advertisers?includeAccounts=true");
    const { accountLink, advertiser } = estate.ids;
    const [mine] = advertisers.filter(({ id }: { id: string }) => id === String(advertiser));
    expect(mine.linkedAccounts).toMatchObject([{ linkId: accountLink }]);
    expect((await get("/advertisers")).advertisers[0]).not.toHaveProperty("linkedAccounts");
  });

  test("are returned whole, with their event sources, cohorts and measurement", async () => {
    expect(await get(`/advertisers/${estate.ids.advertiser}`)).toMatchObject({
      eventSources: [{ eventSourceId: estate.ids.eventSource }],
      testCohorts: [{ id: estate.ids.cohort }],
      measurementConfig: expect.anything(),
    });
  });

  test("need no currency, and have a brand that nobody confirms, with a warning", async () => {
    const { status, data } = await buyer.post("/buyer/advertisers", { name: "Third", brand: "nobody.example" });
    expect({ status, data }).toMatchObject({
      status: 201,
      data: { brandWarning: expect.any(String), primaryCurrency: expect.any(String) },
    });
  });

  test("state how an account is billed in the terms of each generation", async () => {
    const body = contract.assignAccount?.body ?? {};
    expect(body.billingType).toBe("string?");
  });

  test("have cohorts in three roles", async () => {
    const path = `/buyer/advertisers/${estate.ids.advertiser}/test-cohorts`;
    const definition = { type: "geo_region", regions: ["US-CA"] };
    for (const role of ["TREATMENT", "CONTROL", "OBSERVATION"]) {
      const body = { name: `As ${role}`, cohortType: "geographic", definition, role };
      expect(expectData(await buyer.post(path, body)).cohort.role).toBe(role);
    }
  });

  test("have incrementality testing in their measurement", async () => {
    const path = `/buyer/advertisers/${estate.ids.advertiser}/measurement-config`;
    const { measurementConfig } = expectData(await buyer.put(path, { incrementalityTestingEnabled: true }));
    expect(measurementConfig.incrementalityTestingEnabled).toBe(true);
  });
});

describe("storefronts", () => {
  test("are discovered if they are listed, with the states of their life cycle", async () => {
    const { items } = await get("/storefronts/discover");
    const statusOf = (id: number) => items.find((item: { id: number }) => item.id === id)?.status;
    expect(statusOf(open.id)).toBe("TRANSACTING");
    expect(["UNCLAIMED", "VERIFICATION", "CONFIGURING", "TESTING"]).toContain(statusOf(upcoming.id));
    expect(statusOf(hidden.id)).toBeUndefined();
  });

  test("are found by number or by name", async () => {
    expect(await get(`/storefronts/${open.platformId}`)).toEqual(await get(`/storefronts/${open.id}`));
  });

  test("show their sources with what the buyer holds at each", async () => {
    const { sources } = await get(`/storefronts/${estate.ids.storefront}`);
    expect(sources).toMatchObject([
      {
        sourceId: "main",
        requiresCredentials: true,
        connected: true,
        customerAccounts: [{ accountIdentifier: "Settled" }],
      },
    ]);
  });

  test("count a source as connected if it can be bought from, by a working credential or because it needs none", async () => {
    const { items } = await get("/storefronts?limit=50");
    const counted = (id: unknown) => items.find((item: { id: number }) => item.id === id)?.connectedSourceCount;
    expect(counted(estate.ids.storefront)).toBe(1);
    expect(counted(open.id)).toBe(1);
  });

  test("accept an account by its identifier alone, and with the additional fields of each generation", async () => {
    const path = `/buyer/storefronts/${estate.ids.storefront}/sources/main/accounts`;
    const auth = { type: "api_key", token: PROFILES.ctv.requiresKey };
    const { advertiser } = estate.ids;
    const bodies = [{}, { advertiserId: advertiser }, { accountType: "brand" }];
    for (const [index, more] of bodies.entries()) {
      const reply = await buyer.post(path, { accountIdentifier: `Acme ${index}`, auth, ...more });
      expect(reply).toMatchObject({ status: 201, data: { accountIdentifier: `Acme ${index}` } });
    }
  });

  test("start OAuth with the address under both its names, and accept a credential without one", () => {
    expect(onStorefrontMount.startAgentAccountOAuth?.answer).toMatchObject({
      authorizeUrl: "string",
      authorizationUrl: "string",
      state: "string",
      agentId: "string",
      agentName: "string",
    });
    expect(contract.registerSourceCredentials?.answer.oauth).toBeDefined();
    expect(contract.registerSourceCredentials?.body.auth).toMatch(/\?$/);
  });
});

describe("campaigns", () => {
  const flightDates = { startDate: after(new Date(), DAY_MS), endDate: after(new Date(), 5 * DAY_MS) };
  const plan = (more: object = {}) => ({
    advertiserId: estate.ids.advertiser,
    name: "Plan",
    flightDates,
    budget: { total: 100 },
    ...more,
  });

  test("need no mode, and accept both the newer one and the older discriminator", async () => {
    for (const more of [{}, { mode: "discovery" }, { campaignType: "ROUTED" }])
      expect(await buyer.post("/buyer/campaigns", plan(more))).toMatchObject({ status: 201 });
  });

  test("are not executed without a product, and are left alone if everything is bought", async () => {
    const { campaign } = expectData(await buyer.post("/buyer/campaigns", plan()));
    expect(await buyer.post(`/buyer/campaigns/${campaign.campaignId}/execute`)).toMatchObject({
      status: 400,
      error: { code: "BAD_REQUEST" },
    });
    const before = (await get(`/campaigns/${estate.ids.campaign}`)).campaign.mediaBuys;
    expect(await buyer.post(`/buyer/campaigns/${estate.ids.campaign}/execute`)).toMatchObject({ status: 200 });
    expect((await get(`/campaigns/${estate.ids.campaign}`)).campaign.mediaBuys).toHaveLength(before.length);
  });

  test("have one media buy, found under the campaign, the advertiser and directly", async () => {
    const { advertiser, campaign, mediaBuy } = estate.ids;
    const { campaign: whole } = await get(`/campaigns/${campaign}`);
    const direct = await get(`/media-buys/${mediaBuy}`);
    expect(whole.mediaBuys).toMatchObject([{ mediaBuyId: mediaBuy, status: direct.mediaBuy.status }]);
    expect(await get(`/advertisers/${advertiser}/media-buys/${mediaBuy}`)).toEqual(direct);
    const { mediaBuys } = await get(`/advertisers/${advertiser}/media-buys`);
    expect(mediaBuys).toMatchObject([{ mediaBuyId: mediaBuy }]);
  });

  test("have media buys that can be cancelled", async () => {
    expect(await get(`/advertisers/${estate.ids.advertiser}/media-buys?status=CANCELED`)).toMatchObject({
      mediaBuys: [],
    });
  });

  test("list their creatives under both paths, and the formats that sellers accept", async () => {
    const home = `/campaigns/${estate.ids.campaign}`;
    const { manifests } = await get(`${home}/creativeManifest`);
    expect(manifests).toMatchObject([{ creative_id: estate.ids.creative }]);
    expect((await get(`${home}/creatives`)).manifests).toEqual(manifests);
    expect(await get("/formats")).toMatchObject({ formats: expect.any(Array) });
  });

  test("that are completed are not started again", async () => {
    const done = await createOwnedResources(world, await world.caller("OPERATOR"), "Completed");
    expectData(await done.buyer.post("/sandbox/clock", { days: 30 }));
    const path = `/buyer/campaigns/${done.ids.campaign}`;
    expect(expectData(await done.buyer.get(path)).campaign.status).toBe("COMPLETED");
    for (const verb of ["reactivate", "execute"])
      expect(await done.buyer.post(`${path}/${verb}`)).toMatchObject({ status: 400 });
  });
});

describe("discovery", () => {
  test("accepts the storefront page's action and behaves as usual", async () => {
    const question = { advertiserId: estate.ids.advertiser, storefrontIds: [estate.ids.storefront] };
    const idsOf = async (body: object) => {
      const { productGroups } = expectData(await buyer.post("/buyer/discovery/discover-products", body));
      return productGroups.flatMap(({ products }: { products: { productId: string }[] }) =>
        products.map(({ productId }) => productId),
      );
    };
    const plain = await idsOf(question);
    expect(plain.length).toBeGreaterThan(0);
    expect(await idsOf({ ...question, proposal: { action: "discover" } })).toEqual(plain);
  });
});

describe("reporting", () => {
  test("names each level and its figures in the terms of both generations", async () => {
    const { advertisers } = await get(`/reporting/metrics?advertiserId=${estate.ids.advertiser}&days=0`);
    const fields = contract.getReportingMetrics?.answer ?? {};
    for (const level of ["advertisers[]", "advertisers[].campaigns[]", "advertisers[].campaigns[].mediaBuys[]"])
      expect([fields[`${level}.totals`], fields[`${level}.metrics`]]).toEqual(["object", "object"]);
    expect([fields["advertisers[].name"], fields["advertisers[].advertiserName"]]).toEqual(["string", "string"]);
    for (const one of advertisers) expect([one.name, one.totals]).toEqual([one.advertiserName, one.metrics]);
  });

  test("is filtered by media buy", async () => {
    const { mediaBuy, advertiser } = estate.ids;
    const { advertisers } = await get(`/reporting/metrics?advertiserId=${advertiser}&mediaBuyId=${mediaBuy}&days=0`);
    const reported = advertisers.flatMap((one: { campaigns: { mediaBuys: { mediaBuyId: string }[] }[] }) =>
      one.campaigns.flatMap(({ mediaBuys }) => mediaBuys.map(({ mediaBuyId }) => mediaBuyId)),
    );
    expect(new Set(reported).size).toBeLessThanOrEqual(1);
    expect((await buyer.get("/buyer/reporting/metrics?mediaBuyId=mb_none&days=0")).status).toBe(404);
  });

  test("covers seven days by default", async () => {
    const { periodStart, periodEnd } = await get("/reporting/metrics");
    expect((Date.parse(periodEnd) - Date.parse(periodStart)) / 86_400_000).toBe(6);
  });
});

describe("the wire", () => {
  test("has every answer in the envelope, with the request's id and time, and the id in the header too", async () => {
    const { headers, meta, error } = await buyer.get("/buyer/advertisers");
    expect(error).toBeNull();
    expect(meta.requestId).toBe(headers["x-request-id"]);
    expect(new Date(meta.timestamp).toISOString()).toBe(meta.timestamp);
  });

  test("reaches any operation through api_call, by method and path as by operation", async () => {
    const call = async (given: object) => (await callTool(world, buyer.key, "api_call", given)).content.data;
    const { campaign } = estate.ids;
    const byPath = await call({ method: "GET", path: `/campaigns/${campaign}` });
    expect(byPath).toMatchObject({ campaign: { campaignId: campaign } });
    expect(await call({ operation: "getCampaign", pathParams: { campaignId: campaign } })).toEqual(byPath);
    expect(await call({ method: "GET", path: "/notifications" })).toMatchObject({ notifications: expect.any(Array) });
  });

  test("counts requests by address and by organisation", async () => {
    const { rateLimits } = world.parts;
    const strict = await openWorld({ rateLimits: { ...rateLimits, perOrganisation: 3 } });
    try {
      const [hasty, patient] = [await strict.caller("BUYER"), await strict.caller("BUYER")];
      const statuses = [];
      for (let i = 0; i < 4; i++) statuses.push((await hasty.get("/buyer/advertisers")).status);
      expect(statuses).toEqual([200, 200, 200, 429]);
      expect((await patient.get("/buyer/advertisers")).status).toBe(200);
    } finally {
      await strict.close();
    }
  });
});
