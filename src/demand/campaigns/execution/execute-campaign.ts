import { after } from "../../../ground/kernel/clock.ts";
import type { CallContext, Context } from "../../../ground/kernel/context.ts";
import { BadRequest } from "../../../ground/kernel/errors.ts";
import { type DroppedCreative, listDroppedCreatives, readCampaignCreatives } from "../../creatives/index.ts";
import { listSelectionsOfCampaign } from "../../discovery/index.ts";
import { sendCreatives } from "../../media-buys/creatives/index.ts";
import { draftMediaBuys, listMediaBuysOfCampaigns, type MediaBuy, refreshMediaBuy } from "../../media-buys/index.ts";
import {
  beginSendings,
  buyerOf,
  isWhole,
  type StartedSending,
  submitMediaBuy,
} from "../../media-buys/sending/index.ts";
import { type Campaign, type CampaignStatus, statusAfter } from "../campaign.ts";
import { notifyOfStatus } from "../notify-of-campaign.ts";
import { lockWholeCampaign } from "../reading/read-campaigns.ts";
import { updateCampaign } from "../store.ts";
import { targetingOf } from "../targeting/sent-targeting.ts";
import { reportSending } from "./execution-progress.ts";
import { openSelections, planBuys } from "./plan-buys.ts";
import { staleDraftsOf } from "./stale-drafts.ts";

const BEGUN = Symbol("what this process has begun");

interface StartedExecution {
  readonly sendings: ReadonlyMap<string, StartedSending>;
  readonly dropped: readonly DroppedCreative[];
}

/** An execute in progress: the drafts to be sent, none if nothing is left to buy. */
export interface Execution {
  readonly campaignId: string;
  readonly previousStatus: CampaignStatus;
  readonly newStatus: CampaignStatus;
  readonly mediaBuyIds: readonly string[];
  /** Drafts that are sent unchanged, although their products were selected again since. */
  readonly staleDraftIds: readonly string[];
  /** The drafts whose sending was claimed with this. By a symbol, which no clone has: who goes on after a crash claims anew. */
  readonly [BEGUN]?: StartedExecution;
}

/** The results of the drafts. */
export interface Executed extends Execution {
  /** With their sellers now. */
  readonly executed: readonly MediaBuy[];
  /** Not with their sellers: refused, or without an answer. */
  readonly failed: readonly MediaBuy[];
  /** Being sent by somebody else, who got there first. */
  readonly underWay: readonly MediaBuy[];
  /** Creatives that none of the campaign's products shows. */
  readonly dropped: readonly DroppedCreative[];
}

/**
 * Buyer contract e.13, steps 1 to 3. The campaign's row is locked while selections become drafts, so a product is
 * drafted once, however many requests execute concurrently or again after a crash.
 */
export async function claimExecution(ctx: Context, campaignId: string): Promise<Execution> {
  // In one message, in this order: the others are asked once the first holds the campaign.
  const [{ campaign, buys }, selections, creatives] = await Promise.all([
    lockWholeCampaign(ctx, campaignId),
    listSelectionsOfCampaign(ctx.db, ctx.viewer.customerId, campaignId),
    readCampaignCreatives(ctx, campaignId),
  ]);
  const { status: previousStatus } = campaign;
  const newStatus = statusAfter("execute", campaign);
  if (selections.length === 0 && buys.length === 0) throw nothingSelected(campaign.discoveryId);
  const staleDraftIds = staleDraftsOf(buys, selections).map(({ mediaBuyId }) => mediaBuyId);
  const open = openSelections(selections, buys);
  const hasDrafts = buys.some(isDraft);
  if (open.length === 0 && !hasDrafts)
    return { campaignId, previousStatus, newStatus: previousStatus, mediaBuyIds: [], staleDraftIds };

  const planned = open.length > 0 ? planBuys(campaign, open, buys, ctx.now) : [];
  checkFlight(campaign, ctx.now);
  // The drafts there were before may be waited for by somebody who writes in the log.
  if (!hasDrafts) ctx.expectAudit();
  // In one message, in this order.
  const [buyer, drafted] = await Promise.all([
    buyerOf(ctx, campaign),
    draftMediaBuys(ctx, { ...campaign, targeting: targetingOf(campaign) }, planned, { hasDrafts }),
    updateCampaign(ctx.db, ctx.viewer.customerId, { ...campaign, status: newStatus, updatedAt: ctx.now }),
    notifyOfStatus(ctx, campaign, { status: newStatus }),
  ]);
  const drafts = new Map([...buys, ...drafted].filter(isDraft).map((buy) => [buy.mediaBuyId, buy]));
  const unsent = [...drafts.values()].filter(wasNeverSent);
  const { sendings, dropped } = await beginSendings(ctx, unsent, { buyer, creatives });
  const begun = { sendings: new Map(sendings.map((sending) => [sending.input.mediaBuyId, sending])), dropped };
  return { campaignId, previousStatus, newStatus, mediaBuyIds: [...drafts.keys()], staleDraftIds, [BEGUN]: begun };
}

