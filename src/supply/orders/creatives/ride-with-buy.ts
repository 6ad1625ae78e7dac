import { isDeepStrictEqual } from "node:util";
import type { CreativeOutcome, CreativesToSync, SellerCreative } from "../../../ground/seller-agent/index.ts";
import type { Leg } from "../order.ts";

const TOO_LATE =
  "this source takes creatives only with the buy itself: attach them to the campaign first, then buy the product again";

/** The result for a source that received its creatives with the buy and cannot receive any others. */
export function outcomesOfRidden(
  { creatives, packages }: CreativesToSync,
  leg: Pick<Leg, "packages">,
): CreativeOutcome[] {
  return creatives.map((creative): CreativeOutcome => {
    const { creativeId } = creative;
    const showing = packages.filter((part) => part.creativeIds.includes(creativeId));
    const isThere = showing.every(({ packageId }) =>
      leg.packages.some((part) => part.sellerPackageId === packageId && rides(part.creatives, creative)),
    );
    if (isThere) return { creativeId, outcome: "unchanged", approval: null, message: null };
    return { creativeId, outcome: "failed", approval: null, message: TOO_LATE };
  });
}

function rides(sent: readonly SellerCreative[] | null, creative: SellerCreative): boolean {
  return (sent ?? []).some((one) => isDeepStrictEqual(one, creative));
}
