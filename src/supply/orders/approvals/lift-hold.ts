import type { Context } from "../../../ground/kernel/context.ts";
import { refusal } from "../../../ground/seller-agent/implementing/refusal.ts";
import { rejectedWith, WITHDRAWN } from "../legs/leg.ts";
import { scheduleLegRecovery } from "../legs/schedule-recovery.ts";
import { moveLegs, reopenLegs, settleUnsent } from "../legs/store.ts";
import { reportRejected } from "../outcomes/report-outcome.ts";
import { revokeApproval } from "./store.ts";

/** Releases an order to its sources, and returns the legs to be placed. */
export async function forwardHeld(ctx: Context, orderId: string): Promise<string[]> {
  const legs = await moveLegs(ctx.db, ctx.viewer.customerId, orderId, "approve", ctx.now);
  await scheduleLegRecovery(ctx, legs);
  return legs.map(({ legId }) => legId);
}

/** Refuses a held order, with the reviewer's notes for the buyer. */
export async function refuseHeld(ctx: Context, orderId: string, notes: string | null): Promise<void> {
  const { db, viewer, now } = ctx;
  const message = `the storefront did not approve it${notes === null ? "" : `: ${notes}`}`;
  const standing = rejectedWith([refusal("STOREFRONT_REJECTED", message, null, "terminal")]);
  await settleUnsent(db, viewer.customerId, orderId, standing, now);
  await reportRejected(ctx, orderId);
}

/** Used when a buyer cancels its order before any source has received it. */
export async function withdrawHeld({ db, viewer, now }: Context, orderId: string): Promise<void> {
  await revokeApproval(db, viewer.customerId, orderId, now);
  await settleUnsent(db, viewer.customerId, orderId, WITHDRAWN, now);
}

/** Reopens an order's refused legs, so that their sources are asked again under the same keys. */
export async function forwardAgain(ctx: Context, orderId: string): Promise<string[]> {
  const legs = await reopenLegs(ctx.db, ctx.viewer.customerId, orderId, ctx.now);
  await scheduleLegRecovery(ctx, legs);
  return legs.map(({ legId }) => legId);
}