/**
 * Sends all drafts in parallel. A failure is recorded with its draft, and never affects another. Answers those that stand as they were
 * settled here.
 */
export async function sendDrafts(execution: Execution, out: CallContext): Promise<readonly MediaBuy[]> {
  const { mediaBuyIds, [BEGUN]: begun } = execution;
  const { log, tell } = out;
  const reportNext = reportSending(mediaBuyIds.length, tell);
  const settled = await Promise.all(
    mediaBuyIds.map(async (mediaBuyId) => {
      const sending = begun?.sendings.get(mediaBuyId);
      const sent = await sendDraft(mediaBuyId, sending, out).catch((error: unknown) =>
        log.error({ err: error, mediaBuyId }, "a media buy was not sent; its job sends it later"),
      );
      reportNext(mediaBuyId, sent ?? undefined);
      return sent && sending && !sending.hasCreatives && isWhole(sent.buy) ? [sent.buy] : [];
    }),
  );
  return settled.flat();
}

/**
 * The creatives are sent immediately after the buy, and its seller's response to them is fetched. The first creative of a campaign
 * that gets it in the meantime is sent by the job that the buy leaves behind.
 */
async function sendDraft(
  mediaBuyId: string,
  begun: StartedSending | undefined,
  { viewer, perform, performClaimed }: CallContext,
) {
  const buy = { customerId: viewer.customerId, mediaBuyId };
  const submitted = begun ? await performClaimed(submitMediaBuy, begun) : await perform(submitMediaBuy, buy);
  if (begun && !begun.hasCreatives) return submitted;
  const sent = await perform(sendCreatives, buy);
  if (sent?.state === "done") await perform(refreshMediaBuy, buy);
  return submitted;
}

export async function settleExecution(
  execution: Execution,
  settled: readonly MediaBuy[],
  ctx: Context,
): Promise<Executed> {
  const { mediaBuyIds, [BEGUN]: begun } = execution;
  const wall = after(ctx.now, -ctx.viewer.clockOffsetMs);
  // What this request has just written is not read again.
  const isWhole = begun !== undefined && settled.length === mediaBuyIds.length;
  const { buys, dropped } = isWhole ? { buys: settled, dropped: begun.dropped } : await readExecution(execution, ctx);
  const {
    executed = [],
    failed = [],
    underWay = [],
  } = Object.fromEntries(Map.groupBy(buys, (buy) => executionResultOf(buy, wall)));
  return { ...execution, executed, failed, underWay, dropped };
}

async function readExecution({ campaignId, mediaBuyIds }: Execution, ctx: Context) {
  const [buys, dropped] = await Promise.all([
    listMediaBuysOfCampaigns(ctx.db, ctx.viewer.customerId, [campaignId]),
    listDroppedCreatives(ctx, campaignId),
  ]);
  return { buys: buys.filter(({ mediaBuyId }) => mediaBuyIds.includes(mediaBuyId)), dropped };
}

function executionResultOf({ status, leaseUntil }: MediaBuy, wall: Date): "executed" | "failed" | "underWay" {
  if (status === "REJECTED" || status === "FAILED") return "failed";
  if (status !== "DRAFT") return "executed";
  return leaseUntil !== null && leaseUntil > wall ? "underWay" : "failed";
}

/** Whether no seller has received it, and no attempt is in progress. */
function wasNeverSent({ attempts, submittedAt, packages }: MediaBuy): boolean {
  return attempts === 0 && submittedAt === null && packages.length > 0;
}

function isDraft({ status }: MediaBuy): boolean {
  return status === "DRAFT";
}

function checkFlight({ flight }: Campaign, now: Date): void {
  if (flight.end > now) return;
  throw new BadRequest(`the flight ended on ${flight.end.toISOString()}: move flightDates.endDate, then execute`, {
    details: { flightEnd: flight.end.toISOString() },
  });
}

function nothingSelected(discoveryId: string | null): BadRequest {
  const where = discoveryId
    ? `POST /discovery/${discoveryId}/products`
    : "POST /discovery/discover-products with this campaignId, then POST /discovery/{discoveryId}/products";
  return new BadRequest(`no product is selected for this campaign: select some (${where}), then execute`);
}
