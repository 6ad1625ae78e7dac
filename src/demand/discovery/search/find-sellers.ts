import type { CallContext } from "../../../ground/kernel/context.ts";
import type { ListedSeller } from "../../../ground/seller-agent/sellers.ts";
import { isSoughtSeller, type SearchCriteria } from "./criteria.ts";

type Market = Pick<CallContext, "sellers" | "viewer">;

/**
 * The sellers to search, in a stable order. A closed one is only included if it is named by its id: then it is asked as
 * well, and says itself why it sells nothing.
 */
export async function findSellers(criteria: SearchCriteria, market: Market): Promise<readonly ListedSeller[]> {
  const { storefronts } = criteria;
  const open = await market.sellers.discoverable(market.viewer, {
    ...(storefronts && { storefrontIds: storefronts.ids, storefrontNames: storefronts.names }),
  });
  const closed = await closedOnes(criteria, open, market);
  return [...open, ...closed].filter(({ agentId, name, storefrontId }) =>
    isSoughtSeller({ salesAgentId: agentId, salesAgentName: name, storefrontId }, criteria),
  );
}

async function closedOnes(
  criteria: SearchCriteria,
  open: readonly ListedSeller[],
  market: Market,
): Promise<ListedSeller[]> {
  const { sellers, viewer } = market;
  const there = new Set(open.map(({ storefrontId }) => storefrontId));
  const elsewhere = new Set((await namedStorefronts(criteria, market)).filter((id) => !there.has(id)));
  const found = await Promise.all([...elsewhere].map((id) => sellers.findAt(viewer, id)));
  return found.filter((seller) => seller !== undefined);
}

async function namedStorefronts(
  { storefronts, salesAgents }: SearchCriteria,
  { sellers, viewer }: Market,
): Promise<number[]> {
  const named = await Promise.all((salesAgents?.ids ?? []).map((id) => sellers.find(viewer, id)));
  return [...(storefronts?.ids ?? []), ...named.flatMap((seller) => seller?.storefrontId ?? [])];
}
