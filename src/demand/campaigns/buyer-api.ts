import { z } from "zod";
import { BadRequest, Conflict, CurrencyMismatch, Invalid, InvalidState, NotFound } from "../../ground/kernel/errors.ts";
import { operation } from "../../ground/kernel/operation.ts";
import { ExecutionView, SellersView, TurnView, viewOfExecution, viewOfSellers, viewOfTurn } from "./answers.ts";
import { archiveCampaign } from "./archive-campaign.ts";
import { InsufficientMediaBudget } from "./campaign-budget.ts";
import { changeCampaign } from "./change-campaign.ts";
import { createCampaign as create } from "./create-campaign.ts";
import { claimExecution, sendDrafts, settleExecution } from "./execute-campaign.ts";
import { pollSellers } from "./poll-sellers.ts";
import { getCampaign as get, listCampaigns as list } from "./read-campaigns.ts";
import {
  CampaignChangeBody,
  CampaignListQuery,
  CampaignPath,
  CampaignView,
  ExecuteBody,
  NewCampaignBody,
  viewOf,
} from "./schema.ts";
import { claimTurn, makeChanges } from "./turn-campaign.ts";

const One = z.object({
  campaign: CampaignView,
  warnings: z.array(z.string()).optional().describe("What was not done, or not yet"),
});

const named = { params: CampaignPath, refs: { "params.campaignId": "campaign" } } as const;

export const listCampaigns = operation({
  id: "listCampaigns",
  api: "buyer",
  method: "get",
  path: "/campaigns",
  summary: "List campaigns with their media buys",
  tag: "Campaigns",
  access: "read",
  query: CampaignListQuery,
  paging: "take/skip",
  answer: z.object({ campaigns: z.array(CampaignView), total: z.int() }),
  errors: [Invalid, NotFound],
  refs: { "query.advertiserId": "advertiser" },
  async handle({ query }, ctx) {
    const { campaigns, total } = await list(ctx, query);
    return { campaigns: campaigns.map(viewOf), total };
  },
});

export const createCampaign = operation({
  id: "createCampaign",
  api: "buyer",
  method: "post",
  path: "/campaigns",
  summary: "Create a campaign as a draft",
  tag: "Campaigns",
  access: "write",
  body: NewCampaignBody,
  answer: One,
  status: 201,
  errors: [Invalid, CurrencyMismatch, NotFound, Conflict],
  refs: {
    "body.advertiserId": "advertiser",
    "body.discoveryId": "discovery",
    "body.productIds": "product",
    "body.storefrontIds": "storefront",
  },
  audit: { resource: "CAMPAIGN", idIn: "campaign.campaignId" },
  handle: async ({ body }, ctx) => ({ campaign: viewOf(await get(ctx, await create(ctx, body))) }),
});

export const getCampaign = operation({
  ...named,
  id: "getCampaign",
  api: "buyer",
  method: "get",
  path: "/campaigns/{campaignId}",
  summary: "Get a campaign with its media buys, and why it does not run where it does not",
  tag: "Campaigns",
  access: "read",
  answer: One,
  errors: [NotFound],
  handle: async ({ params }, ctx) => ({ campaign: viewOf(await get(ctx, params.campaignId)) }),
});

export const updateCampaign = operation({
  ...named,
  id: "updateCampaign",
  api: "buyer",
  method: "put",
  path: "/campaigns/{campaignId}",
  summary: "Update a campaign: what the body names, and nothing else",
  tag: "Campaigns",
  access: "write",
  body: CampaignChangeBody,
  answer: One,
  errors: [Invalid, BadRequest, InvalidState, CurrencyMismatch, NotFound, Conflict, InsufficientMediaBudget],
  refs: {
    ...named.refs,
    "body.discoveryId": "discovery",
    "body.storefrontIds": "storefront",
    "body.mediaBuys.mediaBuyId": "mediaBuy",
  },
  audit: { resource: "CAMPAIGN", in: "claim" },
  async claim({ params, body }, ctx) {
    return { ...params, changeIds: await changeCampaign(ctx, params.campaignId, body) };
  },
  call: ({ changeIds }, ctx) => makeChanges(changeIds, ctx),
  async settle({ campaignId }, made, ctx) {
    const warnings = [...made.values()].flatMap(({ mediaBuyId, error }) => (error ? [`${mediaBuyId}: ${error}`] : []));
    return { campaign: viewOf(await get(ctx, campaignId)), ...(warnings.length > 0 && { warnings }) };
  },
});

