import type { Context } from "../../ground/kernel/context.ts";
import { type Notice, notify } from "../../platform/notifications/index.ts";
import { publish } from "../../platform/webhooks/index.ts";
import type { MediaBuy } from "./media-buy.ts";
import { blockerOf } from "./why/media-buy-blocker.ts";

/** Notifies the organisation of a buy's new status, and people only if they need to know or act. */
export async function notifyOfStatus(ctx: Context, before: MediaBuy, buy: MediaBuy): Promise<void> {
  if (buy.status === before.status) return;
  const states = { previousStatus: before.status, status: buy.status };
  await publish(ctx, { ...about(buy), type: "media_buy.status_changed", data: { ...headsOf(buy), ...states } });
  const type = noticeOf(before, buy);
  if (type) await notify(ctx, { ...about(buy), type, campaignId: buy.campaignId, message: messageOf(buy, ctx.now) });
}

/** Notifies people of a buy that the seller may hold and that is not sent again, because only they can find out its state. */
export async function notifyOfDoubt(ctx: Context, before: MediaBuy, buy: MediaBuy): Promise<void> {
  if (!isInDoubt(buy) || isInDoubt(before)) return;
  const notice = { type: "media_buy.forward_failed", campaignId: buy.campaignId } as const;
  await notify(ctx, { ...about(buy), ...notice, message: messageOf(buy, ctx.now) });
}

function isInDoubt({ error }: MediaBuy): boolean {
  return error?.code === "OUTCOME_UNKNOWN";
}

/** Sends webhooks about new delivery figures, naming the buy. */
export async function notifyOfDelivery(ctx: Context, buy: MediaBuy, changedDays: number): Promise<void> {
  if (changedDays === 0) return;
  await publish(ctx, { ...about(buy), type: "delivery.updated", data: { ...headsOf(buy), changedDays } });
}

function noticeOf(before: MediaBuy, { status }: MediaBuy): Notice["type"] | undefined {
  const wasDecidedOn = before.status === "PENDING_APPROVAL" || before.status === "INPUT_REQUIRED";
  if (status === "ACTIVE") return wasDecidedOn ? "media_buy.approved" : undefined;
  if (status === "INPUT_REQUIRED") return "media_buy.input_required";
  if (status === "REJECTED") return "media_buy.source_rejected";
  return status === "FAILED" ? "media_buy.forward_failed" : undefined;
}

function messageOf(buy: MediaBuy, now: Date): string {
  if (buy.status === "ACTIVE") return `${buy.name}: ${buy.salesAgentName} has approved it`;
  const why = blockerOf(buy, now);
  return why ? `${buy.name}: ${why.reason}; ${why.nextStep}` : `${buy.name} is ${buy.status}`;
}

function about({ mediaBuyId }: MediaBuy) {
  return { resourceType: "MEDIA_BUY", resourceId: mediaBuyId };
}

function headsOf({ advertiserId, campaignId, salesAgentId }: MediaBuy) {
  return { advertiserId: String(advertiserId), campaignId, salesAgentId };
}
