import type { CreateResources } from "../belongings.ts";
import { expectData } from "../expect-data.ts";

/** A buyer whose media buys the seller has approved in advance; its id is that of the buyer itself. */
export const approvals: CreateResources = async (seller, ids) => {
  expectData(await seller.put(`/storefront/buyer-auto-approvals/${ids.customer}`, { enabled: true }));
  return {};
};
