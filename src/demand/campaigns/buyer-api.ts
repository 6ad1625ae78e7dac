import { z } from "zod";
import type { Context } from "../../ground/kernel/context.ts";
import { BadRequest, Conflict, CurrencyMismatch, Invalid, InvalidState, NotFound } from "../../ground/kernel/errors.ts";
import { operation } from "../../ground/kernel/operation.ts";
import { archiveCampaign } from "./archive-campaign.ts";
import { InsufficientMediaBudget } from "./campaign-budget.ts";
import { CampaignView, viewOf } from "./campaign-view.ts";
import { changeCampaign } from "./changes/change-campaign.ts";
import { notMadeOf } from "./changes/not-made.ts";
import { createCampaign as create } from "./create-campaign.ts";
import { ExecutionView, viewOfExecution } from "./execution/answers.ts";
import { claimExecution, sendDrafts, settleExecution } from "./execution/execute-campaign.ts";
import { ExecutionProgressView } from "./execution/execution-progress.ts";
import { claimStatusChange, makeChanges } from "./pausing/pause-campaign.ts";
import { StatusChangeView, viewOfStatusChange } from "./pausing/status-change-view.ts";
import { campaignFile } from "./reading/campaign-file.ts";
import { getCampaign as get, listCampaigns as list } from "./reading/read-campaigns.ts";
import { CampaignChangeBody, CampaignListQuery, CampaignPath, ExecuteBody, NewCampaignBody } from "./schema.ts";
import { pollSellers } from "./standing/poll-sellers.ts";
import { SellersView, viewOfSellers } from "./standing/sellers-view.ts";
import { unsentBy } from "./targeting/unsent.ts";

const One = z.object({
  campaign: CampaignView,
  warnings: z.array(z.string()).optional().describe("What was not done, or not done yet"),
});

async function one(ctx: Context, campaignId: string, sent: readonly string[] = []): Promise<z.input<typeof One>> {
  const campaign = viewOf(await get(ctx, campaignId), ctx.now);
  return { campaign, ...(sent.length > 0 && { warnings: [...sent] }) };
}

const named = { params: CampaignPath, refs: { "params.campaignId": "campaign" } } as const;

export const listCampaigns = operation({
  id: "listCampaigns",
  api: "buyer",
  method: "get",
  path: "/campaigns",
  summary: "List campaigns with their media buys, newest first",
  description:
    "Returns draft, active and paused campaigns unless `status` says otherwise. Page with `take` and `skip`, or follow `nextCursor`, which " +
    "neither skips nor repeats campaigns while others are created.",
  tag: "Campaigns",
  access: "read",
  query: CampaignListQuery,
  paging: "take/skip",
  answer: z.object({
    campaigns: z.array(CampaignView),
    total: z.int().describe("On all pages"),
    hasMore: z.boolean(),
    nextCursor: z.string().optional().describe("Send it as `cursor`; absent on the last page"),
  }),
  errors: [Invalid, NotFound],
  refs: { "query.advertiserId": "advertiser" },
  csv: campaignFile,
  async handle({ query }, ctx) {
    const { campaigns, total, hasMore, nextCursor } = await list(ctx, query);
    const page = { campaigns: campaigns.map((campaign) => viewOf(campaign, ctx.now)), total, hasMore };
    return { ...page, ...(nextCursor !== undefined && { nextCursor }) };
  },
});

export const createCampaign = operation({
  id: "createCampaign",
  api: "buyer",
  method: "post",
  path: "/campaigns",
  summary: "Create a campaign as a draft",
  description:
    "This buys nothing yet. Next: discover products with its campaignId (or send a discoveryId with productIds here), select some, " +
    "and execute it. `warnings` name what is stored but not enforced.",
  tag: "Campaigns",
  access: "write",
  body: NewCampaignBody,
  answer: One,
  status: 201,
  errors: [Invalid, InvalidState, CurrencyMismatch, NotFound, Conflict],
  refs: {
    "body.advertiserId": "advertiser",
    "body.discoveryId": "discovery",
    "body.productIds": "product",
    "body.storefrontIds": "storefront",
    "body.catalogId": "catalog",
    "body.performanceConfig.optimizationGoals.eventSources.eventSourceId": "eventSource",
  },
  audit: { resource: "CAMPAIGN", idIn: "campaign.campaignId" },
  async handle({ body }, ctx) {
    const campaign = await create(ctx, body);
    return one(ctx, campaign.campaignId, unsentBy(campaign));
  },
});

export const getCampaign = operation({
  ...named,
  id: "getCampaign",
  api: "buyer",
  method: "get",
  path: "/campaigns/{campaignId}",
  summary: "Get a campaign with its media buys, and why it is not running",
  tag: "Campaigns",
  access: "read",
  answer: One,
  errors: [NotFound],
  handle: ({ params }, ctx) => one(ctx, params.campaignId),
});

