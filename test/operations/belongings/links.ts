import { openStorefront } from "../../../src/supply/marketplace/market.fixture.ts";
import type { CreateResources } from "../belongings.ts";
import { expectData } from "../expect-data.ts";

/** Another storefront that the seller requests as a source. */
export const links: CreateResources = async (seller, _, world) => {
  const name = `Partner of ${seller.customerId}`;
  const { platformId } = await openStorefront(world, await world.caller("OPERATOR"), { name });
  const body = { name: "Partner", executionType: "LINKED_STOREFRONT", platformId };
  const source = expectData(await seller.post("/storefront/inventory-sources", body));
  return { storefrontLink: source.linkedStorefront.linkId };
};
