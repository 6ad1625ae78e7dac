import { leaseMsOf } from "../../../ground/dispatch/index.ts";
import { recordChanges } from "../../../ground/kernel/audit-entry.ts";
import type { Context } from "../../../ground/kernel/context.ts";
import { Conflict } from "../../../ground/kernel/errors.ts";
import { type Approval, TRANSITIONS } from "./approval.ts";
import { enqueueNotification } from "./enqueue-notification.ts";
import { forwardHeld, refuseHeld } from "./lift-hold.ts";
import { found } from "./queue.ts";
import { lockApproval, saveDecision } from "./store.ts";

export interface Decision {
  readonly status: "approved" | "rejected";
  readonly reviewerNotes?: string | undefined;
}

/** An order that now goes to its sources, with the legs to place. */
export interface Forwarding {
  readonly orderId: string;
  readonly legIds: readonly string[];
}

/** Approves or refuses a held order, once. Throws `Conflict` if somebody has already decided on it (gap G11). */
export async function decideOrder(
  ctx: Context,
  orderId: string,
  { status, reviewerNotes }: Decision,
): Promise<Forwarding> {
  const { db, viewer, now } = ctx;
  const before = found(await lockApproval(db, viewer.customerId, orderId), orderId);
  const notes = reviewerNotes ?? null;
  const reviewed = { reviewedBy: viewer.userId, reviewedAt: now, reviewerNotes: notes };
  const after = { ...before, ...reviewed, status: decided(before, status) };
  recordChanges(ctx, before, after, ["status", "reviewerNotes"]);
  await saveDecision(db, viewer.customerId, after, now);
  // Enqueued now, so that the buyer is notified even if this process dies while asking the sources; each source's
  // answer is passed on as it arrives.
  if (status === "approved") {
    await enqueueNotification(ctx, orderId, leaseMsOf(ctx.installation.sellerTimeoutMs));
    return { orderId, legIds: await forwardHeld(ctx, orderId) };
  }
  await refuseHeld(ctx, orderId, notes);
  await enqueueNotification(ctx, orderId);
  return { orderId, legIds: [] };
}

function decided({ orderId, status }: Approval, asked: Decision["status"]): Approval["status"] {
  const to = TRANSITIONS[asked === "approved" ? "approve" : "reject"][status];
  if (to) return to;
  throw new Conflict(`media buy ${orderId} is ${status} already: only one that is pending can be decided on`, {
    details: { status },
  });
}
