import type { Host } from "../../ground/kernel/host.ts";
import { scopeOf } from "../../ground/kernel/perform.ts";
import { NOBODY, type Viewer } from "../../ground/kernel/viewer.ts";
import { principalOf } from "../../ground/seller-agent/principal.ts";
import type { ListedSeller, Sellers } from "../../ground/seller-agent/sellers.ts";
import { registerAccount } from "../credentials/index.ts";
import { findVisibleSourceOfAgent } from "../marketplace/index.ts";
import { followGivenBuild, followGivenTask, readGivenDelivery } from "./follow-given-task.ts";
import { resolveAgent } from "./resolve-agent.ts";
import { searchForGiven } from "./search-for-given.ts";
import { agentIdOf, platformIdIn, type Shopfront } from "./shopfront.ts";
import { findShopfront, findShopfrontAt, listOpenShopfronts } from "./store.ts";
import { StorefrontAgent } from "./storefront-agent.ts";

/**
 * The storefronts of this installation, as the demand side finds them. The host is passed as a function because it
 * contains the sellers itself.
 */
export function openSellers(host: () => Host): Sellers {
  const listed = (shopfront: Shopfront, { customerId }: Viewer): ListedSeller => ({
    agent: new StorefrontAgent(host(), shopfront, { customerId, principal: principalOf(customerId) }),
    agentId: agentIdOf(shopfront),
    name: shopfront.name,
    storefrontId: shopfront.storefrontId,
    publisherDomain: shopfront.publisherDomain,
  });
  return {
    discoverable: async (viewer, which) => {
      const open = await host().database.read(scopeOf(viewer), (db) => listOpenShopfronts(db, viewer, which));
      return open.map((shopfront) => listed(shopfront, viewer));
    },
    find: async (viewer, agentId) => {
      const platformId = platformIdIn(agentId);
      if (platformId === undefined) return undefined;
      const found = await host().database.read(scopeOf(viewer), (db) => findShopfront(db, viewer, platformId));
      return found && listed(found, viewer);
    },
    findAt: async (viewer, storefrontId) => {
      const found = await host().database.read(scopeOf(viewer), (db) => findShopfrontAt(db, viewer, storefrontId));
      return found && listed(found, viewer);
    },
    findBefore: async (viewer, agentId) => {
      const found = await host().database.read(scopeOf(viewer), async (db) => {
        const source = await findVisibleSourceOfAgent(db, viewer, agentId);
        return source && findShopfrontAt(db, viewer, source.storefrontId);
      });
      return found && listed(found, viewer);
    },
    findForStranger: (stranger, requestId) => resolveAgent(host(), NOBODY, stranger, requestId),
    followTask: (task, requestId) => followGivenTask(host(), task, requestId),
    followBuild: (task, requestId) => followGivenBuild(host(), task, requestId),
    searchFor: (search, timeoutMs, requestId) => searchForGiven(host(), search, timeoutMs, requestId),
    readGivenDelivery: (buy, requestId) => readGivenDelivery(host(), buy, requestId),
    registerAccount: (viewer, registration, requestId) => registerAccount(host(), viewer, registration, requestId),
  };
}
