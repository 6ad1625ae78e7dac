import type { World } from "../../world.ts";
import type { CreateResources } from "../belongings.ts";
import { expectData } from "../expect-data.ts";

/** How many storefronts of a test world have been given instructions. */
const told = new WeakMap<World, number>();

/**
 * A seller's instructions for its merchandising agent. Versions are counted for each storefront, and later storefronts have more of them,
 * so that the last version of one does not exist for an earlier one.
 */
export const instructions: CreateResources = async (seller, { storefront }, world) => {
  const versions = (told.get(world) ?? 0) + 1;
  told.set(world, versions);
  for (let version = 1; version <= versions; version++) {
    expectData(await seller.post("/storefront/operating-instructions", { content: "Be brief." }));
    expectData(await seller.post("/storefront/acceptance-policy", { content: "Be kind." }));
  }
  const words = { discountPercent: 5, notes: null };
  const scope = { operatorDomain: `agency-${storefront}.example`, brandDomain: null, countries: null };
  const instruction = expectData(await seller.post("/storefront/buyer-instructions", { ...scope, ...words }));
  const house = { houseDomain: `house-${storefront}.example`, scope: "brand" };
  const discount = expectData(await seller.post("/storefront/house-discounts", { ...house, ...words }));
  return {
    operatingInstructions: versions,
    acceptancePolicy: versions,
    buyerInstruction: instruction.id,
    houseDiscount: discount.id,
  };
};
