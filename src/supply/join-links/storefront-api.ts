import { z } from "zod";
import { AccessDenied, Conflict, Invalid, InvalidState, NotFound } from "../../ground/kernel/errors.ts";
import { operation } from "../../ground/kernel/operation.ts";
import { decideBuyer } from "./buyers/decide-buyer.ts";
import type { Decision } from "./buyers/sponsored-buyer.ts";
import { listSponsoredBuyers as listBuyers } from "./buyers/store.ts";
import { mintLink } from "./mint-link.ts";
import {
  BuyerPath,
  buyerViewOf,
  DisabledView,
  JoinLinkPath,
  JoinLinkView,
  NewJoinLinkBody,
  SponsoredBuyerView,
  viewOf,
} from "./schema.ts";
import { listActiveLinks, revokeLink } from "./store.ts";

export const createJoinLink = operation({
  id: "createJoinLink",
  api: "storefront",
  method: "post",
  path: "/join-links",
  summary: "Create a link through which advertisers join your storefront",
  description:
    "Send the advertisers that you invite your own origin with `joinPath`. Whoever joins becomes a sponsored " +
    "buyer, which sees only this storefront.",
  tag: "Join links",
  access: "write",
  reach: "market",
  body: NewJoinLinkBody,
  answer: JoinLinkView,
  status: 201,
  errors: [AccessDenied, Conflict, Invalid, InvalidState, NotFound],
  refs: { "body.storefrontId": "storefront" },
  audit: { resource: "JOIN_LINK", idIn: "id" },
  handle: async ({ body }, ctx) => viewOf(await mintLink(ctx, body)),
});

export const listJoinLinks = operation({
  id: "listJoinLinks",
  api: "storefront",
  method: "get",
  path: "/join-links",
  summary: "List your active join links",
  description: "Those that have not been disabled, newest first; expired and used-up links are included.",
  tag: "Join links",
  access: "read",
  answer: z.object({ items: z.array(JoinLinkView), total: z.int() }),
  async handle(_, { db, viewer }) {
    const links = await listActiveLinks(db, viewer.customerId);
    return { items: links.map(viewOf), total: links.length };
  },
});

export const disableJoinLink = operation({
  id: "disableJoinLink",
  api: "storefront",
  method: "delete",
  path: "/join-links/{linkId}",
  summary: "Disable a join link",
  description: "This is permanent. Nobody can join with it any more; buyers who already joined are not affected.",
  tag: "Join links",
  access: "write",
  params: JoinLinkPath,
  answer: DisabledView,
  errors: [NotFound],
  refs: { "params.linkId": "joinLink" },
  audit: { resource: "JOIN_LINK", action: "DEACTIVATE" },
  async handle({ params }, { db, viewer, now }) {
    const disabled = await revokeLink(db, viewer.customerId, params.linkId, now);
    if (!disabled) throw new NotFound(`you have no active join link ${params.linkId}`);
    return { disabled: true as const, id: String(params.linkId) };
  },
});

export const listSponsoredBuyers = operation({
  id: "listSponsoredBuyers",
  api: "storefront",
  method: "get",
  path: "/sponsored-buyers",
  summary: "List the buyers who joined your storefront",
  tag: "Sponsored buyers",
  access: "read",
  answer: z.object({ items: z.array(SponsoredBuyerView), total: z.int() }),
  async handle(_, { db, viewer }) {
    const buyers = await listBuyers(db, viewer.customerId);
    return { items: buyers.map(buyerViewOf), total: buyers.length };
  },
});

export const approveSponsoredBuyer = decisionOn({
  decision: "approve",
  summary: "Approve a buyer who is waiting to join",
  description: "The buyer's administrators are notified by email.",
});

export const suspendSponsoredBuyer = decisionOn({
  decision: "suspend",
  summary: "Suspend a buyer: no new media buys or changes",
  description: "The buyer's running media buys are delivered to the end.",
});

export const reactivateSponsoredBuyer = decisionOn({
  decision: "reactivate",
  summary: "Reactivate a suspended buyer",
  description: "This also works for a buyer suspended before approval: reactivating approves them.",
});

function decisionOn({ decision, ...reported }: { decision: Decision; summary: string; description: string }) {
  return operation({
    ...reported,
    id: `${decision}SponsoredBuyer`,
    decides: true,
    api: "storefront",
    method: "post",
    path: `/sponsored-buyers/{buyerId}/${decision}`,
    tag: "Sponsored buyers",
    access: "write",
    params: BuyerPath,
    answer: SponsoredBuyerView,
    errors: [Conflict, NotFound],
    refs: { "params.buyerId": "sponsoredBuyer" },
    audit: { resource: "SPONSORED_BUYER", action: decision === "suspend" ? "DEACTIVATE" : "ACTIVATE" },
    handle: async ({ params }, ctx) => buyerViewOf(await decideBuyer(ctx, params.buyerId, decision)),
  });
}
