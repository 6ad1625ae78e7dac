import { z } from "zod";
import { type Context, installationDb } from "../../../ground/kernel/context.ts";
import { NotFound } from "../../../ground/kernel/errors.ts";
import { step } from "../../../ground/kernel/step.ts";
import { notify } from "../../../platform/notifications/index.ts";
import { settleLeg } from "../by-hand/settle-leg.ts";
import { StuckSettlementBody } from "./schema.ts";
import { findStuckLegOfAnyCustomer, type StuckLeg } from "./store.ts";

/** Throws `NotFound` for one that is not stuck. */
export async function getStuckLeg(ctx: Context, legId: string): Promise<StuckLeg> {
  const leg = await findStuckLegOfAnyCustomer(installationDb(ctx), legId);
  if (!leg) throw new NotFound(`${legId} is not stuck: GET /api/v2/operator/stuck-buys lists what is`);
  return leg;
}

/** What an operator has found out, written down inside the seller's wall, in its log, and told to its people. */
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
      // Under the operator's address: they are not one of the organisation's people.
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
      message: `${by}, who runs this installation, wrote down that ${sourceId} has ${word} its part: ${note}`,
    });
    return { settled: true };
  },
});
