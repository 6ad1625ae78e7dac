import { afterAll, beforeAll, expect, test } from "vitest";
import { DAY_MS } from "../../src/ground/kernel/clock.ts";
import { type MarketStorefront, openStorefront } from "../../src/supply/marketplace/market.fixture.ts";
import { PROFILES } from "../../src/supply/simulated/index.ts";
import { doJobs } from "../jobs.ts";
import { type Caller, openWorld, type World } from "../world.ts";

let world: World;
let operator: Caller;
let maker: MarketStorefront;
let reseller: MarketStorefront;
let buyer: Caller;
beforeAll(async () => {
  world = await openWorld();
  operator = await world.caller("OPERATOR");
  maker = await openStorefront(world, operator, { name: "Maker", sandbox: true });
  reseller = await openStorefront(world, operator, {
    name: "Reseller",
    sandbox: true,
    source: { simulation: PROFILES.ctv },
  });
  buyer = await world.caller("BUYER", { sandbox: true });
}, 60_000);
afterAll(() => world.close());

const LINKS = "/storefront/storefront-links";
const SOURCE = "/storefront/inventory-sources/maker";

test("a buyer buys through a storefront what another sells, and continues after the two have parted", async () => {
  const requested = await reseller.seller.post("/storefront/inventory-sources", {
    sourceId: "maker",
    name: "Maker",
    executionType: "LINKED_STOREFRONT",
    platformId: maker.platformId,
    requestMessage: "We sell to car makers",
  });
  expect(requested).toMatchObject({
    status: 201,
    data: { status: "PENDING", linkedStorefront: { status: "PENDING", seller: { name: "Maker" } } },
  });
  await doJobs(world);
  const [request] = (await maker.seller.get(`${LINKS}?status=PENDING`)).data.items;
  expect(request).toMatchObject({ buyer: { name: "Reseller" }, requestMessage: "We sell to car makers" });
  expect(await productsOf(reseller)).toEqual([]);

  expect(await maker.seller.post(`${LINKS}/${request.linkId}/approve`)).toMatchObject({ status: 200 });
  await doJobs(world);
  expect((await reseller.seller.get(SOURCE)).data).toMatchObject({ status: "ACTIVE", connectionError: null });

  const { advertiserId, discoveryId, product } = await discover();
  const path = await execute(advertiserId, discoveryId, product);
  await buyer.post("/sandbox/clock", { days: 3 });
  const running = await buyOf(path);
  expect(running).toMatchObject({ status: "ACTIVE" });
  const early = await impressionsOf(path);
  expect(early).toBeGreaterThan(0);

  const { items, total } = (await maker.seller.get("/storefront/media-buys")).data;
  expect(total).toBe(1);
  expect(items[0].buyer).toEqual({ customerId: reseller.seller.customerId, name: "Reseller" });

  expect(await maker.seller.post(`${LINKS}/${request.linkId}/cancel`)).toMatchObject({
    data: { status: "CANCELLED", cancelledBy: "SELLER" },
  });
  // Immediately, whether or not its source has followed yet.
  expect(await reasonsAt(reseller)).toContainEqual(expect.stringContaining("Maker is no longer linked"));
  await doJobs(world);
  expect((await reseller.seller.get(SOURCE)).data).toMatchObject({
    status: "DISABLED",
    connectionError: "Maker has cancelled the link",
  });
  expect(await productsOf(reseller)).toEqual([]);
  await buyer.post("/sandbox/clock", { days: 3 });
  expect(await impressionsOf(path)).toBeGreaterThan(early);
});

async function ask({ id }: MarketStorefront) {
  const { data: advertiser } = await buyer.post("/buyer/advertisers", { name: "Acme", brand: "acme.example" });
  const question = { advertiserId: advertiser.id, storefrontIds: [id] };
  const { data } = await buyer.post("/buyer/discovery/discover-products", question);
  return { advertiserId: advertiser.id as string, found: data };
}

/** By id; nobody here has access to the reseller's other source. */
async function productsOf(stall: MarketStorefront): Promise<string[]> {
  const { found } = await ask(stall);
  return found.productGroups.flatMap(({ products }: { products: { productId: string }[] }) =>
    products.map(({ productId }) => productId),
  );
}

async function reasonsAt(stall: MarketStorefront): Promise<string[]> {
  const { found } = await ask(stall);
  return found.emptyReasons.map(({ message }: { message: string }) => message);
}

async function discover() {
  const { advertiserId, found } = await ask(reseller);
  const [product] = found.productGroups[0].products;
  expect(product.productId).toMatch(/^maker:main:/);
  return { advertiserId, discoveryId: found.discoveryId as string, product };
}

async function execute(
  advertiserId: string,
  discoveryId: string,
  product: { productId: string; salesAgentId: string },
) {
  const { productId, salesAgentId } = product;
  const products = [{ productId, salesAgentId, budget: 20_000, bidPrice: 60 }];
  await buyer.post(`/buyer/discovery/${discoveryId}/products`, { products });
  const [startDate, endDate] = [0, 20].map((days) => new Date(Date.now() + days * DAY_MS).toISOString());
  const plan = { name: "Spring", flightDates: { startDate, endDate }, budget: { total: 20_000 } };
  const made = await buyer.post("/buyer/campaigns", { ...plan, advertiserId, discoveryId });
  const path = `/buyer/campaigns/${made.data.campaign.campaignId}`;
  expect((await buyer.post(`${path}/execute`)).data).toMatchObject({ success: true });
  return path;
}

const buyOf = async (path: string) => (await buyer.get(path)).data.campaign.mediaBuys[0];

async function impressionsOf(path: string): Promise<number> {
  const { data } = await buyer.get(`/buyer/reporting/metrics?campaignId=${path.split("/").at(-1)}`);
  return data.totals.impressions;
}
