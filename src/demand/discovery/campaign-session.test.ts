import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Caller, openWorld, type World } from "../../../test/world.ts";
import { newId } from "../../ground/kernel/ids.ts";
import { systemRandom } from "../../ground/kernel/random.ts";
import type { ProductsRequest } from "../../ground/seller-agent/index.ts";
import { product, ScriptedMarket, seller } from "./discovery.fixture.ts";

const market = new ScriptedMarket();
let world: World;
let buyer: Caller;
let advertiserId: number;
let asked: ProductsRequest | undefined;

beforeAll(async () => {
  world = await openWorld({ sellers: market });
});
afterAll(() => world.close());
beforeEach(async () => {
  buyer = await world.caller("BUYER");
  advertiserId = await newAdvertiser();
  market.open(listening("One", 1), listening("Two", 2));
});

function listening(name: string, storefrontId: number) {
  return seller(name, storefrontId, (request) => {
    asked = request;
    return { products: [product(`of-${storefrontId}`, { channels: ["podcast"] })] };
  });
}

async function newAdvertiser(): Promise<number> {
  const { data } = await buyer.post("/buyer/advertisers", { name: "Acme", brand: "acme.com" });
  return Number(data.id);
}

/** Straight into the table, since campaigns are built on discovery and not the other way round. */
async function newCampaign(status = "DRAFT", owner = advertiserId): Promise<string> {
  const campaignId = newId("campaign", systemRandom);
  const at = new Date("2026-01-01T00:00:00Z");
  await world.database.write({ customerId: buyer.customerId, reach: "tenant" }, (db) =>
    db
      .insertInto("campaigns")
      .values({
        customer_id: buyer.customerId,
        campaign_id: campaignId,
        advertiser_id: owner,
        name: "Spring",
        status,
        brief: "garden tools",
        flight_start: new Date("2026-04-01T00:00:00Z"),
        flight_end: new Date("2026-05-01T00:00:00Z"),
        budget: "2500.50",
        currency: "USD",
        constraints: JSON.stringify({ channels: ["podcast", "video"], geo_countries: ["DE"] }),
        storefront_ids: [2],
        created_at: at,
        updated_at: at,
      })
      .execute(),
  );
  return campaignId;
}

const discover = (body: object) => buyer.post("/buyer/discovery/discover-products", { advertiserId, ...body });
const select = (discoveryId: string, body: object) => buyer.post(`/buyer/discovery/${discoveryId}/products`, body);

test("a campaign seeds what the call leaves open: brief, flight, budget, constraints and storefronts", async () => {
  const campaignId = await newCampaign();
  const { data } = await discover({ campaignId });
  expect(asked).toEqual({
    brief: "garden tools",
    channels: ["podcast", "olv"],
    countries: ["DE"],
    flight: { start: new Date("2026-04-01T00:00:00Z"), end: new Date("2026-05-01T00:00:00Z") },
    budget: { amount: "2500.50", currency: "USD" },
  });
  expect(data).toMatchObject({
    budgetContext: { sessionBudget: 2500.5 },
    productGroups: [{ groupName: "Two", products: [{ productId: "of-2" }] }],
  });
  await discover({ campaignId, brief: "seeds", channels: ["podcast", "radio"], storefrontIds: [1] });
  expect(asked).toMatchObject({ brief: "seeds", channels: ["podcast", "radio"], countries: ["DE"] });
});

test("a search for a campaign ties one session to it, which later searches continue", async () => {
  const campaignId = await newCampaign();
  const first = await discover({ campaignId });
  const { discoveryId } = first.data;
  expect((await discover({ campaignId, brief: "seeds" })).data.discoveryId).toBe(discoveryId);
  const chosen = await select(discoveryId, { products: [{ productId: "of-2" }], campaignId });
  expect(chosen).toMatchObject({ status: 200, data: { campaignBound: true } });
  expect(chosen.data.campaignWarning).toBeUndefined();
  const other = await discover({});
  expect(await discover({ campaignId, discoveryId: other.data.discoveryId })).toMatchObject({ status: 409 });
  expect(await discover({ campaignId: await newCampaign(), discoveryId })).toMatchObject({ status: 409 });
});

test("the storefronts that a campaign is pinned to hold in its session whether the campaign is named or not", async () => {
  const { data } = await discover({ campaignId: await newCampaign() });
  const again = await discover({ discoveryId: data.discoveryId, brief: "seeds" });
  expect(again.data.productGroups.map(({ groupName }: { groupName: string }) => groupName)).toEqual(["Two"]);
});

test("of two concurrent first searches for a campaign, at most one session becomes the campaign's", async () => {
  const campaignId = await newCampaign();
  const answers = await Promise.all([1, 2, 3].map(() => discover({ campaignId })));
  const sessions = new Set(answers.filter(({ status }) => status === 200).map(({ data }) => data.discoveryId));
  expect(sessions.size).toBe(1);
  expect(answers.filter(({ status }) => status !== 200).every(({ status }) => status === 409)).toBe(true);
});

test("a campaign of another advertiser is refused, and an archived one seeds a session that is not its own", async () => {
  const foreign = await newCampaign("DRAFT", await newAdvertiser());
  expect(await discover({ campaignId: foreign })).toMatchObject({ status: 400, error: { field: "campaignId" } });
  const archived = await newCampaign("ARCHIVED");
  const { data } = await discover({ campaignId: archived });
  const chosen = await select(data.discoveryId, { products: [{ productId: "of-2" }] });
  expect(chosen.data).toMatchObject({ campaignBound: false, campaignWarning: expect.any(String) });
});

test("products chosen for a campaign that the session is not attached to are refused", async () => {
  const { data } = await discover({ channels: [] });
  const campaignId = await newCampaign();
  const { status, error } = await select(data.discoveryId, { products: [{ productId: "of-1" }], campaignId });
  expect([status, error?.field]).toEqual([400, "campaignId"]);
});
