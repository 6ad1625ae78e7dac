import { z } from "zod";
import { numberOf } from "../../ground/kernel/money.ts";
import type { ChangeResult, MediaBuy } from "../media-buys/index.ts";
import type { Executed } from "./execute-campaign.ts";
import type { Polled } from "./poll-sellers.ts";
import type { WholeCampaign } from "./read-campaigns.ts";
import { Status } from "./schema.ts";
import type { Turning } from "./turn-campaign.ts";

const Debug = z.object({
  request: z.object({
    idempotencyKey: z.string().describe("The key the seller knows the buy by, whenever it is sent"),
    name: z.string(),
    startTime: z.iso.datetime(),
    endTime: z.iso.datetime(),
    packages: z.array(
      z.object({
        buyerRef: z.string(),
        productId: z.string(),
        pricingOptionId: z.string(),
        budget: z.number(),
        currency: z.string(),
        bidPrice: z.number().nullable(),
      }),
    ),
  }),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  attempts: z.int(),
});

/** Buyer contract e.13: 200 also where nothing reached a seller, which `success` and `errors` tell. */
export const ExecutionView = z
  .object({
    campaignId: z.string(),
    previousStatus: Status,
    newStatus: Status,
    success: z.boolean().describe("False where any media buy failed"),
    mediaBuysExecuted: z.int(),
    reason: z.enum(["no_media_buys_to_execute"]).optional(),
    errors: z
      .array(
        z.object({ mediaBuyId: z.string(), salesAgentId: z.string(), message: z.string(), debug: Debug.optional() }),
      )
      .optional(),
    warnings: z
      .array(z.object({ type: z.literal("being_sent"), mediaBuyIds: z.array(z.string()), hint: z.string() }))
      .optional(),
  })
  .meta({ id: "CampaignExecution" });

export function viewOfExecution(done: Executed, debug: boolean): z.input<typeof ExecutionView> {
  const { campaignId, previousStatus, newStatus, mediaBuyIds, executed, failed, underWay } = done;
  return {
    campaignId,
    previousStatus,
    newStatus,
    success: failed.length === 0,
    mediaBuysExecuted: executed.length,
    ...(mediaBuyIds.length === 0 && { reason: "no_media_buys_to_execute" as const }),
    ...(failed.length > 0 && { errors: failed.map((buy) => failureOf(buy, debug)) }),
    ...(underWay.length > 0 && { warnings: [beingSent(underWay)] }),
  };
}

function beingSent(underWay: readonly MediaBuy[]) {
  return {
    type: "being_sent" as const,
    mediaBuyIds: underWay.map(({ mediaBuyId }) => mediaBuyId),
    hint: "another execute is sending these now: look at the campaign again in a moment",
  };
}

function failureOf(buy: MediaBuy, debug: boolean) {
  const message = buy.error?.message ?? "it was not sent now; it is sent again by itself";
  const { mediaBuyId, salesAgentId } = buy;
  return { mediaBuyId, salesAgentId, message, ...(debug && { debug: debugOf(buy) }) };
}

function debugOf({ executionKey, name, flight, packages, error, attempts }: MediaBuy): z.input<typeof Debug> {
  return {
    request: {
      idempotencyKey: executionKey,
      name,
      startTime: flight.start.toISOString(),
      endTime: flight.end.toISOString(),
      packages: packages.map(({ packageId, productId, pricingOptionId, budget, currency, bidPrice }) => ({
        buyerRef: packageId,
        productId,
        pricingOptionId,
        budget: numberOf(budget),
        currency,
        bidPrice: bidPrice === null ? null : numberOf(bidPrice),
      })),
    },
    error,
    attempts,
  };
}

