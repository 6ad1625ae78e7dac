import type { Context } from "../../ground/kernel/context.ts";
import { NotFound } from "../../ground/kernel/errors.ts";
import type { Discovery, FoundProduct } from "./discovery.ts";
import { getDiscovery } from "./get-discovery.ts";
import { isSoughtSeller, type SearchCriteria } from "./search/criteria.ts";
import { type EmptyReason, removalReason } from "./search/empty-reason.ts";
import { filterProducts, filtersFor } from "./search/filter-products.ts";
import { listSelections } from "./selections/store.ts";

/** The sellers' last answer, filtered; nobody is asked again. */
export async function browse(ctx: Context, discoveryId: string, narrowing: SearchCriteria): Promise<Discovery> {
  const discovery = await getDiscovery(ctx, discoveryId);
  const { diagnostics, currency } = discovery;
  const sold = discovery.groups.filter((group) => isSoughtSeller(group, narrowing));
  // The search had its channels; browsing its answer has none.
  const filters = filtersFor({ ...narrowing, channels: [] }, currency);
  const offers = sold.flatMap((group) =>
    group.products.map((found) => ({
      ...found,
      salesAgentId: group.salesAgentId,
      salesAgentName: group.salesAgentName,
      group,
    })),
  );
  const { kept, removed } = filterProducts(offers, filters);
  const byGroup = Map.groupBy(kept, ({ group }) => group);
  const groups = sold.flatMap((group) => {
    const products = byGroup
      .get(group)
      ?.map(({ product, relevance, rank }) => ({ product, relevance, ...(rank !== undefined && { rank }) }));
    return products ? [{ ...group, products }] : [];
  });
  const emptyReasons = [
    ...(discovery.groups.length === 0 ? emptySession(discovery) : []),
    ...(discovery.groups.length > 0 && sold.length === 0 ? [notSought(discovery)] : []),
    ...removed.map((removal) => removalReason(removal, narrowing, currency)),
  ];
  return {
    ...discovery,
    groups,
    diagnostics: { ...diagnostics, removed: [...diagnostics.removed, ...removed], emptyReasons },
  };
}

/** A product of the last answer, or one that was selected from an earlier one. */
export async function findProduct(ctx: Context, discoveryId: string, productId: string, salesAgentId: string) {
  const discovery = await getDiscovery(ctx, discoveryId);
  const group = discovery.groups.find((one) => one.salesAgentId === salesAgentId);
  const found = group?.products.find(({ product }) => product.productId === productId);
  if (group && found) return { discovery, seller: group, found };
  const selections = await listSelections(ctx.db, ctx.viewer.customerId, discoveryId);
  const selected = selections.find((one) => one.productId === productId && one.salesAgentId === salesAgentId);
  if (!selected) throw new NotFound(`there is no product ${productId} of ${salesAgentId} in session ${discoveryId}`);
  const chosen: FoundProduct = { product: selected.product, relevance: null };
  return { discovery, seller: selected, found: chosen };
}

function emptySession({ discoveredAt, diagnostics }: Discovery): readonly EmptyReason[] {
  if (discoveredAt) return diagnostics.emptyReasons;
  return [{ code: "not_discovered", message: "This session has not asked any seller yet: discover products first" }];
}

function notSought({ groups }: Discovery): EmptyReason {
  const names = groups.map(({ groupName }) => groupName).join(", ");
  return {
    code: "storefront_filter_matched_none",
    message: `None of the storefronts in this answer is among those asked for; it is from ${names}`,
  };
}
