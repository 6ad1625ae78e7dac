import { type RefreshInput, refreshJob } from "../../../ground/job-references/index.ts";
import type { CallContext, Context } from "../../../ground/kernel/context.ts";
import { type Step, step } from "../../../ground/kernel/step.ts";
import {
  type DeliveryAnswer,
  type MediaBuyOutcome,
  type MediaBuyStatus,
  SellerUnreachable,
} from "../../../ground/seller-agent/index.ts";
import { finalThrough } from "../../delivery/index.ts";
import { askSeller } from "../ask-seller.ts";
import { applyOpenChange } from "../changes/apply-change.ts";
import { sendPendingCreatives } from "../creatives/take-up-creatives.ts";
import { afterStep, isFrozen, isLive, isTerminal, type MediaBuy } from "../media-buy.ts";
import type { MediaBuyState } from "../media-buy-state.ts";
import { notifyOfStatus } from "../notify-of-buy.ts";
import { afterOutcome } from "../outcome.ts";
import { errorOf } from "../refusal.ts";
import type { SellerResponse } from "../seller-response.ts";
import { lockMediaBuy, saveMediaBuy } from "../store.ts";
import { daysToAsk, finalBefore, isFlown, nextCheckOf, retriedCheckOf } from "./next-check.ts";
import { recordDelivery } from "./record-delivery.ts";

/** A buy's status before its seller was asked, and now. */
export interface Refresh {
  readonly mediaBuyId: string;
  readonly salesAgentId: string;
  readonly sellerMediaBuyId: string | null;
  readonly previousStatus: MediaBuyState;
  readonly status: MediaBuyState;
  readonly previousSellerStatus: MediaBuyStatus | null;
  readonly sellerStatus: MediaBuyStatus | null;
  /** What the seller failed to answer, and why; null if it answered everything. */
  readonly error: string | null;
}

interface SellerReport {
  readonly standing: SellerResponse<MediaBuyOutcome> | null;
  readonly delivery: SellerResponse<DeliveryAnswer> | null;
}

/**
 * Asks the seller for a buy's status and delivery. The next check is scheduled beforehand, as if this one had failed,
 * so that neither an error nor a crash ends the polling. A buy that its seller does not know yet is left alone.
 */
export const refreshMediaBuy: Step<RefreshInput, Refresh> = step({
  ...refreshJob,

  async claim({ customerId, mediaBuyId, reportedFrom }, { db, now }): Promise<MediaBuy | undefined> {
    const buy = await lockMediaBuy(db, customerId, mediaBuyId);
    if (!buy || !isAskable(buy, reportedFrom !== undefined)) return undefined;
    const { deliveredThrough: known, attempts } = buy;
    const deliveredThrough = reportedFrom === undefined ? known : finalBefore(reportedFrom, known);
    const asked = { ...buy, deliveredThrough, attempts: attempts + 1, nextCheckAt: retriedCheckOf(buy, now) };
    return saveMediaBuy(db, customerId, buy, asked);
  },

  async call(buy, ctx): Promise<SellerReport> {
    const standing = isTerminal(buy) ? null : await askSeller(ctx, buy, pollTargetOf(buy));
    const done =
      standing?.kind === "answered" && standing.answer.kind === "done" ? standing.answer.mediaBuy : undefined;
    const sellerMediaBuyId = buy.sellerMediaBuyId ?? done?.mediaBuyId;
    const delivery = sellerMediaBuyId === undefined ? null : await askDelivery(ctx, buy, sellerMediaBuyId);
    return { standing, delivery };
  },

  async settle(asked, sent, ctx): Promise<Refresh> {
    const { db, viewer, now } = ctx;
    const before = await lockMediaBuy(db, viewer.customerId, asked.mediaBuyId);
    if (!before) throw new Error(`media buy ${asked.mediaBuyId} vanished while its seller was asked`);
    const error = errorIn(sent);
    // A status that refers to an older revision must not overrule what was settled in the meantime; its delivery
    // figures are valid either way.
    const current = before.revision === asked.revision;
    const reported = await withDelivery(current ? withStanding(before, sent, now) : before, sent, ctx);
    if (!current) return refreshOf(asked, before, error);
    const settled = error === null ? checked(reported, now) : unanswered(reported, error);
    const saved = await saveMediaBuy(db, viewer.customerId, before, settled);
    await notifyOfStatus(ctx, before, saved);
    await applyOpenChange(ctx, saved);
    await sendPendingCreatives(ctx, before, saved);
    return refreshOf(asked, saved, error);
  },
});

