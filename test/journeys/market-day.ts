import { type ModularFixture, ok } from "../../src/supply/modular/modular.fixture.ts";
import { doJobs, makeEverythingDue } from "../jobs.ts";
import type { Caller, World } from "../world.ts";

const DAY_MS = 86_400_000;

export const day = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();

export async function openForBuyers(operator: Caller, { seller, storefrontId }: ModularFixture): Promise<string> {
  ok(await seller.put("/storefront", { isPaused: false }));
  ok(await operator.post(`/operator/storefronts/${storefrontId}/list`));
  return ok(await seller.get("/storefront")).platformId;
}

/** Buys a product by its name for ten days from tomorrow, as a buyer on this installation would. */
export async function buyByCampaign(
  buyer: Caller,
  desk: Pick<ModularFixture, "storefrontId">,
  wanted: string,
  budget: number,
) {
  const advertiser = ok(await buyer.post("/buyer/advertisers", { name: "Acme", brand: "acme.example" }));
  const question = { advertiserId: advertiser.id, storefrontIds: [desk.storefrontId] };
  const found = ok(await buyer.post("/buyer/discovery/discover-products", question));
  const product = found.productGroups[0].products.find(({ name }: { name: string }) => name === wanted);
  const { productId, salesAgentId, pricingOptions } = product;
  const offer = { productId, salesAgentId, pricingOptionId: pricingOptions[0].pricingOptionId, budget };
  ok(await buyer.post(`/buyer/discovery/${found.discoveryId}/products`, { products: [offer] }));
  const flightDates = { startDate: day(1), endDate: day(11) };
  const plan = {
    advertiserId: advertiser.id,
    name: "Spring",
    flightDates,
    budget: { total: budget },
    discoveryId: found.discoveryId,
  };
  const { campaignId } = ok(await buyer.post("/buyer/campaigns", plan)).campaign;
  ok(await buyer.post(`/buyer/campaigns/${campaignId}/execute`));
  const buyOf = async () => ok(await buyer.get(`/buyer/campaigns/${campaignId}`)).campaign.mediaBuys[0];
  return { campaignId, buyOf };
}

/** Lets everything happen that is waiting for its time, in several turns. */
export async function settle(world: World, turns = 6): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) {
    await makeEverythingDue(world);
    await doJobs(world);
  }
}

/** The only row of the file that a buyer downloads, by column. */
export async function csvOf(
  world: World,
  buyer: Caller,
  campaignId: string,
): Promise<Record<string, string | undefined>> {
  const path = `/buyer/reporting/metrics?campaignId=${campaignId}&days=90&download=true`;
  const { downloadUrl } = ok(await buyer.get(path));
  const { pathname, search } = new URL(downloadUrl);
  const file = await world.app.inject({ method: "GET", url: `${pathname}${search}` });
  const [header = "", row = ""] = file.body.split("\r\n");
  const values = row.split(",");
  return Object.fromEntries(header.split(",").map((name, at) => [name, values[at]]));
}
