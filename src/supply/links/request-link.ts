import type { Context } from "../../ground/kernel/context.ts";
import { Conflict, Invalid, NotFound } from "../../ground/kernel/errors.ts";
import type { Storefront } from "../storefronts/index.ts";
import { announceLink } from "./announce-link.ts";
import type { LinkedParty, StorefrontLink } from "./link.ts";
import { findLink, findListedParty, insertLink } from "./store.ts";

/** The storefront with this platform id. A storefront that is not on the marketplace counts as missing. */
export async function findSeller({ db }: Context, buyer: Storefront, platformId: string): Promise<LinkedParty> {
  if (platformId === buyer.platformId)
    throw new Invalid("platformId: a storefront cannot be its own source; name another", { field: "platformId" });
  const seller = await findListedParty(db, platformId);
  if (seller) return seller;
  throw new NotFound(`platformId: there is no storefront ${platformId} on the market`, { field: "platformId" });
}

export interface LinkRequest {
  readonly buyer: Pick<LinkedParty, "customerId" | "storefrontId">;
  readonly seller: LinkedParty;
  /** The source that is waiting for the answer. */
  readonly inventorySourceId: number;
  readonly requestMessage: string | null;
}

/**
 * Asks another storefront to be a source of the viewer's; throws `Conflict` if the two are already linked or a request
 * is open.
 */
export async function requestLink(ctx: Context, request: LinkRequest): Promise<StorefrontLink> {
  const { platformId, name } = request.seller;
  const linkId = await insertLink(ctx.db, request, ctx.now);
  const link = linkId === undefined ? undefined : await findLink(ctx.db, ctx.viewer.customerId, linkId);
  if (!link)
    throw new Conflict(`platformId: your storefront has a link with ${name} already, or waits for its answer`, {
      field: "platformId",
      details: { platformId },
    });
  await announceLink(ctx, link, "requested");
  return link;
}
