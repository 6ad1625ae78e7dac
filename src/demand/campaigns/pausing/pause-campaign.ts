import type { CallContext, Context } from "../../../ground/kernel/context.ts";
import { applyChange, type ChangeResult, type MediaBuy, requestChanges } from "../../media-buys/index.ts";
import { type Campaign, type CampaignStatus, statusAfter } from "../campaign.ts";
import { notifyOfStatus } from "../notify-of-campaign.ts";
import { lockWholeCampaign } from "../reading/read-campaigns.ts";
import { updateCampaign } from "../store.ts";

type StatusAction = "pause" | "reactivate";

/** A campaign that is paused or reactivated, with the buys that follow it. */
export interface StatusChange {
  readonly campaign: Campaign;
  readonly previousStatus: CampaignStatus;
  /** Buys that are running or paused: they are changed immediately. */
  readonly live: readonly MediaBuy[];
  /** Buys whose sellers have not accepted or rejected them yet: they are changed once the seller has. */
  readonly undecided: readonly MediaBuy[];
  readonly changeIds: readonly string[];
}

const KIND = { pause: "pause", reactivate: "resume" } as const;
const FOLLOWS: Readonly<Record<StatusAction, MediaBuy["status"]>> = { pause: "ACTIVE", reactivate: "PAUSED" };

const UNDECIDED: ReadonlySet<MediaBuy["status"]> = new Set(["DRAFT", "PENDING_APPROVAL", "INPUT_REQUIRED"]);

/** Changes the campaign's own state immediately, whatever happens to its buys (buyer contract e.14). */
export async function claimStatusChange(
  ctx: Context,
  campaignId: string,
  statusAction: StatusAction,
): Promise<StatusChange> {
  const { campaign: before, buys } = await lockWholeCampaign(ctx, campaignId);
  const campaign = { ...before, status: statusAfter(statusAction, before), updatedAt: ctx.now };
  await updateCampaign(ctx.db, ctx.viewer.customerId, campaign);
  await notifyOfStatus(ctx, before, campaign);
  const live = buys.filter(({ status }) => status === FOLLOWS[statusAction]);
  const undecided = buys.filter(({ status, submittedAt }) => UNDECIDED.has(status) && submittedAt !== null);
  const asked = [...live, ...undecided].map(({ mediaBuyId }) => ({ mediaBuyId, kind: KIND[statusAction] }));
  const changeIds = await requestChanges(ctx, asked);
  return { campaign, previousStatus: before.status, live, undecided, changeIds };
}

/** The result of each change, by media buy. A change that could not be made now is left to its job, and is missing here. */
export async function makeChanges(
  changeIds: readonly string[],
  { viewer, perform, log }: CallContext,
): Promise<ReadonlyMap<string, ChangeResult>> {
  const results = await Promise.all(
    changeIds.map((changeId) =>
      perform(applyChange, { customerId: viewer.customerId, changeId }).catch((error: unknown) =>
        log.error({ err: error, changeId }, "a change was not made; its job makes it later"),
      ),
    ),
  );
  return new Map(results.flatMap((result) => (result ? [[result.mediaBuyId, result]] : [])));
}
