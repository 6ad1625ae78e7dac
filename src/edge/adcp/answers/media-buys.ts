import { z } from "zod";
import { AsWritten, Instant, PageAnswer } from "./parts.ts";

const Status = z.enum(["pending_creatives", "pending_start", "active", "paused", "completed", "rejected", "canceled"]);

const PackageAnswer = z.object({
  package_id: z.string(),
  buyer_ref: z.string().optional(),
  context: AsWritten.optional(),
  product_id: z.string(),
  pricing_option_id: z.string(),
  budget: z.number(),
  currency: z.string(),
  pacing: z.string(),
  bid_price: z.number().optional(),
  start_time: Instant.optional(),
  end_time: Instant.optional(),
  targeting_overlay: AsWritten.optional(),
  paused: z.boolean(),
  canceled: z.boolean(),
});

const Bought = z.object({
  media_buy_id: z.string(),
  confirmed_at: Instant,
  revision: z.int().min(1),
  currency: z.string(),
  total_budget: z.number(),
  start_time: Instant,
  end_time: Instant,
  valid_actions: z.array(z.string()),
  packages: z.array(PackageAnswer),
});

export const MediaBuyAnswer = Bought.extend({ media_buy_status: Status, message: z.string().optional() });

export const ChangeAnswer = MediaBuyAnswer.omit({ packages: true }).extend({
  affected_packages: z.array(PackageAnswer),
});

export const MediaBuysAnswer = z.object({
  media_buys: z.array(Bought.extend({ status: Status, created_at: Instant, updated_at: Instant })),
  pagination: PageAnswer,
});