export const executeCampaign = operation({
  ...named,
  id: "executeCampaign",
  api: "buyer",
  method: "post",
  path: "/campaigns/{campaignId}/execute",
  summary: "Buy what is selected, one media buy a sales agent",
  description:
    "Answers 200 also where sellers failed: `success` is false and `errors` says which. Executing again sends what is " +
    "still a draft and buys what was selected since; nothing is bought twice.",
  tag: "Campaigns",
  access: "write",
  body: ExecuteBody,
  bodyOptional: true,
  answer: ExecutionView,
  errors: [Invalid, BadRequest, InvalidState, CurrencyMismatch, NotFound],
  audit: { resource: "CAMPAIGN", action: "EXECUTE", in: "claim" },
  async claim({ params, body }, ctx) {
    return { execution: await claimExecution(ctx, params.campaignId), debug: body.debug ?? false };
  },
  call: ({ execution }, ctx) => sendDrafts(execution, ctx),
  settle: async ({ execution, debug }, _, ctx) => viewOfExecution(await settleExecution(execution, ctx), debug),
});

const turn = {
  ...named,
  api: "buyer",
  method: "post",
  tag: "Campaigns",
  access: "write",
  answer: TurnView,
  errors: [InvalidState, NotFound],
} as const;

export const pauseCampaign = operation({
  ...turn,
  id: "pauseCampaign",
  path: "/campaigns/{campaignId}/pause",
  summary: "Pause a campaign and its media buys",
  audit: { resource: "CAMPAIGN", action: "DEACTIVATE", in: "claim" },
  claim: ({ params }, ctx) => claimTurn(ctx, params.campaignId, "pause"),
  call: ({ changeIds }, ctx) => makeChanges(changeIds, ctx),
  settle: async (turning, made) => viewOfTurn(turning, made),
});

export const reactivateCampaign = operation({
  ...turn,
  id: "reactivateCampaign",
  path: "/campaigns/{campaignId}/reactivate",
  summary: "Let a paused campaign and its media buys run again",
  audit: { resource: "CAMPAIGN", action: "ACTIVATE", in: "claim" },
  claim: ({ params }, ctx) => claimTurn(ctx, params.campaignId, "reactivate"),
  call: ({ changeIds }, ctx) => makeChanges(changeIds, ctx),
  settle: async (turning, made) => viewOfTurn(turning, made),
});

export const deleteCampaign = operation({
  ...named,
  id: "deleteCampaign",
  api: "buyer",
  method: "delete",
  path: "/campaigns/{campaignId}",
  summary: "Archive a campaign whose media buys spend nothing any more",
  tag: "Campaigns",
  access: "write",
  answer: z.null(),
  status: 204,
  errors: [NotFound, Conflict],
  audit: { resource: "CAMPAIGN", action: "ARCHIVE" },
  async handle({ params }, ctx) {
    await archiveCampaign(ctx, params.campaignId);
    return null;
  },
});

export const getMediaBuyAdcpStatus = operation({
  ...named,
  id: "getMediaBuyAdcpStatus",
  api: "buyer",
  method: "get",
  path: "/campaigns/{campaignId}/media-buy-status",
  summary: "Ask the sellers how a campaign's media buys stand; not more often than every 30 s",
  tag: "Campaigns",
  access: "read",
  answer: SellersView,
  errors: [NotFound],
  audit: { resource: "CAMPAIGN", action: "READ" },
  claim: ({ params }, ctx) => get(ctx, params.campaignId),
  call: ({ mediaBuys }, ctx) => pollSellers(mediaBuys, ctx),
  async settle(before, polled, ctx) {
    return viewOfSellers(before, await get(ctx, before.campaign.campaignId), polled);
  },
});
