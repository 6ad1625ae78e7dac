import type { Context } from "../../../../ground/kernel/context.ts";
import { instructionsFor, type Terms } from "../../../instructions/index.ts";
import { listActiveSources, type Source } from "../../../sources/index.ts";
import type { Order } from "../../order.ts";
import { type Evaluation, evaluate } from "./evaluate.ts";

/** Checks an order against what its storefront currently accepts and sells. */
export function evaluateOrder(order: Order, terms: Terms, active: readonly Source[]): Evaluation {
  const agents = new Map(active.map(({ inventorySourceId, agentId }) => [inventorySourceId, agentId]));
  const products = order.legs.flatMap(({ inventorySourceId, agentId, packages }) => {
    const isSold = agents.get(inventorySourceId) === agentId;
    return packages.map(({ productId }) => ({ productId, isSold }));
  });
  const { operatorDomain, brandDomain } = order.buyer.identity;
  return evaluate({ products, operatorDomain, brandDomain, terms });
}

/** The same, with current data. */
export async function evaluateNow(ctx: Context, order: Order): Promise<Evaluation> {
  const active = await listActiveSources(ctx.db, ctx.viewer.customerId, order.storefrontId);
  return evaluateOrder(order, await termsNow(ctx, order), active);
}

/** The current terms of an order's buyer. */
function termsNow({ db, viewer }: Context, { buyer }: Order): Promise<Terms> {
  const { operatorDomain, brandDomain } = buyer.identity;
  return instructionsFor(db, viewer.customerId, { operatorDomain, brandDomain, countries: [] });
}
