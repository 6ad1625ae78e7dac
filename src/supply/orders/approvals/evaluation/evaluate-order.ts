import type { Context } from "../../../../ground/kernel/context.ts";
import { instructionsFor, type Terms } from "../../../instructions/index.ts";
import { listActiveSources } from "../../../sources/index.ts";
import type { Order } from "../../order.ts";
import { type Evaluation, evaluate } from "./evaluate.ts";

/** Checks an order against what its storefront currently accepts and sells. */
export async function evaluateOrder({ db, viewer }: Context, order: Order, terms: Terms): Promise<Evaluation> {
  const active = await listActiveSources(db, viewer.customerId, order.storefrontId);
  const agents = new Map(active.map(({ inventorySourceId, agentId }) => [inventorySourceId, agentId]));
  const products = order.legs.flatMap(({ inventorySourceId, agentId, packages }) => {
    const isSold = agents.get(inventorySourceId) === agentId;
    return packages.map(({ productId }) => ({ productId, isSold }));
  });
  const { operatorDomain, brandDomain } = order.buyer.identity;
  return evaluate({ products, operatorDomain, brandDomain, terms });
}

/** The current terms of an order's buyer. */
export function termsNow({ db, viewer }: Context, { buyer }: Order): Promise<Terms> {
  const { operatorDomain, brandDomain } = buyer.identity;
  return instructionsFor(db, viewer.customerId, { operatorDomain, brandDomain, countries: [] });
}
