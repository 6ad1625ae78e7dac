import type { CreateResources } from "../belongings.ts";
import { expectData } from "../expect-data.ts";

/** An account that the estate's source opens for the advertiser, and the advertiser's link to it. */
export const accounts: CreateResources = async (buyer, { advertiser, storefront, source }) => {
  const path = `/buyer/advertisers/${advertiser}/accounts`;
  const available = await buyer.get(`${path}/available?storefrontId=${storefront}&sourceId=${source}`);
  const [{ accountId }] = expectData(available).accounts;
  const link = await buyer.post(path, { storefrontId: storefront, sourceId: source, accountId });
  return { account: accountId, accountLink: expectData(link).linkId };
};
