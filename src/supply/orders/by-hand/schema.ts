import { z } from "zod";
import { OrderPath } from "../seller-view/schema.ts";

export const LegPath = OrderPath.extend({ sourceId: z.string().min(1).max(200) });

export const SettlementBody = z
  .discriminatedUnion("outcome", [
    z.strictObject({
      outcome: z.literal("booked"),
      upstreamMediaBuyId: z.string().trim().min(1).max(255).describe("The source's own id for its part"),
      note: z.string().trim().min(1).max(1000).optional().describe("For the audit log"),
    }),
    z.strictObject({
      outcome: z.literal("not_booked"),
      note: z.string().trim().min(1).max(1000).optional().describe("The buyer reads it"),
    }),
  ])
  .meta({ id: "MediaBuySettlement" });

export type Settlement = z.output<typeof SettlementBody>;
