import type { CreateResources } from "../belongings.ts";
import { expectData } from "../expect-data.ts";

/**
 * How a seller's products are composed, and the result of its buyer's requests. Versions are counted for each storefront, and later
 * storefronts have more of them, so that the last version of one does not exist for an earlier one.
 */
export const merchandising: CreateResources = async (seller, { operatingInstructions }) => {
  const versions = Number(operatingInstructions);
  const rules = [{ kind: "rename", match: { productIds: ["main:none"] }, name: "None" }];
  for (let version = 1; version <= versions; version++)
    expectData(await seller.post("/storefront/product-rules", { rules, activate: version === versions }));
  const [run] = expectData(await seller.get("/storefront/intelligence-runs")).items;
  return { productRules: versions, intelligenceRun: run.id };
};
