import type { Belongings } from "../belongings.ts";
import { expectData } from "../expect-data.ts";

/** What the estate's buyer bought, as its seller knows it. */
export const orders: Belongings = async (seller) => {
  const [order] = expectData(await seller.get("/storefront/media-buys")).items;
  return { order: order.mediaBuyId };
};
