import { z } from "zod";
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

/** Sends creatives to a seller that now holds a buy, or more of its packages than before; by default immediately. */
export async function takeUpCreatives(
  { viewer, enqueue }: Context,
  before: MediaBuy,
  buy: MediaBuy,
  delayMs = 0,
): Promise<void> {
  if (!isHeld(buy) || namedPackages(buy) === namedPackages(before)) return;
  const { mediaBuyId } = buy;
  await enqueue(sending, { customerId: viewer.customerId, mediaBuyId }, { delayMs, key: `${mediaBuyId} taken up` });
}

/** Whether the seller has the buy and may still show something for it. */
export function isHeld(buy: MediaBuy): boolean {
  const { sellerMediaBuyId, status } = buy;
  return sellerMediaBuyId !== null && status !== "DRAFT" && status !== "PENDING_APPROVAL" && !isTerminal(buy);
}

function namedPackages({ packages }: MediaBuy): number {
  return packages.filter(({ sellerPackageId }) => sellerPackageId !== null).length;
}
