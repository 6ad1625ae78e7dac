import type { Host } from "../../ground/kernel/host.ts";
import { nowFor } from "../../ground/kernel/perform.ts";
import { NOBODY } from "../../ground/kernel/viewer.ts";
import type { MediaBuyOutcome } from "../../ground/seller-agent/index.ts";
import { customerIn } from "../../ground/seller-agent/principal.ts";
import type { GivenTask } from "../../ground/seller-agent/sellers.ts";
import { followTask, openSellerSide } from "../orders/index.ts";

/** Asks after a task as whoever was given it would, at their time. */
export async function followGivenTask(
  host: Host,
  { customerId, storefrontId, principal, taskId }: GivenTask,
  requestId: string,
): Promise<MediaBuyOutcome> {
  const buyerId = customerIn(principal);
  const buyer = (buyerId !== undefined && (await host.viewerOf(buyerId))) || NOBODY;
  const side = await openSellerSide(host, customerId, requestId);
  return followTask(side, { storefrontId, principal }, taskId, {
    // The sources are told of the buyer what its order has of it.
    buyer: {
      customerId: buyerId ?? null,
      name: principal,
      operatorDomain: null,
      brandDomain: null,
      sandbox: buyer.sandbox,
    },
    timeoutMs: host.installation.sellerTimeoutMs,
    now: nowFor(host, buyer),
    requestId,
  });
}
