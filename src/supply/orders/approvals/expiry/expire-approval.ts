import { z } from "zod";
import { type Step, type StepInput, step } from "../../../../ground/kernel/step.ts";
import { notify } from "../../../../platform/notifications/index.ts";
import { TRANSITIONS } from "../approval.ts";
import { enqueueNotification } from "../enqueue-notification.ts";
import { refuseHeld } from "../lift-hold.ts";
import { lockApproval, saveDecision } from "../store.ts";

export interface ExpiryInput extends StepInput {
  readonly orderId: string;
}

/** Refuses an order that nobody has decided on in time, so that its buyer can buy elsewhere. Returns whether it did. */
export const expireApproval: Step<ExpiryInput, boolean> = step({
  name: "approvals.expire",
  input: z.object({ customerId: z.int(), orderId: z.string() }),
  audit: { resource: "MEDIA_BUY", idIn: "orderId" },
  async handle({ customerId, orderId }, ctx): Promise<boolean> {
    const { db, now } = ctx;
    const approval = await lockApproval(db, customerId, orderId);
    const status = approval && TRANSITIONS.reject[approval.status];
    if (!approval?.expiresAt || !status || approval.expiresAt > now) return false;
    const reviewerNotes = `it expired: nobody decided on it before ${approval.expiresAt.toISOString()}`;
    await saveDecision(db, customerId, { ...approval, status, reviewedBy: null, reviewedAt: now, reviewerNotes }, now);
    await refuseHeld(ctx, orderId, reviewerNotes);
    await enqueueNotification(ctx, orderId);
    await notify(ctx, {
      type: "media_buy.approval_expired",
      resourceType: "MEDIA_BUY",
      resourceId: orderId,
      message: `the media buy of ${approval.buyerName} was refused, because nobody decided on it in time`,
    });
    return true;
  },
});
