import type { CallContext } from "../../../ground/kernel/context.ts";
import type { ListedSeller } from "../../../ground/seller-agent/sellers.ts";
import { isSoughtSeller, type Wishes } from "./wishes.ts";

type Market = Pick<CallContext, "sellers" | "viewer">;

/**
 * The sellers that a search is for, in a stable order. One that is closed for now is none of them, unless it was named by
 * its id: then it is asked as well, and says itself why it sells nothing.
 */
export async function findSellers(wishes: Wishes, market: Market): Promise<readonly ListedSeller[]> {
  const { storefronts } = wishes;
  const open = await market.sellers.discoverable(market.viewer, {
    ...(storefronts && { storefrontIds: storefronts.ids, storefrontNames: storefronts.names }),
  });
  const closed = await closedOnes(wishes, open, market);
  return [...open, ...closed].filter(({ agentId, name, storefrontId }) =>
    isSoughtSeller({ salesAgentId: agentId, salesAgentName: name, storefrontId }, wishes),
  );
}

async function closedOnes(
  { storefronts }: Wishes,
  open: readonly ListedSeller[],
  { sellers, viewer }: Market,
): Promise<ListedSeller[]> {
  const there = new Set(open.map(({ storefrontId }) => storefrontId));
  const elsewhere = new Set(storefronts?.ids.filter((id) => !there.has(id)));
  const found = await Promise.all([...elsewhere].map((id) => sellers.findAt(viewer, id)));
  return found.filter((seller) => seller !== undefined);
}
