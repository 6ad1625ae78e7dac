import { z } from "zod";
import { SECOND_MS } from "../../../ground/kernel/clock.ts";
import type { Context } from "../../../ground/kernel/context.ts";
import type { JobReference } from "../../../ground/kernel/step.ts";
import { isTerminal, type MediaBuy } from "../media-buy.ts";

export interface SendInput {
  readonly customerId: number;
  readonly mediaBuyId: string;
}

/** A reference to `sendCreatives`, the job that also finishes interrupted attempts. */
export const sending: JobReference<SendInput> = {
  name: "media-buys.send-creatives",
  input: z.object({ customerId: z.int(), mediaBuyId: z.string() }),
};

/** A reference to `sendToHolders`. */
export const sendingToHolders: JobReference<{ readonly customerId: number; readonly campaignId: string }> = {
  name: "media-buys.send-creatives-to-holders",
  input: z.object({ customerId: z.int(), campaignId: z.string() }),
};

/** Sends creatives to a seller that now holds a buy, or more of its packages than before. */
export async function sendPendingCreatives(
  { viewer, enqueue }: Context,
  before: MediaBuy,
  buy: MediaBuy,
): Promise<void> {
  if (!isTakenUp(before, buy)) return;
  const { mediaBuyId } = buy;
  await enqueue(sending, { customerId: viewer.customerId, mediaBuyId }, { key: `${mediaBuyId} taken up` });
}

/** The same for a buy that was just sent. Whoever sent it sends its creatives too; the job is for the case that they could not. */
export async function takeUpCreativesLater(ctx: Context, before: MediaBuy, buy: MediaBuy): Promise<void> {
  if (!isTakenUp(before, buy)) return;
  const { viewer, now, enqueue } = ctx;
  const { campaignId } = buy;
  // Buys that are settled together leave one job. Those that are settled later need their own: this one may have begun by then.
  const key = `${campaignId} ${now.toISOString()}`;
  await enqueue(sendingToHolders, { customerId: viewer.customerId, campaignId }, { delayMs: 5 * SECOND_MS, key });
}

function isTakenUp(before: MediaBuy, buy: MediaBuy): boolean {
  return isHeld(buy) && namedPackages(buy) !== namedPackages(before);
}

/** Whether the seller has the buy and may still show something for it. */
export function isHeld(buy: MediaBuy): boolean {
  const { sellerMediaBuyId, status } = buy;
  return sellerMediaBuyId !== null && status !== "DRAFT" && status !== "PENDING_APPROVAL" && !isTerminal(buy);
}

function namedPackages({ packages }: MediaBuy): number {
  return packages.filter(({ sellerPackageId }) => sellerPackageId !== null).length;
}
