import { z } from "zod";
import { type Context, installationDb } from "../../../ground/kernel/context.ts";
import { NotFound } from "../../../ground/kernel/errors.ts";
import { step } from "../../../ground/kernel/step.ts";
import { notify } from "../../../platform/notifications/index.ts";
import { settleLeg } from "../by-hand/settle-leg.ts";
import { StuckSettlementBody } from "./schema.ts";
import { findStuckLegOfAnyCustomer, type StuckLeg } from "./store.ts";

/** Throws `NotFound` for a leg that is not stuck. */
export async function getStuckLeg(ctx: Context, legId: string): Promise<StuckLeg> {
  const leg = await findStuckLegOfAnyCustomer(installationDb(ctx), legId);
  if (!leg) throw new NotFound(`${legId} is not stuck: GET /api/v2/operator/stuck-buys lists what is`);
  return leg;
}

/** Records what an operator has found out, in the seller's tenant and its audit log, and notifies the seller's people. */
export const settleForSeller = step({
  name: "orders.settle-for-seller",
  input: z.object({
    customerId: z.int(),
    mediaBuyId: z.string(),
    sourceId: z.string(),
    by: z.string(),
    settlement: StuckSettlementBody,
  }),
  async handle({ mediaBuyId, sourceId, by, settlement }, ctx) {
    await settleLeg(ctx, mediaBuyId, sourceId, settlement);
    const { outcome, note } = settlement;
    const { customerId } = ctx.viewer;
    await ctx.audit({
      // Recorded under the operator's e-mail address, because the operator does not belong to the seller's
      // organisation.
      viewer: { customerId, userId: null, email: by },
      operation: "settleStuckBuy",
      action: "UPDATE",
      resourceType: "MEDIA_BUY",
      resourceId: mediaBuyId,
    });
    const word = outcome === "booked" ? "booked" : "not booked";
    await notify(ctx, {
      type: "media_buy.settled",
      resourceType: "MEDIA_BUY",
      resourceId: mediaBuyId,
      message: `${by}, who runs this installation, recorded that ${sourceId} has ${word} its part: ${note}`,
    });
    return { settled: true };
  },
});
