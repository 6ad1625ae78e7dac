import type { Belongings } from "../belongings.ts";
import { expectData } from "../expect-data.ts";

/**
 * How a seller's products are composed, and what became of what its buyer asked. Versions are counted for each storefront: the
 * later storefront has more of them, so that its last is one that the earlier has not.
 */
export const merchandising: Belongings = async (seller, { operatingInstructions }) => {
  const versions = Number(operatingInstructions);
  const rules = [{ kind: "rename", match: { productIds: ["main:none"] }, name: "None" }];
  for (let version = 1; version <= versions; version++)
    expectData(await seller.post("/storefront/product-rules", { rules, activate: version === versions }));
  const [run] = expectData(await seller.get("/storefront/intelligence-runs")).items;
  return { productRules: versions, intelligenceRun: run.id };
};