export const updateCampaign = operation({
  ...named,
  id: "updateCampaign",
  api: "buyer",
  method: "put",
  path: "/campaigns/{campaignId}",
  summary: "Update a campaign: only the fields in the body change",
  description:
    "The budget is merged field by field, audiences and UTM parameters are added to the existing ones (deleteMissing replaces them), " +
    "storefronts and frequency caps are replaced. `mediaBuys` changes, cancels or deletes single media buys: a " +
    "draft takes `products`, one that is with its seller takes `packages`; a change that the seller must accept is " +
    "shown in the media buy's `pendingChange` until then. The new budget and these changes are checked together: " +
    "409 INSUFFICIENT_MEDIA_BUDGET names the minimum.",
  tag: "Campaigns",
  access: "write",
  body: CampaignChangeBody,
  answer: One,
  errors: [Invalid, InvalidState, CurrencyMismatch, NotFound, Conflict, InsufficientMediaBudget],
  refs: {
    ...named.refs,
    "body.discoveryId": "discovery",
    "body.storefrontIds": "storefront",
    "body.mediaBuys.mediaBuyId": "mediaBuy",
    "body.mediaBuys.packageIds": "package",
    "body.mediaBuys.packages.packageId": "package",
    "body.mediaBuys.products.productId": "product",
    "body.performanceConfig.optimizationGoals.eventSources.eventSourceId": "eventSource",
    "body.catalogId": "catalog",
  },
  audit: { resource: "CAMPAIGN", in: "claim" },
  claim: ({ params, body }, ctx) => changeCampaign(ctx, params.campaignId, body),
  call: ({ changeIds }, ctx) => makeChanges(changeIds, ctx),
  settle: ({ campaignId, warnings }, made, ctx) => one(ctx, campaignId, [...warnings, ...notMadeOf(made)]),
});

export const executeCampaign = operation({
  ...named,
  id: "executeCampaign",
  decides: true,
  share: "execution",
  api: "buyer",
  method: "post",
  path: "/campaigns/{campaignId}/execute",
  summary: "Buy the selected products, with one media buy per sales agent",
  description:
    "Returns 200 even if sellers failed: `success` is then false and `errors` says which. The campaign is ACTIVE as soon as it is " +
    "executed; `mediaBuyResults` says for each media buy whether it is running, is waiting for somebody, or failed. Executing again " +
    "sends the remaining drafts and buys products selected since; nothing is bought twice.",
  tag: "Campaigns",
  access: "write",
  body: ExecuteBody,
  bodyOptional: true,
  answer: ExecutionView,
  progress: ExecutionProgressView,
  errors: [Invalid, BadRequest, InvalidState, CurrencyMismatch, NotFound],
  audit: { resource: "CAMPAIGN", action: "EXECUTE", in: "claim" },
  async claim({ params, body }, ctx) {
    return { execution: await claimExecution(ctx, params.campaignId), debug: body.debug ?? false };
  },
  call: ({ execution }, ctx) => sendDrafts(execution, ctx),
  settle: async ({ execution, debug }, settled, ctx) =>
    viewOfExecution(await settleExecution(execution, settled, ctx), debug, ctx.now),
});

const statusAction = {
  ...named,
  api: "buyer",
  method: "post",
  tag: "Campaigns",
  access: "write",
  answer: StatusChangeView,
  errors: [InvalidState, NotFound],
} as const;

export const pauseCampaign = operation({
  ...statusAction,
  id: "pauseCampaign",
  decides: true,
  path: "/campaigns/{campaignId}/pause",
  summary: "Pause a campaign and its media buys",
  audit: { resource: "CAMPAIGN", action: "DEACTIVATE", in: "claim" },
  claim: ({ params }, ctx) => claimStatusChange(ctx, params.campaignId, "pause"),
  call: ({ changeIds }, ctx) => makeChanges(changeIds, ctx),
  settle: async (statusChange, made) => viewOfStatusChange(statusChange, made),
});

export const reactivateCampaign = operation({
  ...statusAction,
  id: "reactivateCampaign",
  decides: true,
  path: "/campaigns/{campaignId}/reactivate",
  summary: "Reactivate a paused campaign and its media buys",
  audit: { resource: "CAMPAIGN", action: "ACTIVATE", in: "claim" },
  claim: ({ params }, ctx) => claimStatusChange(ctx, params.campaignId, "reactivate"),
  call: ({ changeIds }, ctx) => makeChanges(changeIds, ctx),
  settle: async (statusChange, made) => viewOfStatusChange(statusChange, made),
});

export const deleteCampaign = operation({
  ...named,
  id: "deleteCampaign",
  api: "buyer",
  method: "delete",
  path: "/campaigns/{campaignId}",
  summary: "Archive a campaign whose media buys no longer spend",
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
  summary: "Ask the sellers for the status of a campaign's media buys; at most once every 30 s",
  description: "A seller that was asked within the last 30 s is not asked again: its last answer is returned.",
  tag: "Campaigns",
  access: "read",
  answer: SellersView,
  errors: [NotFound],
  audit: { resource: "CAMPAIGN", action: "READ" },
  claim: ({ params }, ctx) => get(ctx, params.campaignId),
  call: ({ mediaBuys }, ctx) => pollSellers(mediaBuys, ctx),
  async settle(before, polled, ctx) {
    return viewOfSellers(before, await get(ctx, before.campaign.campaignId), polled, ctx.now);
  },
});
