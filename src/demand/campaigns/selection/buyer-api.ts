import { BadRequest, Conflict, Invalid, InvalidState, NotFound } from "../../../ground/kernel/errors.ts";
import { operation } from "../../../ground/kernel/operation.ts";
import { CampaignPath } from "../schema.ts";
import { askSelection, searchFor, settleSelection } from "./auto-select-products.ts";
import { CampaignProductsView, listCampaignProducts } from "./campaign-products.ts";
import { AutoSelectBody, refinementsOf, SelectedView, viewOfSelected } from "./schema.ts";

const named = { params: CampaignPath, refs: { "params.campaignId": "campaign" } } as const;

export const autoSelectProducts = operation({
  ...named,
  id: "autoSelectProducts",
  share: "discovery",
  api: "buyer",
  method: "post",
  path: "/campaigns/{campaignId}/auto-select-products",
  summary: "Select products for a campaign's goals, and split its budget evenly among them",
  description:
    "For a draft with a performanceConfig. Sellers are asked if the campaign's session has no answer yet, or if " +
    "`refine` is sent. The previous selection is replaced; the same offers always give the same selection. Products are ranked " +
    "by their fit to the brief, then by whether they are sold on the campaign's goals, then by price. Next: execute the campaign.",
  tag: "Campaigns",
  access: "write",
  body: AutoSelectBody,
  bodyOptional: true,
  answer: SelectedView,
  errors: [Invalid, BadRequest, InvalidState, NotFound, Conflict],
  refs: { ...named.refs, "body.refine.id": "product" },
  audit: { resource: "CAMPAIGN" },
  claim: ({ params, body }, ctx) => askSelection(ctx, params.campaignId, { ...body, refine: refinementsOf(body) }),
  call: searchFor,
  settle: async (asked, answer, ctx) => viewOfSelected(await settleSelection(ctx, asked, answer)),
});

export const getCampaignProducts = operation({
  ...named,
  id: "getCampaignProducts",
  api: "buyer",
  method: "get",
  path: "/campaigns/{campaignId}/products",
  summary: "List a campaign's selected products, and the media buys that contain them",
  tag: "Campaigns",
  access: "read",
  answer: CampaignProductsView,
  errors: [NotFound],
  handle: ({ params }, ctx) => listCampaignProducts(ctx, params.campaignId),
});
