import { z } from "zod";
import { after } from "../../../ground/kernel/clock.ts";
import { step } from "../../../ground/kernel/step.ts";
import type { DeliveryAnswer } from "../../../ground/seller-agent/index.ts";
import { lockMediaBuy } from "../store.ts";
import { recordDelivery } from "./record-delivery.ts";

/**
 * Accepts a report that the seller pushed by webhook. The days to poll stay the same: a webhook may omit days, and the
 * next check makes up for reports that were lost.
 */
export const takeDelivery = step({
  name: "media-buys.take-delivery",
  input: z.object({
    customerId: z.int(),
    mediaBuyId: z.string(),
    answer: z.custom<DeliveryAnswer>((value) => typeof value === "object" && value !== null),
    /** Wall-clock time; null if the seller does not say. */
    statedAt: z.date().nullable(),
  }),
  async handle({ customerId, mediaBuyId, answer, statedAt }, ctx): Promise<void> {
    const buy = await lockMediaBuy(ctx.db, customerId, mediaBuyId);
    if (!buy) return;
    const sent = statedAt ? after(statedAt, ctx.viewer.clockOffsetMs) : ctx.now;
    // Otherwise a seller whose clock runs ahead could prevent any later report from replacing this one.
    await recordDelivery(ctx, buy, answer, { source: "webhook", reportedAt: sent < ctx.now ? sent : ctx.now });
  },
});
