import type { Context } from "../../../ground/kernel/context.ts";
import { deselectProducts } from "../../discovery/index.ts";
import type { MediaBuy } from "../../media-buys/index.ts";
import type { Proposal } from "../../media-buys/operations/index.ts";

/** The campaign's buys as if all proposed changes had been made. */
export function asProposed(buys: readonly MediaBuy[], proposals: readonly Proposal[]): MediaBuy[] {
  const after = new Map(proposals.map((proposal) => [proposal.before.mediaBuyId, proposal.after]));
  return buys.map((buy) => after.get(buy.mediaBuyId) ?? buy);
}

/** Deselects products that were removed from drafts; otherwise the next execute would buy them again. */
export async function deselectRemoved(
  ctx: Context,
  discoveryId: string | null,
  proposals: readonly Proposal[],
): Promise<void> {
  if (discoveryId === null) return;
  for (const { before, after, act } of proposals) {
    const left = new Set(after.packages.map(({ productId }) => productId));
    const gone = before.packages.map(({ productId }) => productId).filter((productId) => !left.has(productId));
    if (act === "save" && gone.length > 0) await deselectProducts(ctx, discoveryId, before.salesAgentId, gone);
  }
}
