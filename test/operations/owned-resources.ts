import type { Noun } from "../../src/ground/kernel/inputs/noun.ts";
import { PROFILES } from "../../src/supply/simulated/index.ts";
import { newestMailTo } from "../mailbox.ts";
import type { Caller, World } from "../world.ts";
import { belongings, sellersBelongings } from "./belongings.ts";
import { expectData } from "./expect-data.ts";

/** What a buyer owns, and what the seller from which it buys owns: an id of every noun, created through the API. */
export interface OwnedResources {
  readonly buyer: Caller;
  readonly seller: Caller;
  readonly ids: Ids;
}

export type Ids = Readonly<Partial<Record<Noun, string | number>>>;

/** A buyer with everything that a buyer can own, and the seller from which it buys. */
export async function createOwnedResources(world: World, operator: Caller, name: string): Promise<OwnedResources> {
  const { seller, storefrontId } = await makeSeller(world, operator, name);
  const buyer = await world.caller("BUYER", { company: `${name} Brands`, sandbox: true });
  let ids: Ids = {
    ...(await createResources(world, buyer, storefrontId, name)),
    ...(await sponsor(world, seller, storefrontId)),
  };
  await world.host.backgroundTasks.idle();
  for (const make of sellersBelongings) ids = { ...ids, ...(await make(seller, ids, world)) };
  return { buyer, seller, ids };
}

/** A buyer that the estate's storefront sponsors, with everything that a buyer can own. */
export async function makeSponsored(
  world: World,
  { seller, ids }: OwnedResources,
  name: string,
): Promise<OwnedResources> {
  const storefrontId = Number(ids.storefront);
  const { sponsored } = await join(world, seller, storefrontId);
  return { buyer: sponsored, seller, ids: await createResources(world, sponsored, storefrontId, name) };
}

async function createResources(world: World, buyer: Caller, storefrontId: number, name: string): Promise<Ids> {
  const credential = expectData(
    await buyer.post(`/buyer/storefronts/${storefrontId}/sources/main/credentials`, {
      accountIdentifier: name,
      auth: AUTH,
    }),
  );
  const advertiser = expectData(await buyer.post("/buyer/advertisers", { name, brand: "acme.example" }));
  const { discovery, product } = await chooseProduct(buyer, advertiser.id, storefrontId);
  const { campaign, mediaBuy } = await buy(buyer, advertiser.id, name, discovery);
  const { productId, salesAgentId } = product;
  const bought = {
    advertiser: advertiser.id,
    discovery,
    product: productId,
    salesAgent: salesAgentId,
    campaign,
    mediaBuy,
  };
  const held = { storefront: storefrontId, source: "main", credential: credential.id, customer: buyer.customerId };
  let ids: Ids = { ...bought, ...held };
  for (const make of belongings) ids = { ...ids, ...(await make(buyer, ids, world)) };
  return ids;
}

async function sponsor(world: World, seller: Caller, storefrontId: number): Promise<Ids> {
  const { joinLink, sponsored } = await join(world, seller, storefrontId);
  return { joinLink, sponsoredBuyer: sponsored.customerId };
}

/** A person who joins the storefront through its own link. */
async function join(world: World, seller: Caller, storefrontId: number) {
  const link = expectData(
    await seller.post("/storefront/join-links", { storefrontId, approvalPolicy: "auto_approve" }),
  );
  const email = `${link.slug}.${link.id}@brand.example`;
  const form = { companyName: "Sponsored Brands", email, acceptTerms: true };
  expectData(await world.anonymous("POST", `/storefront/join/${link.slug}/signup`, form));
  const token = (await newestMailTo(world, email))?.token;
  const { buyerCustomerId, apiKey } = expectData(await world.anonymous("POST", "/storefront/join/confirm", { token }));
  return { joinLink: link.id as string, sponsored: world.holder(buyerCustomerId, apiKey) };
}

const AUTH = { type: "api_key", token: PROFILES.ctv.requiresKey };
const DAY_MS = 86_400_000;

/** An open, listed storefront with one simulated publisher that requires a key. */
async function makeSeller(
  world: World,
  operator: Caller,
  name: string,
): Promise<{ seller: Caller; storefrontId: number }> {
  const seller = await world.caller("SELLER", { company: `${name} Media`, sandbox: true });
  const home = { name: `${name} Media`, defaultCurrency: "USD", acceptsAllCountries: true };
  const storefrontId = Number(expectData(await seller.post("/storefront", home)).storefrontId);
  expectData(
    await seller.post("/storefront/inventory-sources", {
      sourceId: "main",
      name: "Main",
      executionType: "SIMULATED",
      type: "SALES",
      simulation: { ...PROFILES.ctv, seed: name },
      authenticationType: "API_KEY",
    }),
  );
  expectData(await seller.put("/storefront", { isPaused: false }));
  expectData(await operator.post(`/operator/storefronts/${storefrontId}/list`));
  return { seller, storefrontId };
}

async function chooseProduct(buyer: Caller, advertiserId: string, storefrontId: number) {
  const question = { advertiserId, storefrontIds: [storefrontId] };
  const { discoveryId, productGroups } = expectData(await buyer.post("/buyer/discovery/discover-products", question));
  const [product] = productGroups[0].products;
  const [option] = product.pricingOptions.toSorted((a: { isFixed: boolean }) => (a.isFixed ? -1 : 1));
  const { productId, salesAgentId } = product;
  const offer = { pricingOptionId: option.pricingOptionId, budget: 20_000, ...(!option.isFixed && { bidPrice: 60 }) };
  expectData(
    await buyer.post(`/buyer/discovery/${discoveryId}/products`, { products: [{ productId, salesAgentId, ...offer }] }),
  );
  return { discovery: discoveryId, product };
}

async function buy(buyer: Caller, advertiserId: string, name: string, discoveryId: string) {
  const startDate = new Date(Date.now() + DAY_MS).toISOString();
  const endDate = new Date(Date.now() + 20 * DAY_MS).toISOString();
  const plan = { advertiserId, name, flightDates: { startDate, endDate }, budget: { total: 50_000 }, discoveryId };
  const { campaignId } = expectData(await buyer.post("/buyer/campaigns", plan)).campaign;
  expectData(await buyer.post(`/buyer/campaigns/${campaignId}/execute`));
  const { campaign } = expectData(await buyer.get(`/buyer/campaigns/${campaignId}`));
  return { campaign: campaignId, mediaBuy: campaign.mediaBuys[0].mediaBuyId };
}
