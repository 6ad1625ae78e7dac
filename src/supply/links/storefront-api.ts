import { Conflict, InvalidState, NotFound } from "../../ground/kernel/errors.ts";
import { operation } from "../../ground/kernel/operation.ts";
import { answerLink, approveLink, cancelLink, closesCircle, draftApproval, getLink } from "./change-link.ts";
import { AnswerBody, LinkListQuery, LinkListView, LinkPath, LinkView, listViewOf, viewOf } from "./schema.ts";
import { listLinks } from "./store.ts";

/**
 * None of these operations is in the published contract, which describes links but not how they are created (storefront
 * contract G7).
 */
const one = {
  api: "storefront",
  tag: "Storefront links",
  params: LinkPath,
  answer: LinkView,
  refs: { "params.linkId": "storefrontLink" },
} as const;

export const listStorefrontLinks = operation({
  id: "listStorefrontLinks",
  api: "storefront",
  method: "get",
  path: "/storefront-links",
  summary: "List the storefronts that sell from yours, or that yours sells from",
  description:
    "Newest first. For the requests waiting for you, use direction=inbound&status=PENDING. To ask another storefront, add it as " +
    "a source: POST /api/v2/storefront/inventory-sources { executionType: LINKED_STOREFRONT, platformId }.",
  tag: "Storefront links",
  access: "read",
  query: LinkListQuery,
  answer: LinkListView,
  paging: "limit/offset",
  async handle({ query: { limit, offset, ...filter } }, { db, viewer }) {
    const { links, total } = await listLinks(db, viewer.customerId, filter, { take: limit, skip: offset });
    return listViewOf(links, total, offset, viewer.customerId);
  },
});

export const getStorefrontLink = operation({
  ...one,
  id: "getStorefrontLink",
  method: "get",
  path: "/storefront-links/{linkId}",
  summary: "Get a link of your storefront with another",
  access: "read",
  errors: [NotFound],
  handle: async ({ params }, ctx) => viewOf(await getLink(ctx, params.linkId), ctx.viewer.customerId),
});

export const approveStorefrontLink = operation({
  ...one,
  id: "approveStorefrontLink",
  decides: true,
  method: "post",
  path: "/storefront-links/{linkId}/approve",
  summary: "Approve a storefront that asks to sell from yours",
  description:
    "It buys from you like any buyer, under your instructions and prices for its operator domain, and sees no more " +
    "of you than a buyer does. Two storefronts can never sell from each other, directly or through others.",
  access: "write",
  body: AnswerBody,
  bodyOptional: true,
  errors: [Conflict, InvalidState, NotFound],
  audit: { resource: "STOREFRONT_LINK", action: "ACTIVATE", idIn: "linkId" },
  claim: async ({ params, body }, ctx) => ({ body, link: await draftApproval(ctx, params.linkId) }),
  call: ({ link }, out) => closesCircle(link, out),
  settle: async ({ link, body }, circular, ctx) =>
    viewOf(await approveLink(ctx, link, circular, body.responseMessage ?? null), ctx.viewer.customerId),
});

export const rejectStorefrontLink = operation({
  ...one,
  id: "rejectStorefrontLink",
  decides: true,
  method: "post",
  path: "/storefront-links/{linkId}/reject",
  summary: "Refuse a storefront that asks to sell from yours",
  description: "This is permanent; it may ask again with another source.",
  access: "write",
  body: AnswerBody,
  bodyOptional: true,
  errors: [Conflict, InvalidState, NotFound],
  audit: { resource: "STOREFRONT_LINK", action: "UPDATE", idIn: "linkId" },
  handle: async ({ params, body }, ctx) =>
    viewOf(await answerLink(ctx, params.linkId, "reject", body.responseMessage ?? null), ctx.viewer.customerId),
});

export const cancelStorefrontLink = operation({
  ...one,
  id: "cancelStorefrontLink",
  decides: true,
  method: "post",
  path: "/storefront-links/{linkId}/cancel",
  summary: "Cancel a link with another storefront, or a request for one",
  description:
    "Either side can do this. Nothing new is discovered or bought through it; running media buys continue and are reported.",
  access: "write",
  errors: [Conflict, NotFound],
  audit: { resource: "STOREFRONT_LINK", action: "DEACTIVATE", idIn: "linkId" },
  handle: async ({ params }, ctx) => viewOf(await cancelLink(ctx, params.linkId), ctx.viewer.customerId),
});
