import type { Context } from "../../../ground/kernel/context.ts";
import type { MediaBuyOutcome } from "../../../ground/seller-agent/index.ts";
import { revokeApproval } from "../approvals/store.ts";
import { legStatusOf } from "../legs/leg.ts";
import { matchPackages } from "../legs/match-packages.ts";
import { settleLegAsRead, updatePackages } from "../legs/store.ts";
import type { Leg, Order } from "../order.ts";
import { reportChanged } from "../outcomes/report-outcome.ts";
import { findOrder } from "../store.ts";
import { saveTargeting, type TargetingByPackage } from "../targeting/store.ts";
import { answeredWith } from "./change-part.ts";
import type { LockedPart } from "./hold-part.ts";
import { savePart } from "./store.ts";

/** Stores a source's answer to its part of a change, and the resulting state of the order. */
export async function recordAnswer(ctx: Context, held: LockedPart, outcome: MediaBuyOutcome): Promise<LockedPart> {
  const { db, viewer, now } = ctx;
  const { customerId } = viewer;
  const { leg, orderId } = held;
  const answered = { ...held, ...answeredWith(held, outcome) };
  await savePart(db, customerId, answered);
  if (outcome.kind !== "done") return answered;
  await saveTargeting(db, customerId, ofLeg(held.targeting, leg));
  // If the source has changed the buy, then the buy exists there.
  const standing = { ...legStatusOf(outcome.mediaBuy), state: "booked" as const };
  const settled = await settleLegAsRead(db, customerId, leg, standing, now);
  if (settled) await updatePackages(db, customerId, matchPackages(leg.packages, outcome.mediaBuy.packages));
  const order = await findOrder(db, customerId, orderId);
  if (!order) return answered;
  if (isCanceled(order)) await revokeApproval(db, customerId, orderId, now);
  await reportChanged(ctx, { before: held.order, after: order }, `${held.idempotencyKey}:${leg.legId}`);
  return { ...answered, order };
}

function ofLeg(targeting: TargetingByPackage, { packages }: Leg): TargetingByPackage {
  const own = new Set(packages.map(({ packageId }) => packageId));
  return Object.fromEntries(Object.entries(targeting).filter(([packageId]) => own.has(packageId)));
}

function isCanceled({ legs }: Order): boolean {
  return legs.every(({ state, sellerStatus }) => state === "canceled" || sellerStatus === "canceled");
}
