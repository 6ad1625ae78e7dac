import { z } from "zod";
import type { CallContext, Context } from "../../ground/kernel/context.ts";
import { Conflict, Invalid, NotFound } from "../../ground/kernel/errors.ts";
import { operation } from "../../ground/kernel/operation.ts";
import { pageOf } from "../../ground/kernel/query.ts";
import { AdvertiserPath, getAdvertiser } from "../advertisers/index.ts";
import { getMediaBuy as get, requestStatusChange } from "./change-status.ts";
import { applyChange } from "./changes/apply-change.ts";
import type { ChangeResult } from "./changes/change.ts";
import type { MediaBuy } from "./media-buy.ts";
import { STATES } from "./media-buy-state.ts";
import {
  AdvertisersMediaBuyPath,
  CancelBody,
  MediaBuyListQuery,
  MediaBuyPath,
  MediaBuyView,
  PackageView,
  StatusChangeView,
  viewOfMediaBuy,
  viewOfPackage,
} from "./schema.ts";
import { listMediaBuys as list } from "./store.ts";

const One = z.object({ mediaBuy: MediaBuyView });

export const listMediaBuys = operation({
  id: "listMediaBuys",
  api: "buyer",
  method: "get",
  path: "/advertisers/{advertiserId}/media-buys",
  summary: "List an advertiser's media buys",
  tag: "Media buys",
  access: "read",
  params: AdvertiserPath,
  query: MediaBuyListQuery,
  paging: "take/skip",
  answer: z.object({ mediaBuys: z.array(MediaBuyView), total: z.int() }),
  errors: [Invalid, NotFound],
  refs: { "params.advertiserId": "advertiser", "query.campaignId": "campaign" },
  async handle({ params, query }, ctx) {
    const { advertiserId } = await getAdvertiser(ctx, params.advertiserId);
    const statuses = query.status?.length ? query.status : STATES;
    const filter = { advertiserId, campaignId: query.campaignId, statuses };
    const { mediaBuys, total } = await list(ctx.db, ctx.viewer.customerId, filter, pageOf(query));
    return { mediaBuys: mediaBuys.map((buy) => viewOfMediaBuy(buy, ctx.now)), total };
  },
});

export const getAdvertisersMediaBuy = operation({
  id: "getAdvertisersMediaBuy",
  api: "buyer",
  method: "get",
  path: "/advertisers/{advertiserId}/media-buys/{mediaBuyId}",
  summary: "Get one of an advertiser's media buys",
  tag: "Media buys",
  access: "read",
  params: AdvertisersMediaBuyPath,
  answer: One,
  errors: [NotFound],
  refs: { "params.advertiserId": "advertiser", "params.mediaBuyId": "mediaBuy" },
  async handle({ params }, ctx) {
    const { advertiserId } = await getAdvertiser(ctx, params.advertiserId);
    const buy = await get(ctx, params.mediaBuyId);
    if (buy.advertiserId !== advertiserId) throw new NotFound(`there is no media buy ${params.mediaBuyId}`);
    return { mediaBuy: viewOfMediaBuy(buy, ctx.now) };
  },
});

export const getMediaBuy = operation({
  id: "getMediaBuy",
  api: "buyer",
  method: "get",
  path: "/media-buys/{mediaBuyId}",
  summary: "Get a media buy, and why it is not running",
  tag: "Media buys",
  access: "read",
  params: MediaBuyPath,
  answer: One,
  errors: [NotFound],
  refs: { "params.mediaBuyId": "mediaBuy" },
  handle: async ({ params }, ctx) => ({ mediaBuy: viewOfMediaBuy(await get(ctx, params.mediaBuyId), ctx.now) }),
});

export const getMediaBuyPackages = operation({
  id: "getMediaBuyPackages",
  api: "buyer",
  method: "get",
  path: "/media-buys/{mediaBuyId}/packages",
  summary: "List a media buy's packages with their delivery",
  tag: "Media buys",
  access: "read",
  params: MediaBuyPath,
  answer: z.object({
    mediaBuyId: z.string(),
    isPaced: z
      .boolean()
      .describe(
        "Whether the budget is divided into pacing periods: then there is a package for each product and period",
      ),
    packageCount: z.int(),
    packages: z.array(PackageView),
  }),
  errors: [NotFound],
  refs: { "params.mediaBuyId": "mediaBuy" },
  async handle({ params }, ctx) {
    const buy = await get(ctx, params.mediaBuyId);
    return {
      mediaBuyId: buy.mediaBuyId,
      isPaced: buy.packages.some(({ period }) => period !== null),
      packageCount: buy.packages.length,
      packages: buy.packages.map((part) => viewOfPackage(part, buy)),
    };
  },
});

const statusChange = {
  api: "buyer",
  method: "post",
  tag: "Media buys",
  access: "write",
  params: MediaBuyPath,
  answer: StatusChangeView,
  errors: [NotFound, Conflict],
  refs: { "params.mediaBuyId": "mediaBuy" },
} as const;

export const pauseMediaBuy = operation({
  ...statusChange,
  id: "pauseMediaBuy",
  decides: true,
  path: "/media-buys/{mediaBuyId}/pause",
  summary: "Pause a media buy; its campaign stays as it is",
  audit: { resource: "MEDIA_BUY", action: "DEACTIVATE", in: "claim" },
  claim: ({ params }, ctx) => requestStatusChange(ctx, params.mediaBuyId, "pause"),
  call: make,
  settle: settled,
});

export const reactivateMediaBuy = operation({
  ...statusChange,
  id: "reactivateMediaBuy",
  decides: true,
  path: "/media-buys/{mediaBuyId}/reactivate",
  summary: "Resume a paused media buy; its campaign stays as it is",
  audit: { resource: "MEDIA_BUY", action: "ACTIVATE", in: "claim" },
  claim: ({ params }, ctx) => requestStatusChange(ctx, params.mediaBuyId, "resume"),
  call: make,
  settle: settled,
});

export const cancelMediaBuy = operation({
  ...statusChange,
  id: "cancelMediaBuy",
  decides: true,
  path: "/media-buys/{mediaBuyId}/cancel",
  summary: "Cancel a media buy permanently",
  description:
    'The same as `mediaBuys: [{mediaBuyId, action: "cancel"}]` on its campaign, and it also works if the campaign ' +
    "is archived. A media buy that its seller has not decided on is withdrawn, or canceled as soon as the seller " +
    "decides. A draft is deleted instead.",
  ours: true,
  body: CancelBody,
  bodyOptional: true,
  errors: [Invalid, NotFound, Conflict],
  audit: { resource: "MEDIA_BUY", action: "DELETE", in: "claim" },
  claim: ({ params, body }, ctx) => requestStatusChange(ctx, params.mediaBuyId, "cancel", body.reason),
  call: make,
  settle: settled,
});

interface ChangeTarget {
  readonly changeId: string;
  readonly buy: MediaBuy;
}

function make({ changeId }: ChangeTarget, { viewer, perform }: CallContext): Promise<ChangeResult | undefined> {
  return perform(applyChange, { customerId: viewer.customerId, changeId });
}

async function settled({ buy }: ChangeTarget, made: ChangeResult | undefined, ctx: Context) {
  const { name, mediaBuyId, status: newStatus } = await get(ctx, buy.mediaBuyId);
  const answer = { mediaBuyId, name, previousStatus: buy.status, newStatus, success: made?.success ?? false };
  return { ...answer, ...(made?.error && { error: made.error }) };
}
