import type { Host } from "../../../ground/kernel/host.ts";
import type { AgentConnection } from "../../../ground/seller-agent/connection.ts";
import { refusal } from "../../../ground/seller-agent/implementing/refusal.ts";
import {
  type BuyerIdentity,
  type Hold,
  heldSeller,
  type MediaBuyChange,
  type SellerAgent,
  type SellerCall,
  SellerRefused,
} from "../../../ground/seller-agent/index.ts";
import { principalOf } from "../../../ground/seller-agent/principal.ts";
import { linksOfSources, type StorefrontLink } from "../../links/index.ts";
import type { Shopfront } from "../shopfront.ts";
import { findShopfront } from "../store.ts";
import { StorefrontAgent } from "../storefront-agent.ts";

type LinkedConnection = Extract<AgentConnection, { readonly kind: "storefront" }>;

/** The other storefront's agent, and the call as the buying storefront makes it. */
interface LinkedAgent {
  readonly agent: StorefrontAgent;
  readonly ours: SellerCall;
}

/**
 * Another storefront as a source: its agent, as any buyer sees it, called by the reselling storefront. The link is read
 * for every call, so that ending it takes effect immediately.
 */
export function openLinkedStorefront(host: Host, connection: LinkedConnection): SellerAgent {
  return heldSeller<LinkedAgent>(connection, holdLink(host, connection), {
    // The other storefront passes creatives on itself, in whatever way its own sources accept them.
    capabilities: async ({ agent, ours }) => ({ ...(await agent.capabilities(ours)), hasCreativeLibrary: true }),
    getProducts: ({ agent, ours }, request) => agent.getProducts(request, ours),
    createMediaBuy: ({ agent, ours }, request) => agent.createMediaBuy(request, ours),
    async updateMediaBuy({ agent, ours }, change) {
      if (!onlyAssigns(change)) return agent.updateMediaBuy(change, ours);
      // The other storefront's sources learnt what their packages show when they were sent the creatives.
      const [mediaBuy] = await agent.getMediaBuys({ mediaBuyIds: [change.mediaBuyId] }, ours);
      return mediaBuy ? { kind: "done", mediaBuy } : agent.updateMediaBuy(change, ours);
    },
    getTask: ({ agent, ours }, taskId) => agent.getTask(taskId, ours),
    getMediaBuys: ({ agent, ours }, request) => agent.getMediaBuys(request, ours),
    getMediaBuyDelivery: ({ agent, ours }, request) => agent.getMediaBuyDelivery(request, ours),
    listCreativeFormats: ({ agent, ours }) => agent.listCreativeFormats(ours),
    syncCreatives: ({ agent, ours }, request) => agent.syncCreatives(request, ours),
    // The other storefront's own sources cannot be chosen from outside.
    syncCatalogs({ agent, ours }, request) {
      const { agentId: _, ...toAll } = request;
      return agent.syncCatalogs(toAll, ours);
    },
    getSignals: ({ agent, ours }) => agent.getSignals(ours),
    // A storefront is one single buyer to another storefront, so its own buyers' accounts do not exist there.
    listAccounts: async () => ({ accounts: [], billing: { default: null, supported: [] }, opensAccounts: false }),
    syncAccounts: async () => [],
  });
}

function holdLink(host: Host, connection: LinkedConnection): Hold<LinkedAgent> {
  const { name, customerId } = connection;
  const refused = (...[code, message]: Parameters<typeof refusal>) =>
    new SellerRefused(name, [refusal(code, message, null, "terminal")]);
  return async (_, call, work) => {
    const found = await findLink(host, connection);
    if (!found) throw refused("REFERENCE_NOT_FOUND", "there is no storefront behind this source");
    const { link, shopfront } = found;
    const buyer = buyerBy(link, call.buyer);
    if (isCircular(link, buyer))
      throw refused("UNSUPPORTED_FEATURE", "it was asked through itself, or through too many storefronts");
    const shop: Shopfront = link.status === "ACTIVE" ? shopfront : { ...shopfront, withheld: "unlinked" };
    const agent = new StorefrontAgent(host, shop, { customerId, principal: principalOf(customerId) });
    return work({ agent, ours: { ...call, buyer } });
  };
}

/** Reads in the buying storefront's tenant: its own link, and as much of the other storefront as the marketplace shows. */
function findLink({ database }: Host, { customerId, inventorySourceId }: LinkedConnection) {
  return database.read({ customerId, storefrontId: undefined, reach: "market" }, async (db) => {
    const link = (await linksOfSources(db, customerId, [inventorySourceId])).get(inventorySourceId);
    const shopfront = link && (await findShopfront(db, { customerId }, link.seller.platformId));
    return link && shopfront && { link, shopfront };
  });
}

/** The most storefronts through which a request may pass, because each uses part of the time available. */
const MOST_BETWEEN = 4;

/** Approval prevents circular links, but two concurrent approvals may create one. */
function isCircular({ seller }: StorefrontLink, { via = [] }: BuyerIdentity): boolean {
  return via.includes(seller.storefrontId) || via.length > MOST_BETWEEN;
}

/** The storefront as a buyer for the requested brand. It does not disclose which of its own buyers asked. */
function buyerBy({ buyer }: StorefrontLink, { brandDomain, sandbox, via = [] }: BuyerIdentity): BuyerIdentity {
  const { customerId, name, operatorDomain, storefrontId } = buyer;
  return { customerId, name, operatorDomain, brandDomain, sandbox, via: [...via, storefrontId] };
}

/** Whether the change only assigns creatives of the library to packages. */
function onlyAssigns(change: MediaBuyChange): boolean {
  const { idempotencyKey: _, mediaBuyId: __, packages = [], ...whole } = change;
  const assigns = packages.every((part) => Object.keys(part).every((name) => ASSIGNMENT.has(name)));
  return assigns && packages.length > 0 && Object.keys(whole).length === 0;
}

const ASSIGNMENT: ReadonlySet<string> = new Set(["packageId", "creativeIds"]);
