import type { Noun } from "../../src/ground/kernel/operation.ts";
import { PROFILES } from "../../src/supply/simulated/index.ts";
import type { Caller, World } from "../world.ts";

/** What one buyer and one seller own between them: an id of every noun, made through the API. */
export interface Estate {
  readonly buyer: Caller;
  readonly seller: Caller;
  readonly ids: Readonly<Partial<Record<Noun, string | number>>>;
}

/** A buyer with everything a buyer can own, and the seller it buys from. */
export async function makeEstate(world: World, operator: Caller, name: string): Promise<Estate> {
  const seller = await world.caller("SELLER", { company: `${name} Media`, sandbox: true });
  const storefront = expectData(
    await seller.post("/storefront", { name: `${name} Media`, defaultCurrency: "USD", acceptsAllCountries: true }),
  );
  const source = expectData(
    await seller.post("/storefront/inventory-sources", {
      sourceId: "main",
      name: "Main",
      executionType: "SIMULATED",
      type: "SALES",
      simulation: { ...PROFILES.ctv, seed: name },
      authenticationType: "API_KEY",
      auth: { type: "api_key", token: PROFILES.ctv.requiresKey },
    }),
  );
  expectData(await seller.put("/storefront", { isPaused: false }));
  const storefrontId = Number(storefront.storefrontId);
  expectData(await operator.post(`/operator/storefronts/${storefrontId}/list`));

  const buyer = await world.caller("BUYER", { company: `${name} Brands`, sandbox: true });
  const auth = { type: "api_key", token: PROFILES.ctv.requiresKey };
  const credential = expectData(
    await buyer.post(`/buyer/storefronts/${storefrontId}/sources/main/credentials`, { accountIdentifier: name, auth }),
  );
  const advertiser = expectData(await buyer.post("/buyer/advertisers", { name, brand: "acme.example" }));
  const discovered = expectData(
    await buyer.post("/buyer/discovery/discover-products", {
      advertiserId: advertiser.id,
      storefrontIds: [storefrontId],
    }),
  );
  const [group] = discovered.productGroups;
  const [product] = group.products;
  const discovery = discovered.discoveryId;
  const fixed =
    product.pricingOptions.find(({ isFixed }: { isFixed: boolean }) => isFixed) ?? product.pricingOptions[0];
  const chosen = {
    productId: product.productId,
    salesAgentId: product.salesAgentId,
    pricingOptionId: fixed.pricingOptionId,
    budget: 20_000,
    ...(!fixed.isFixed && { bidPrice: 60 }),
  };
  expectData(await buyer.post(`/buyer/discovery/${discovery}/products`, { products: [chosen] }));
  const startDate = new Date(Date.now() + 86_400_000).toISOString();
  const endDate = new Date(Date.now() + 20 * 86_400_000).toISOString();
  const made = expectData(
    await buyer.post("/buyer/campaigns", {
      advertiserId: advertiser.id,
      name,
      flightDates: { startDate, endDate },
      budget: { total: 50_000 },
      discoveryId: discovery,
    }),
  );
  const campaignId = (made.campaign ?? made).campaignId;
  expectData(await buyer.post(`/buyer/campaigns/${campaignId}/execute`));
  const after = expectData(await buyer.get(`/buyer/campaigns/${campaignId}`));
  const [mediaBuy] = (after.campaign ?? after).mediaBuys;

  return {
    buyer,
    seller,
    ids: {
      advertiser: advertiser.id,
      campaign: campaignId,
      discovery,
      mediaBuy: mediaBuy.mediaBuyId,
      product: product.productId,
      salesAgent: product.salesAgentId,
      storefront: storefrontId,
      source: source.sourceId,
      credential: credential.id,
      customer: buyer.customerId,
    },
  };
}

// biome-ignore lint: a test reads the answer as it hopes it is
function expectData(reply: { status: number; data: any; error: unknown }): any {
  if (reply.status >= 300) throw new Error(`the estate was refused: ${reply.status} ${JSON.stringify(reply.error)}`);
  return reply.data;
}
