import { doJobs } from "../../../test/jobs.ts";
import type { Caller, World } from "../../../test/world.ts";
import type { MarketStorefront } from "../marketplace/market.fixture.ts";

export const LINKS = "/storefront/storefront-links";
const SOURCES = "/storefront/inventory-sources";

/** Asks a storefront, by its platform id, to be a source of another. */
export function askFor(buyer: Caller, platformId: string, more: object = {}) {
  const body = { name: platformId, sourceId: platformId, executionType: "LINKED_STOREFRONT", platformId, ...more };
  return buyer.post(SOURCES, body);
}

/** The number of the new request; throws if it is refused. */
export async function request(buyer: Caller, seller: MarketStorefront): Promise<number> {
  const { data, error } = await askFor(buyer, seller.platformId);
  if (error) throw new Error(error.message);
  return data.linkedStorefront.linkId;
}

/** Links one storefront to another as its source, and waits until everything that follows is done. */
export async function link(world: World, buyer: Caller, seller: MarketStorefront): Promise<number> {
  const linkId = await request(buyer, seller);
  const { error } = await seller.seller.post(`${LINKS}/${linkId}/approve`);
  if (error) throw new Error(error.message);
  await doJobs(world);
  return linkId;
}

export const sourceAt = async (buyer: Caller, { platformId }: MarketStorefront) =>
  (await buyer.get(`${SOURCES}/${platformId}`)).data;
