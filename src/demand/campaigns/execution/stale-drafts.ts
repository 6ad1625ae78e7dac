import { compare, sum } from "../../../ground/kernel/money.ts";
import type { Selection } from "../../discovery/index.ts";
import type { MediaBuy } from "../../media-buys/index.ts";

/** Drafts whose product was selected again, on other terms, after they were created: they are sent unchanged. */
export function staleDraftsOf(buys: readonly MediaBuy[], selections: readonly Selection[]): MediaBuy[] {
  const drafts = buys.filter(({ status }) => status === "DRAFT");
  return drafts.filter((draft) => selections.some((selection) => isNewer(selection, draft)));
}

function isNewer(selection: Selection, { salesAgentId, since, packages }: MediaBuy): boolean {
  if (selection.salesAgentId !== salesAgentId || selection.selectedAt <= since) return false;
  const held = packages.filter(({ productId }) => productId === selection.productId);
  const [first] = held;
  if (!first) return false;
  const { budget, pricingOptionId, bidPrice } = selection;
  const asksMore = budget !== null && compare(budget, sum(held.map((part) => part.budget))) !== 0;
  return asksMore || pricingOptionId !== first.pricingOptionId || (bidPrice ?? first.bidPrice) !== first.bidPrice;
}
