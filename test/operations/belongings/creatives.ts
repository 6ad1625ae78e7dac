import type { CreateResources } from "../belongings.ts";
import { expectData } from "../expect-data.ts";

/** A creative of the buyer's campaign, with an asset. */
export const creatives: CreateResources = async (buyer, { campaign }) => {
  const body = { name: "Spot", url_asset: { url: "https://acme.example/", url_type: "CLICKTHROUGH" } };
  return { creative: expectData(await buyer.post(`/buyer/campaigns/${campaign}/creatives/create`, body)).creative_id };
};