/** The answers that two generations of clients expect of a pause, in one (buyer contract e.14). */
export const TurnView = z
  .object({
    campaignId: z.string(),
    campaignName: z.string(),
    previousStatus: Status,
    newStatus: Status,
    success: z.boolean().describe("False where a media buy did not follow; the campaign's status changed all the same"),
    mediaBuyResults: z.array(
      z.object({
        mediaBuyId: z.string(),
        name: z.string(),
        previousStatus: z.string(),
        success: z.boolean(),
        error: z.string().optional(),
      }),
    ),
    totalMediaBuys: z.int(),
    successCount: z.int(),
    failureCount: z.int(),
    errors: z.array(z.object({ mediaBuyId: z.string(), salesAgentId: z.string(), message: z.string() })).optional(),
    warnings: z.array(z.string()).optional().describe("Media buys that follow when their sellers have decided on them"),
  })
  .meta({ id: "CampaignStatusChange" });

const LATER = "it was not changed now; it is tried again by itself";

export function viewOfTurn(
  { campaign, previousStatus, live, undecided }: Turning,
  made: ReadonlyMap<string, ChangeResult>,
): z.input<typeof TurnView> {
  const told = live.map((buy) => ({ buy, ...(made.get(buy.mediaBuyId) ?? { success: false, error: null }) }));
  const failed = told.filter(({ success }) => !success);
  const waiting = undecided.flatMap(({ mediaBuyId }) => made.get(mediaBuyId)?.error ?? []);
  return {
    campaignId: campaign.campaignId,
    campaignName: campaign.name,
    previousStatus,
    newStatus: campaign.status,
    success: failed.length === 0,
    mediaBuyResults: told.map(({ buy, success, error }) => ({
      mediaBuyId: buy.mediaBuyId,
      name: buy.name,
      previousStatus: buy.status,
      success,
      ...(!success && { error: error ?? LATER }),
    })),
    totalMediaBuys: told.length,
    successCount: told.length - failed.length,
    failureCount: failed.length,
    ...(failed.length > 0 && {
      errors: failed.map(({ buy, error }) => ({
        mediaBuyId: buy.mediaBuyId,
        salesAgentId: buy.salesAgentId,
        message: error ?? LATER,
      })),
    }),
    ...(waiting.length > 0 && { warnings: waiting }),
  };
}

/** In AdCP's spelling (buyer contract g.3). */
export const SellersView = z
  .object({
    campaign_id: z.string(),
    media_buys: z.array(
      z.object({
        media_buy_id: z.string(),
        adcp_media_buy_id: z.string().nullable(),
        internal_status: z.string(),
        adcp_status: z.string().nullable(),
        previous_internal_status: z.string(),
        previous_adcp_status: z.string().nullable(),
        updated: z.boolean().describe("Whether the status is another than before its seller was asked"),
      }),
    ),
    agents_queried: z.int(),
    errors: z.array(z.object({ media_buy_id: z.string(), error: z.string() })),
  })
  .meta({ id: "CampaignMediaBuyStatus" });

/** Every buy as it stands after its seller was asked, and as it stood before. */
export function viewOfSellers(
  before: WholeCampaign,
  after: WholeCampaign,
  polled: readonly Polled[],
): z.input<typeof SellersView> {
  const earlier = new Map(before.mediaBuys.map((buy) => [buy.mediaBuyId, buy]));
  return {
    campaign_id: after.campaign.campaignId,
    media_buys: after.mediaBuys.map((buy) => {
      const was = earlier.get(buy.mediaBuyId) ?? buy;
      return {
        media_buy_id: buy.mediaBuyId,
        adcp_media_buy_id: buy.sellerMediaBuyId,
        internal_status: buy.status,
        adcp_status: buy.sellerStatus,
        previous_internal_status: was.status,
        previous_adcp_status: was.sellerStatus,
        updated: buy.status !== was.status || buy.sellerStatus !== was.sellerStatus,
      };
    }),
    agents_queried: new Set(polled.map(({ salesAgentId }) => salesAgentId)).size,
    errors: polled.flatMap(({ mediaBuyId, error }) => (error === null ? [] : [{ media_buy_id: mediaBuyId, error }])),
  };
}
