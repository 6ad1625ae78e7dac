import { z } from "zod";
import { Conflict, Invalid, InvalidState, NotFound } from "../../ground/kernel/errors.ts";
import { operation } from "../../ground/kernel/operation.ts";
import { DiscoveryView, viewOf } from "./answer/discovery-view.ts";
import { ProductView, viewOf as productViewOf } from "./answer/product-view.ts";
import { DiscoveryProgressView } from "./answer/progress-view.ts";
import { browse, findProduct } from "./browse-products.ts";
import { beginSearch, search, settleSearch } from "./discover-products.ts";
import {
  BrowseQuery,
  criteriaOf,
  DiscoverBody,
  DiscoveryPath,
  narrowed,
  opaqueId,
  ProductPath,
  refinementsOf,
} from "./schema.ts";
import { findSellers } from "./search/find-sellers.ts";
import { listSelections } from "./selections/store.ts";

export const discoverProducts = operation({
  id: "discoverProducts",
  share: "discovery",
  api: "buyer",
  method: "post",
  path: "/discovery/discover-products",
  summary: "Ask every seller for products, and rank them",
  description:
    "Starts a session, or continues one: the answer replaces the previous one, and the selection stays. A seller " +
    "that is slow or broken is named in `incompleteAgents`, and never fails the call. An empty answer says why in " +
    "`emptyReasons`. A session does not expire; its answer stays what the sellers last said, and a proposal ends " +
    'at the time in its `expiresAt`. To finalize a proposal, send `refine: [{ scope: "proposal", id, action: ' +
    '"finalize" }]` with the `discoveryId`. To refine it in words, send `refine: [{ scope: "request", ask }]`: ' +
    '"only podcasts", "display too", "Germany instead", "up to 25 euros", "any country", "drop the third", "more like ' +
    'the second", "without Fernwood Audio", "only strong matches", "undo", in the ten languages of briefs. What was ' +
    "understood, what it ended and what was not understood is in `refinementApplied`, and it stays in force.",
  tag: "Discovery",
  access: "write",
  body: DiscoverBody,
  answer: DiscoveryView,
  progress: DiscoveryProgressView,
  errors: [Invalid, InvalidState, NotFound, Conflict],
  refs: {
    "body.advertiserId": "advertiser",
    "body.discoveryId": "discovery",
    "body.campaignId": "campaign",
    "body.storefrontIds": "storefront",
    "body.salesAgentIds": "salesAgent",
  },
  audit: { resource: "DISCOVERY", idIn: "discoveryId" },
  async claim({ body }, ctx) {
    const refine = refinementsOf(body);
    return {
      ...(await beginSearch(ctx, { ...body, criteria: criteriaOf(body), refine })),
      page: body,
      debug: body.debug,
    };
  },
  prefetch({ body }, ctx) {
    // A known session or a campaign may have storefronts of its own to search in.
    const isNew = body.discoveryId === undefined && body.campaignId === undefined;
    return isNew ? findSellers(criteriaOf(body), ctx) : undefined;
  },
  call: (begun, ctx, listed) => search(begun, ctx, listed),
  async settle(begun, answer, ctx) {
    const discovery = await settleSearch(begun, answer, ctx);
    const { page, debug, refine, isNew } = begun;
    const selections = isNew ? [] : await listSelections(ctx.db, ctx.viewer.customerId, discovery.discoveryId);
    return viewOf(discovery, { page, debug, selections, refined: refine.length > 0 });
  },
});

export const browseProducts = operation({
  id: "browseProducts",
  api: "buyer",
  method: "get",
  path: "/discovery/{discoveryId}/discover-products",
  summary: "Browse the products of the last discovery",
  description: "Pages through the session's answer and filters it. No seller is asked.",
  tag: "Discovery",
  access: "read",
  params: DiscoveryPath,
  query: BrowseQuery,
  answer: DiscoveryView,
  errors: [NotFound],
  refs: {
    "params.discoveryId": "discovery",
    "query.storefrontIds": "storefront",
    "query.salesAgentIds": "salesAgent",
  },
  async handle({ params, query }, ctx) {
    const discovery = await browse(ctx, params.discoveryId, narrowed(query));
    const selections = await listSelections(ctx.db, ctx.viewer.customerId, params.discoveryId);
    return viewOf(discovery, { page: query, debug: query.debug, selections, refined: false });
  },
});

export const getProductDetails = operation({
  id: "getProductDetails",
  api: "buyer",
  method: "get",
  path: "/discovery/{discoveryId}/products/{productId}/details",
  summary: "Get a discovered product",
  tag: "Discovery",
  access: "read",
  params: ProductPath,
  query: z.object({ salesAgentId: opaqueId }),
  answer: ProductView,
  errors: [NotFound],
  refs: { "params.discoveryId": "discovery", "params.productId": "product", "query.salesAgentId": "salesAgent" },
  async handle({ params, query }, ctx) {
    const { discoveryId, productId } = params;
    const { discovery, seller, found } = await findProduct(ctx, discoveryId, productId, query.salesAgentId);
    return productViewOf(found, seller, discovery);
  },
});
