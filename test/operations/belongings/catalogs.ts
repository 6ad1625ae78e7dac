import type { CreateResources } from "../belongings.ts";
import { expectData } from "../expect-data.ts";

/** A catalog of the buyer's advertiser, by its number, with an item in it. */
export const catalogs: CreateResources = async (buyer, { advertiser }) => {
  const path = `/buyer/advertisers/${advertiser}/catalogs`;
  const { catalog } = expectData(await buyer.post(path, { name: "Summer", type: "product" }));
  const offering = { offeringId: `sku_of_${advertiser}_and_nobody`, title: "Headphones" };
  expectData(await buyer.post(`${path}/${catalog.catalogId}/offerings`, offering));
  return { catalog: Number(catalog.catalogId.replace("cat_", "")), offering: offering.offeringId };
};
