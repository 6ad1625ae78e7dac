import { z } from "zod";
import type { StuckLeg } from "./store.ts";

export const StuckLegPath = z.object({ legId: z.string().max(64) });

/** Somebody who settles it in the seller's place has to say how they know; the seller reads it. */
const note = z.string().trim().min(10, "note: say in a sentence how you know; the seller reads it").max(1000);

export const StuckSettlementBody = z
  .discriminatedUnion("outcome", [
    z.strictObject({
      outcome: z.literal("booked"),
      upstreamMediaBuyId: z.string().trim().min(1).max(255).describe("The source's own id for its part"),
      note,
    }),
    z.strictObject({ outcome: z.literal("not_booked"), note }),
  ])
  .meta({ id: "StuckBuySettlement" });

export const StuckLegView = z
  .object({
    id: z.string(),
    mediaBuyId: z.string().describe("The seller's own id"),
    customerId: z.int().describe("The seller's organisation"),
    storefrontName: z.string(),
    buyerName: z.string(),
    sourceName: z.string(),
    inDoubt: z
      .boolean()
      .describe(
        "Whether its source is no longer asked, so it must be settled manually. Otherwise the source is asked again automatically",
      ),
    attempts: z.int(),
    message: z.string().nullable().describe("The last answer or error"),
    executionKey: z.string().describe("The key under which its source was asked: its people can find the order by it"),
    sentAt: z.iso.datetime().nullable().describe("Since when the source may have it"),
    since: z.iso.datetime(),
  })
  .meta({ id: "StuckBuy" });

export function viewOf(leg: StuckLeg): z.input<typeof StuckLegView> {
  const { legId, orderId, customerId, storefrontName, buyerName, sourceName, attempts, message, executionKey } = leg;
  return {
    id: legId,
    mediaBuyId: orderId,
    customerId,
    storefrontName,
    buyerName,
    sourceName,
    inDoubt: leg.state === "failed",
    attempts,
    message,
    executionKey,
    sentAt: leg.sentAt?.toISOString() ?? null,
    since: leg.since.toISOString(),
  };
}
