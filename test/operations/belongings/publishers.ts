import type { CreateResources } from "../belongings.ts";
import { expectData } from "../expect-data.ts";

/** A publisher that the seller declares. */
export const publishers: CreateResources = async (seller) => {
  const domain = `daily-${seller.customerId}.example`;
  expectData(await seller.post("/storefront/publishers", { domain }));
  return { publisher: domain };
};
