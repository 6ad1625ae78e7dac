import type { Context } from "../../ground/kernel/context.ts";
import { Conflict, NotFound } from "../../ground/kernel/errors.ts";
import { requestChanges } from "./changes/request-changes.ts";
import type { MediaBuy } from "./media-buy.ts";
import { findMediaBuy, isCampaignArchived, lockMediaBuy } from "./store.ts";

export async function getMediaBuy({ db, viewer }: Context, mediaBuyId: string): Promise<MediaBuy> {
  return found(await findMediaBuy(db, viewer.customerId, mediaBuyId), mediaBuyId);
}

type StatusKind = "pause" | "resume" | "cancel";

const FROM: Readonly<Record<StatusKind, readonly MediaBuy["status"][]>> = {
  pause: ["ACTIVE"],
  resume: ["PAUSED"],
  cancel: ["ACTIVE", "PAUSED", "PENDING_APPROVAL", "INPUT_REQUIRED"],
};
const PAST: Readonly<Record<StatusKind, string>> = { pause: "paused", resume: "reactivated", cancel: "canceled" };

/**
 * Asks for one buy to be paused, resumed or canceled; throws `Conflict` if its status does not allow that. Buys of an
 * archived campaign can be canceled but not resumed, because nobody would watch their cost.
 */
export async function requestStatusChange(
  ctx: Context,
  mediaBuyId: string,
  kind: StatusKind,
  reason?: string,
): Promise<{ changeId: string; buy: MediaBuy }> {
  const { db, viewer } = ctx;
  const { campaignId } = await getMediaBuy(ctx, mediaBuyId);
  // The campaign is locked before the buy, because archiving a campaign also locks the campaign first.
  const isArchived = kind === "resume" && (await isCampaignArchived(db, viewer.customerId, campaignId));
  const buy = found(await lockMediaBuy(db, viewer.customerId, mediaBuyId), mediaBuyId);
  checkStatus(buy, kind);
  if (isArchived)
    throw new Conflict(
      `campaign ${campaignId} is archived, so it cannot run again: buy in another campaign, or cancel this (POST /media-buys/${mediaBuyId}/cancel)`,
      { details: { campaignId } },
    );
  const [changeId = ""] = await requestChanges(ctx, [{ mediaBuyId, kind, reason }]);
  return { changeId, buy };
}

function checkStatus({ status, mediaBuyId, submittedAt }: MediaBuy, kind: StatusKind): void {
  // A buy that was sent but not answered may exist at its seller: it is canceled once the seller has answered.
  if (FROM[kind].includes(status) || (kind === "cancel" && status === "DRAFT" && submittedAt !== null)) return;
  const hint = kind === "cancel" && status === "DRAFT" ? ": delete it, by `mediaBuys` of its campaign" : "";
  throw new Conflict(
    `only a media buy that is ${FROM[kind].join(", ")} can be ${PAST[kind]}; ${mediaBuyId} is ${status}${hint}`,
    { details: { status, allowed: [...FROM[kind]] } },
  );
}

function found(buy: MediaBuy | undefined, mediaBuyId: string): MediaBuy {
  if (!buy) throw new NotFound(`there is no media buy ${mediaBuyId}`);
  return buy;
}
