import type { CreateResources } from "../belongings.ts";
import { expectData } from "../expect-data.ts";

/** A package of the media buy. */
export const mediaBuys: CreateResources = async (buyer, { mediaBuy }) => {
  const { packages } = expectData(await buyer.get(`/buyer/media-buys/${mediaBuy}/packages`));
  return { package: packages[0].packageId };
};
