import { z } from "zod";
import { isTerminal, type MediaBuy, MediaBuyView, viewOfMediaBuy } from "../../media-buys/index.ts";
import type { WholeCampaign } from "../reading/read-campaigns.ts";
import { Status } from "../schema.ts";
import { CAMPAIGN_CONDITIONS, CAMPAIGN_STANDINGS, conditionOf, standingOfAll } from "./condition.ts";
import type { Polled } from "./poll-sellers.ts";

const { shape } = MediaBuyView;

const StandingView = z.object({
  media_buy_id: z.string(),
  adcp_media_buy_id: z.string().nullable(),
  internal_status: z.string(),
  adcp_status: z.string().nullable(),
  previous_internal_status: z.string(),
  previous_adcp_status: z.string().nullable(),
  updated: z.boolean().describe("Whether the status differs from before the seller was asked"),
  operational_status: z.enum(CAMPAIGN_CONDITIONS),
  status_refresh_source: z
    .enum(["direct_agent", "storefront_route_rollup", "not_submitted", "persisted_terminal", "refresh_failed"])
    .describe("Who reported the status"),
  blockers: z.array(z.string()).describe("What prevents it from running, if somebody has to act"),
  pending_reason: shape.pendingReason,
  pending_since: shape.pendingSince,
  error_code: shape.errorCode,
  error_owner: shape.errorOwner,
  source_message: shape.sourceMessage,
  forwarded_at: shape.forwardedAt,
  buyer_reference: z.string(),
});

/** In AdCP's spelling (buyer contract g.3). */
export const SellersView = z
  .object({
    campaign_id: z.string(),
    campaign_status: Status,
    operational_status: z.enum(CAMPAIGN_STANDINGS),
    media_buys: z.array(StandingView),
    agents_queried: z.int().describe("The sellers that were asked just now: none is asked twice within 30 s"),
    errors: z.array(z.object({ media_buy_id: z.string(), error: z.string() })),
    blockers: z.array(z.object({ code: z.string(), message: z.string() })),
    pending_creative_reviews: z.int().describe("Creatives that a seller has received and not yet decided on"),
    has_upstream_media_buy: z.boolean().describe("Whether any seller has accepted a media buy"),
    has_delivery: z.boolean(),
  })
  .meta({ id: "CampaignMediaBuyStatus" });

/** Every buy as it was before its seller was asked, and as it is now. */
export function viewOfSellers(
  before: WholeCampaign,
  after: WholeCampaign,
  polled: readonly Polled[],
  now: Date,
): z.input<typeof SellersView> {
  const earlier = new Map(before.mediaBuys.map((buy) => [buy.mediaBuyId, buy]));
  const failed = new Map(polled.flatMap(({ mediaBuyId, error }) => (error === null ? [] : [[mediaBuyId, error]])));
  const buys = after.mediaBuys.map((buy) => {
    const was = earlier.get(buy.mediaBuyId) ?? buy;
    return standingView(buy, was, failed.has(buy.mediaBuyId), now);
  });
  return {
    campaign_id: after.campaign.campaignId,
    campaign_status: after.campaign.status,
    operational_status: standingOfAll(after.mediaBuys.map(conditionOf)),
    media_buys: buys,
    agents_queried: new Set(polled.map(({ salesAgentId }) => salesAgentId)).size,
    errors: [...failed].map(([media_buy_id, error]) => ({ media_buy_id, error })),
    blockers: buys.flatMap(({ media_buy_id, operational_status: code, blockers }) =>
      blockers.map((message) => ({ code, message: `${media_buy_id}: ${message}` })),
    ),
    pending_creative_reviews: pendingReviews(after.mediaBuys),
    has_upstream_media_buy: after.mediaBuys.some(({ sellerMediaBuyId }) => sellerMediaBuyId !== null),
    has_delivery: after.mediaBuys.some(({ packages }) => packages.some(({ delivered }) => delivered.impressions > 0)),
  };
}

/** A creative that awaits review at two sellers counts twice. */
function pendingReviews(buys: readonly MediaBuy[]): number {
  const outcomes = buys.flatMap(({ creatives }) => creatives?.outcomes ?? []);
  return outcomes.filter(({ approval }) => approval === "pending_review" || approval === "processing").length;
}

function standingView(buy: MediaBuy, was: MediaBuy, failed: boolean, now: Date): z.input<typeof StandingView> {
  const view = viewOfMediaBuy(buy, now);
  const { why } = view;
  return {
    media_buy_id: buy.mediaBuyId,
    adcp_media_buy_id: buy.sellerMediaBuyId,
    internal_status: buy.status,
    adcp_status: buy.sellerStatus,
    previous_internal_status: was.status,
    previous_adcp_status: was.sellerStatus,
    updated: buy.status !== was.status || buy.sellerStatus !== was.sellerStatus,
    operational_status: conditionOf(buy),
    status_refresh_source: sourceOf(buy, failed),
    blockers: why?.waitingOn === "buyer" || why?.waitingOn === "platform" ? [`${why.reason}: ${why.nextStep}`] : [],
    pending_reason: view.pendingReason,
    pending_since: view.pendingSince,
    error_code: view.errorCode,
    error_owner: view.errorOwner,
    source_message: view.sourceMessage,
    forwarded_at: view.forwardedAt,
    buyer_reference: view.buyerReference,
  };
}

function sourceOf(buy: MediaBuy, failed: boolean): z.input<typeof StandingView>["status_refresh_source"] {
  if (buy.status === "DRAFT") return "not_submitted";
  if (isTerminal(buy)) return "persisted_terminal";
  if (failed) return "refresh_failed";
  return buy.storefrontId === null ? "direct_agent" : "storefront_route_rollup";
}
