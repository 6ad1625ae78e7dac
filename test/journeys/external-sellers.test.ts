import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type SdkSeller, startSdkSeller } from "../seller/sdk-sellers.ts";
import { type Caller, openWorld, type World } from "../world.ts";

/**
 * The buyer's journey with third-party sellers: the example sellers of the AdCP SDK, in separate processes, two of them over MCP and one
 * over A2A. Their requirements are described where they are started.
 */
let world: World;
let sellers: Readonly<Record<"guaranteed" | "auction" | "video", SdkSeller>>;
let buyer: Caller;
let storefrontId: number;

beforeAll(async () => {
  world = await openWorld();
  const [guaranteed, auction, video] = await Promise.all([
    startSdkSeller("guaranteed"),
    startSdkSeller("non-guaranteed"),
    startSdkSeller("a2a"),
  ]);
  sellers = { guaranteed, auction, video };
  storefrontId = await openStorefront();
  buyer = await world.caller("BUYER", { sandbox: true });
});
afterAll(async () => {
  await Promise.all(Object.values(sellers).map((seller) => seller.stop()));
  await world.close();
});

/** One storefront over all three: two accessed with the storefront's own key, the third with a key of each buyer. */
async function openStorefront(): Promise<number> {
  const [seller, operator] = await Promise.all([world.caller("SELLER"), world.caller("OPERATOR")]);
  const { data } = await seller.post("/storefront", {
    name: "Open Network",
    defaultCurrency: "USD",
    acceptsAllCountries: true,
  });
  for (const [sourceId, { endpointUrl, protocol, token }] of Object.entries(sellers)) {
    const made = await seller.post("/storefront/inventory-sources", {
      sourceId,
      name: sourceId,
      executionType: "AGENT",
      type: "SALES",
      endpointUrl,
      protocol,
      authenticationType: "API_KEY",
      auth: { type: "bearer", token },
    });
    expect(made).toMatchObject({ status: 201, data: { status: "ACTIVE" } });
  }
  expect((await seller.put("/storefront", { isPaused: false })).error).toBeNull();
  await operator.post(`/operator/storefronts/${data.storefrontId}/list`);
  return Number(data.storefrontId);
}

const buysOf = async (campaignId: string) =>
  (await buyer.get(`/buyer/campaigns/${campaignId}`)).data.campaign.mediaBuys;

test("a buyer finds, buys, and reads the delivery of inventory that others sell", async () => {
  const storefront = (await buyer.get(`/buyer/storefronts/${storefrontId}`)).data;
  for (const { sourceId, requiresCredentials } of storefront.sources) {
    if (!requiresCredentials) continue;
    const auth = { type: "api_key", token: sellers[sourceId as "video"].token };
    expect(
      (
        await buyer.post(`/buyer/storefronts/${storefrontId}/sources/${sourceId}/credentials`, {
          accountIdentifier: "acct_1",
          auth,
        })
      ).status,
    ).toBe(201);
  }
  // The example sellers identify their accounts by the publisher's own brand.
  const advertiser = (await buyer.post("/buyer/advertisers", { name: "Acme Outdoor", brand: "acmeoutdoor.example" }))
    .data;

  const channels = ["display", "olv", "ctv", "social"];
  const discovered = (
    await buyer.post("/buyer/discovery/discover-products", {
      advertiserId: advertiser.id,
      brief: "outdoor video for hikers",
      channels,
      debug: true,
    })
  ).data;
  const products: {
    productId: string;
    salesAgentId: string;
    pricingOptions: { pricingOptionId: string; isFixed: boolean }[];
  }[] = discovered.productGroups.flatMap(({ products }: { products: unknown[] }) => products);
  const sources = new Set(products.map(({ productId }) => productId.split(":")[0]));
  expect(discovered.incompleteAgents ?? []).toEqual([]);
  expect(sources).toEqual(new Set(["auction", "guaranteed", "video"]));

  const chosen = [...sources].map((source) => {
    const product = products.find(({ productId }) => productId.startsWith(`${source}:`));
    const option = product?.pricingOptions.find(({ isFixed }) => isFixed);
    return {
      productId: product?.productId,
      salesAgentId: product?.salesAgentId,
      pricingOptionId: option?.pricingOptionId,
      budget: 30_000,
    };
  });
  expect(await buyer.post(`/buyer/discovery/${discovered.discoveryId}/products`, { products: chosen })).toMatchObject({
    status: 200,
  });

  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
  const plan = {
    advertiserId: advertiser.id,
    name: "Autumn",
    flightDates: { startDate: day(1), endDate: day(30) },
    budget: { total: 90_000 },
    discoveryId: discovered.discoveryId,
  };
  const { campaignId } = (await buyer.post("/buyer/campaigns", plan)).data.campaign;
  const executed = await buyer.post(`/buyer/campaigns/${campaignId}/execute`);
  expect(executed).toMatchObject({ status: 200, data: { success: true, newStatus: "ACTIVE" } });

  // One storefront means one buy, which waits as long as one of its sources has not decided.
  expect(await buysOf(campaignId)).toMatchObject([
    { status: expect.stringMatching(/PENDING_APPROVAL|INPUT_REQUIRED/), why: { reason: expect.any(String) } },
  ]);
  for (let polls = 0; polls < 200 && (await buysOf(campaignId))[0].status === "PENDING_APPROVAL"; polls++) {
    await buyer.get(`/buyer/campaigns/${campaignId}/media-buy-status`);
    // The seller decides in a process of its own, which gets little of a busy machine.
    if (polls > 10) await setTimeout(100);
  }
  const [bought] = await buysOf(campaignId);
  expect(bought.status).not.toBe("PENDING_APPROVAL");
  expect(bought.packages).toHaveLength(3);

  await buyer.post("/sandbox/clock", { days: 3 });
  const report = (await buyer.get(`/buyer/reporting/metrics?campaignId=${campaignId}&days=90`)).data;
  expect(report.totals.impressions).toBeGreaterThan(0);
});
