import type { MediaBuyChange, MediaBuyOutcome, SellerAgent, SellerCall } from "../../../ground/seller-agent/index.ts";
import type { Leg } from "../order.ts";
import { matchPackages } from "./match-packages.ts";

/**
 * Pauses a leg that its buyer bought as paused but its source reports as running, because not every AdCP release can
 * express this in a create. The pause has its own key, so a retry is the same pause. If a source refuses it, the buy's
 * status shows that.
 */
export async function savePaused(
  agent: SellerAgent,
  leg: Leg,
  outcome: MediaBuyOutcome,
  call: SellerCall,
): Promise<MediaBuyOutcome> {
  const pause = outcome.kind === "done" ? pauseOf(leg, outcome.mediaBuy) : undefined;
  if (!pause) return outcome;
  const paused = await agent.updateMediaBuy(pause, call);
  return paused.kind === "done" ? paused : outcome;
}

type Booked = Extract<MediaBuyOutcome, { readonly kind: "done" }>["mediaBuy"];

/** Undefined if there is nothing to pause. */
function pauseOf({ executionKey, startsPaused, packages }: Leg, booked: Booked): MediaBuyChange | undefined {
  const { mediaBuyId, status } = booked;
  const ids = { idempotencyKey: `${executionKey}:pause`, mediaBuyId };
  const isStill = status === "paused" || booked.packages.every(({ paused }) => paused);
  if (startsPaused) return isStill ? undefined : { ...ids, paused: true };
  const standings = matchPackages(packages, booked.packages);
  const running = packages.flatMap(({ packageId, startsPaused: asked }) => {
    const standing = standings.find((one) => one.packageId === packageId);
    return asked && standing && !standing.paused ? [{ packageId: standing.sellerPackageId, paused: true }] : [];
  });
  return running.length > 0 ? { ...ids, packages: running } : undefined;
}
