import { openStall } from "../../../src/supply/marketplace/market.fixture.ts";
import type { Belongings } from "../belongings.ts";
import { expectData } from "../expect-data.ts";

/** Another storefront that the seller requests as a source. */
export const links: Belongings = async (seller, _, world) => {
  const name = `Partner of ${seller.customerId}`;
  const { platformId } = await openStall(world, await world.caller("OPERATOR"), { name });
  const body = { name: "Partner", executionType: "LINKED_STOREFRONT", platformId };
  const source = expectData(await seller.post("/storefront/inventory-sources", body));
  return { storefrontLink: source.linkedStorefront.linkId };
};
