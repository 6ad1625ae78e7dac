import type { Host } from "../../../ground/kernel/host.ts";
import type { AgentConnection } from "../../../ground/seller-agent/connection.ts";
import {
  type AccountsAnswer,
  type BuyerIdentity,
  type Capabilities,
  type CatalogOutcome,
  type CatalogsToSync,
  type CreativeFormat,
  type CreativeOutcome,
  type CreativesToSync,
  type DeliveryAnswer,
  type DeliveryRequest,
  type MediaBuyChange,
  type MediaBuyOutcome,
  type NewMediaBuy,
  type ProductsAnswer,
  type ProductsRequest,
  type SellerAccount,
  type SellerAgent,
  type SellerCall,
  type SellerMediaBuy,
  SellerRefused,
  type Signal,
} from "../../../ground/seller-agent/index.ts";
import { principalOf } from "../../../ground/seller-agent/principal.ts";
import { linksOfSources, type StorefrontLink } from "../../links/index.ts";
import { refusal } from "../../orders/index.ts";
import type { Shopfront } from "../shopfront.ts";
import { findShopfront } from "../store.ts";
import { StorefrontAgent } from "../storefront-agent.ts";

type LinkedConnection = Extract<AgentConnection, { readonly kind: "storefront" }>;

export function openLinkedStorefront(host: Host, connection: LinkedConnection): SellerAgent {
  return new LinkedStorefront(host, connection);
}

/**
 * Another storefront as the source of one: the agent that any buyer meets there, met by the storefront that resells it. The link
 * is read with every call, so that an end of it holds at once.
 */
class LinkedStorefront implements SellerAgent {
  readonly agentId: string;
  readonly name: string;
  readonly #host: Host;
  readonly #connection: LinkedConnection;

  constructor(host: Host, connection: LinkedConnection) {
    this.agentId = connection.agentId;
    this.name = connection.name;
    this.#host = host;
    this.#connection = connection;
  }

  async capabilities(call: SellerCall): Promise<Capabilities> {
    const said = await this.#ask(call, (agent, ours) => agent.capabilities(ours));
    // What a storefront is given it passes on by itself, whichever way its own sources take it.
    return { ...said, hasCreativeLibrary: true };
  }

  getProducts(request: ProductsRequest, call: SellerCall): Promise<ProductsAnswer> {
    return this.#ask(call, (agent, ours) => agent.getProducts(request, ours));
  }

  createMediaBuy(request: NewMediaBuy, call: SellerCall): Promise<MediaBuyOutcome> {
    return this.#ask(call, (agent, ours) => agent.createMediaBuy(request, ours));
  }

