import { BadRequest, CurrencyMismatch, Invalid, InvalidState, NotFound } from "../../../ground/kernel/errors.ts";
import { operation } from "../../../ground/kernel/operation.ts";
import { DiscoveryPath } from "../schema.ts";
import { applyProposal as apply } from "./apply-proposal.ts";
import type { Choice } from "./choice.ts";
import { chooseProducts, getSelections, removeProducts as remove } from "./choose-products.ts";
import {
  AddProductsBody,
  AppliedView,
  ApplyProposalBody,
  appliedView,
  RemoveProductsBody,
  SelectionsView,
  viewOf,
} from "./schema.ts";

export const getProducts = operation({
  id: "getProducts",
  api: "buyer",
  method: "get",
  path: "/discovery/{discoveryId}/products",
  summary: "List the products selected in a discovery session",
  tag: "Discovery",
  access: "read",
  params: DiscoveryPath,
  answer: SelectionsView,
  errors: [NotFound],
  refs: { "params.discoveryId": "discovery" },
  handle: async ({ params }, ctx) => viewOf(await getSelections(ctx, params.discoveryId)),
});

export const addProducts = operation({
  id: "addProducts",
  api: "buyer",
  method: "post",
  path: "/discovery/{discoveryId}/products",
  summary: "Select discovered products, or give selected ones new terms",
  description:
    "A product's id is enough if only one seller has it. Omitted fields keep their previous selection; otherwise " +
    "the option is a fixed price that the budget reaches, or an auction if there is a `bidPrice`. If one product " +
    "cannot be selected, the whole request is refused. `campaignBound` says whether a campaign buys from this " +
    "session.",
  tag: "Discovery",
  access: "write",
  params: DiscoveryPath,
  body: AddProductsBody,
  answer: SelectionsView,
  errors: [Invalid, CurrencyMismatch, InvalidState, NotFound],
  refs: {
    "params.discoveryId": "discovery",
    "body.campaignId": "campaign",
    "body.products.productId": "product",
    "body.products.salesAgentId": "salesAgent",
    "body.products.storefrontId": "storefront",
  },
  audit: { resource: "DISCOVERY", action: "UPDATE" },
  async handle({ params, body }, ctx) {
    const fieldOf = (index: number) => (part: keyof Choice) => `products.${index}.${part}`;
    return viewOf(await chooseProducts(ctx, params.discoveryId, body.products, { ...body, fieldOf }));
  },
});

export const removeProducts = operation({
  id: "removeProducts",
  api: "buyer",
  method: "delete",
  path: "/discovery/{discoveryId}/products",
  summary: "Take products out of the selection",
  description: "Ids that are not selected are ignored.",
  tag: "Discovery",
  access: "write",
  params: DiscoveryPath,
  body: RemoveProductsBody,
  answer: SelectionsView,
  errors: [Invalid, NotFound],
  refs: { "params.discoveryId": "discovery", "body.productIds": "product" },
  audit: { resource: "DISCOVERY", action: "UPDATE" },
  handle: async ({ params, body }, ctx) => viewOf(await remove(ctx, params.discoveryId, body.productIds)),
});

export const applyProposal = operation({
  id: "applyProposal",
  api: "buyer",
  method: "post",
  path: "/discovery/{discoveryId}/apply-proposal",
  summary: "Select a proposal's products and split a budget among them",
  description:
    "Each product gets its percentage of `totalBudget`, or of what the seller recommends, and the shares add up " +
    "exactly. Auctions are bid at their floor price. Products that cannot be bought are in `productsSkipped`, and " +
    "their share is not given to others.",
  tag: "Discovery",
  access: "write",
  params: DiscoveryPath,
  body: ApplyProposalBody,
  answer: AppliedView,
  errors: [BadRequest, Invalid, CurrencyMismatch, InvalidState, NotFound],
  refs: { "params.discoveryId": "discovery", "body.salesAgentId": "salesAgent" },
  audit: { resource: "DISCOVERY", action: "UPDATE" },
  handle: async ({ params, body }, ctx) => appliedView(await apply(ctx, params.discoveryId, body)),
});
