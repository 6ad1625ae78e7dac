import type { Host } from "../../ground/kernel/host.ts";
import {
  type CreativeFormat,
  type Incompleteness,
  type NewMediaBuy,
  type ProductsRequest,
  type SellerAgent,
  type SellerCall,
  SellerUnreachable,
} from "../../ground/seller-agent/index.ts";
import {
  changeOrder,
  followTask,
  listMediaBuys,
  type OpenedSource,
  openSellerSide,
  openSources,
  placeOrder,
  readActiveSources,
  readDelivery,
  type SellerSide,
} from "../orders/index.ts";
import { listActiveSources } from "../sources/index.ts";
import { askAll } from "./ask-all.ts";
import { unionOf } from "./capabilities.ts";
import { gatherProducts } from "./gather-products.ts";
import { agentIdOf, closedReason, type Shopfront } from "./shopfront.ts";

/** Who stands in the shop. */
export interface Buyer {
  /** Our customer; null for a buyer of another system. */
  readonly customerId: number | null;
  /** `c:12` for our customer 12. */
  readonly principal: string;
}

/** A storefront as one seller, composed of its sources. It acts inside the seller's wall, and speaks of the buyer's own orders. */
export function openStorefrontAgent(host: Host, shopfront: Shopfront, buyer: Buyer): SellerAgent {
  const { customerId, storefrontId, name } = shopfront;
  const agentId = agentIdOf(shopfront);
  const closed = closedReason(shopfront);
  const own = { storefrontId, principal: buyer.principal };
  const enter = ({ requestId }: SellerCall) => openSellerSide(host, customerId, requestId);

  async function openedFor(side: SellerSide): Promise<OpenedSource[]> {
    const sources = await side.read((ctx) => readActiveSources(ctx, storefrontId));
    return openSources(side.out, sources, buyer.customerId);
  }

  async function getProducts(request: ProductsRequest, call: SellerCall) {
    if (closed) return nothing(name, closed.message);
    const side = await enter(call);
    const sources = await openedFor(side);
    if (sources.length === 0) return nothing(name, "no source of this storefront is active");
    return gatherProducts(sources, request, call, host.log);
  }

  async function createMediaBuy(request: NewMediaBuy, call: SellerCall) {
    const side = await enter(call);
    const clockAheadMs = Math.max(0, call.now.getTime() - host.clock.now().getTime());
    const identity = { ...call.buyer, customerId: buyer.customerId };
    const orderer = { principal: buyer.principal, identity, clockAheadMs };
    return placeOrder(side, { storefrontId, buyer: orderer, request, sources: await openedFor(side), closed }, call);
  }

  async function listCreativeFormats(call: SellerCall): Promise<CreativeFormat[]> {
    const side = await enter(call);
    const sources = await openedFor(side);
    const { said, incomplete } = await askAll(sources, call, host.log, (agent, share) =>
      agent.listCreativeFormats(share),
    );
    if (said.length === 0 && incomplete[0]) throw new SellerUnreachable(name, "unreachable", incomplete[0].message);
    const formats = said.flatMap(({ value }) => value);
    return [...new Map(formats.map((format) => [JSON.stringify(format.formatId), format])).values()];
  }

  return {
    agentId,
    name,
    async capabilities(call) {
      const side = await enter(call);
      const sources = await side.read(({ db }) => listActiveSources(db, customerId, storefrontId));
      return unionOf(sources.flatMap(({ capabilities }) => capabilities ?? []));
    },
    getProducts,
    listCreativeFormats,
    createMediaBuy,
    updateMediaBuy: async (change, call) => changeOrder(await enter(call), { ...own, change, closed }, call),
    getTask: async (taskId, call) => followTask(await enter(call), own, taskId, call),
    getMediaBuys: async ({ mediaBuyIds }, call) => listMediaBuys(await enter(call), own, mediaBuyIds, call),
    getMediaBuyDelivery: async (request, call) => readDelivery(await enter(call), own, request, call),
  };
}

function nothing(source: string, message: string) {
  const incomplete: Incompleteness[] = [{ source, reason: "not_active", message }];
  return { products: [], proposals: [], refinementsApplied: [], incomplete };
}