  updateMediaBuy(change: MediaBuyChange, call: SellerCall): Promise<MediaBuyOutcome> {
    return this.#ask(call, async (agent, ours) => {
      if (!onlyAssigns(change)) return agent.updateMediaBuy(change, ours);
      // The storefront's own sources were told with the creatives what their packages show.
      const [mediaBuy] = await agent.getMediaBuys({ mediaBuyIds: [change.mediaBuyId] }, ours);
      return mediaBuy ? { kind: "done", mediaBuy } : agent.updateMediaBuy(change, ours);
    });
  }

  getTask(taskId: string, call: SellerCall): Promise<MediaBuyOutcome> {
    return this.#ask(call, (agent, ours) => agent.getTask(taskId, ours));
  }

  getMediaBuys(
    request: { readonly mediaBuyIds: readonly string[] },
    call: SellerCall,
  ): Promise<readonly SellerMediaBuy[]> {
    return this.#ask(call, (agent, ours) => agent.getMediaBuys(request, ours));
  }

  getMediaBuyDelivery(request: DeliveryRequest, call: SellerCall): Promise<DeliveryAnswer> {
    return this.#ask(call, (agent, ours) => agent.getMediaBuyDelivery(request, ours));
  }

  listCreativeFormats(call: SellerCall): Promise<readonly CreativeFormat[]> {
    return this.#ask(call, (agent, ours) => agent.listCreativeFormats(ours));
  }

  syncCreatives(request: CreativesToSync, call: SellerCall): Promise<readonly CreativeOutcome[]> {
    return this.#ask(call, (agent, ours) => agent.syncCreatives(request, ours));
  }

  syncCatalogs(request: CatalogsToSync, call: SellerCall): Promise<readonly CatalogOutcome[]> {
    // Its own sources are nobody's here to choose from.
    const { agentId: _, ...toAll } = request;
    return this.#ask(call, (agent, ours) => agent.syncCatalogs(toAll, ours));
  }

  getSignals(call: SellerCall): Promise<readonly Signal[]> {
    return this.#ask(call, (agent, ours) => agent.getSignals(ours));
  }

  /** One storefront is one buyer of another: the accounts of its own buyers are none there. */
  async listAccounts(): Promise<AccountsAnswer> {
    return { accounts: [], billing: { default: null, supported: [] }, opensAccounts: false };
  }

  async syncAccounts(): Promise<readonly SellerAccount[]> {
    return [];
  }

  async #ask<T>(call: SellerCall, ask: (agent: StorefrontAgent, call: SellerCall) => Promise<T>): Promise<T> {
    const { link, shopfront } = await this.#find();
    const { customerId } = this.#connection;
    const buyer = buyerBy(link, call.buyer);
    if (isCircular(link, buyer))
      throw new SellerRefused(this.name, [
        refusal(
          "UNSUPPORTED_FEATURE",
          "it was asked by way of itself, or through too many storefronts",
          null,
          "terminal",
        ),
      ]);
    const shop: Shopfront = link.status === "ACTIVE" ? shopfront : { ...shopfront, withheld: "unlinked" };
    const agent = new StorefrontAgent(this.#host, shop, { customerId, principal: principalOf(customerId) });
    return ask(agent, { ...call, buyer });
  }

  /** Reads as the buying storefront: its own link, and of the other what the market shows. */
  async #find(): Promise<{ readonly link: StorefrontLink; readonly shopfront: Shopfront }> {
    const { customerId, inventorySourceId } = this.#connection;
    const found = await this.#host.database.read(
      { customerId, storefrontId: undefined, reach: "market" },
      async (db) => {
        const link = (await linksOfSources(db, customerId, [inventorySourceId])).get(inventorySourceId);
        const shopfront = link && (await findShopfront(db, { customerId }, link.seller.platformId));
        return link && shopfront && { link, shopfront };
      },
    );
    if (found) return found;
    throw new SellerRefused(this.name, [
      refusal("REFERENCE_NOT_FOUND", "there is no storefront behind this source", null, "terminal"),
    ]);
  }
}

/** Storefronts that one request may come through: each takes a part of the time that there is. */
const MOST_BETWEEN = 4;

/** Links close no circle when they are approved, but two that are approved at once may. */
function isCircular({ seller }: StorefrontLink, { via = [] }: BuyerIdentity): boolean {
  return via.includes(seller.storefrontId) || via.length > MOST_BETWEEN;
}

/** The storefront as a buyer, for the brand that it was asked for. Whose buyer that is stays with the storefront. */
function buyerBy({ buyer }: StorefrontLink, { brandDomain, sandbox, via = [] }: BuyerIdentity): BuyerIdentity {
  const { customerId, name, operatorDomain, storefrontId } = buyer;
  return { customerId, name, operatorDomain, brandDomain, sandbox, via: [...via, storefrontId] };
}

/** Whether all that changes is which creatives of the library the packages show. */
function onlyAssigns(change: MediaBuyChange): boolean {
  const { idempotencyKey: _, mediaBuyId: __, packages = [], ...whole } = change;
  const assigns = packages.every((part) => Object.keys(part).every((name) => ASSIGNMENT.has(name)));
  return assigns && packages.length > 0 && Object.keys(whole).length === 0;
}

const ASSIGNMENT: ReadonlySet<string> = new Set(["packageId", "creativeIds"]);