/** Whether the seller knows the buy or is deciding on it, so that it can be asked. */
function isAskable(buy: MediaBuy, hasNews: boolean): boolean {
  if (buy.sellerMediaBuyId === null && buy.taskId === null) return false;
  if (!isTerminal(buy)) return !isFrozen(buy);
  return buy.nextCheckAt !== null || (hasNews && buy.sellerMediaBuyId !== null);
}

/** A pending decision is polled through the seller's task, and a decided buy by its id at the seller. */
function pollTargetOf({
  status,
  taskId,
  sellerMediaBuyId,
  salesAgentName,
}: MediaBuy): Parameters<typeof askSeller<MediaBuyOutcome>>[2] {
  return async (agent, call) => {
    const undecided = status === "PENDING_APPROVAL" || status === "INPUT_REQUIRED";
    if (taskId !== null && (undecided || sellerMediaBuyId === null)) return agent.getTask(taskId, call);
    const id = sellerMediaBuyId ?? "";
    const found = (await agent.getMediaBuys({ mediaBuyIds: [id] }, call)).find(({ mediaBuyId }) => mediaBuyId === id);
    if (!found)
      throw new SellerUnreachable(salesAgentName, "malformed", `its answer does not list the media buy ${id}`);
    return { kind: "done", mediaBuy: found };
  };
}

async function askDelivery(
  ctx: CallContext,
  buy: MediaBuy,
  sellerMediaBuyId: string,
): Promise<SellerReport["delivery"]> {
  const days = daysToAsk(buy, ctx.now);
  if (!days) return null;
  return askSeller(ctx, buy, (agent, call) =>
    agent.getMediaBuyDelivery({ mediaBuyIds: [sellerMediaBuyId], ...days }, call),
  );
}

function withStanding(buy: MediaBuy, { standing }: SellerReport, now: Date): MediaBuy {
  if (standing?.kind !== "answered") return buy;
  return afterOutcome(buy, standing.answer, now);
}

/** Stores the reported delivery, and up to which day it is final. */
async function withDelivery(buy: MediaBuy, { delivery }: SellerReport, ctx: Context): Promise<MediaBuy> {
  if (delivery?.kind !== "answered") return buy;
  const rows = await recordDelivery(ctx, buy, delivery.answer, { source: "poll", reportedAt: ctx.now });
  return { ...buy, deliveredThrough: finalThrough(rows, buy.deliveredThrough) };
}

/**
 * The buy after a check that was answered: if its flight is over and fully reported, it is complete; its next check is
 * at the regular time.
 */
function checked(buy: MediaBuy, now: Date): MediaBuy {
  const stands = isLive(buy) && isFlown(buy, now) ? afterStep(buy, "complete", now) : buy;
  const answered = { ...stands, attempts: 0, checkedAt: now };
  return { ...answered, nextCheckAt: nextCheckOf(answered, now) };
}

function unanswered(buy: MediaBuy, message: string): MediaBuy {
  return isTerminal(buy) ? buy : { ...buy, error: { code: "UNREACHABLE", message } };
}

function errorIn({ standing, delivery }: SellerReport): string | null {
  const messages = [standing, delivery].flatMap((response) => {
    if (response === null || response.kind === "answered") return [];
    return response.kind === "silence" ? response.message : errorOf(response.errors).message;
  });
  return messages.length > 0 ? [...new Set(messages)].join("; ") : null;
}

function refreshOf(before: MediaBuy, now: MediaBuy, error: string | null): Refresh {
  return {
    mediaBuyId: now.mediaBuyId,
    salesAgentId: now.salesAgentId,
    sellerMediaBuyId: now.sellerMediaBuyId,
    previousStatus: before.status,
    status: now.status,
    previousSellerStatus: before.sellerStatus,
    sellerStatus: now.sellerStatus,
    error,
  };
}
