import { z } from "zod";
import { FormatIdAnswer, Instant, OpaqueObject, PageAnswer } from "./parts.ts";

const Status = z.enum(["pending_creatives", "pending_start", "active", "paused", "completed", "rejected", "canceled"]);

/** Exactly as the buyer stated it. */
const Echoed = {
  context: OpaqueObject.optional(),
  ext: OpaqueObject.optional(),
  agency_estimate_number: z.string().optional(),
};

const PackageAnswer = z.object({
  package_id: z.string(),
  buyer_ref: z.string().optional(),
  ...Echoed,
  // Details of what was bought are missing if a trial was seeded without them.
  product_id: z.string().optional(),
  pricing_option_id: z.string().optional(),
  budget: z.number(),
  currency: z.string(),
  pacing: z.string(),
  bid_price: z.number().optional(),
  start_time: Instant.optional(),
  end_time: Instant.optional(),
  targeting_overlay: OpaqueObject.optional(),
  format_ids: z.array(FormatIdAnswer).optional(),
  format_option_refs: z.array(OpaqueObject).optional(),
  format_kind: z.string().optional(),
  params: OpaqueObject.optional(),
  optimization_goals: z.array(OpaqueObject).optional(),
  measurement_terms: OpaqueObject.optional(),
  creative_assignments: z.array(z.object({ creative_id: z.string() })).optional(),
  creative_approvals: z
    .array(
      z.object({
        creative_id: z.string(),
        approval_status: z.enum(["pending_review", "approved", "rejected"]),
        rejection_reason: z.string().optional(),
      }),
    )
    .optional(),
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
  available_actions: z.array(
    z.object({ action: z.string(), mode: z.string(), sla: OpaqueObject.optional(), terms_ref: z.string().optional() }),
  ),
  packages: z.array(PackageAnswer),
});

export const MediaBuyAnswer = Bought.extend({ media_buy_status: Status, message: z.string().optional() });

export const ChangeAnswer = MediaBuyAnswer.omit({ packages: true }).extend({
  affected_packages: z.array(PackageAnswer),
});

const Impairment = z.object({
  impairment_id: z.string(),
  resource_type: z.literal("creative"),
  resource_id: z.string(),
  package_ids: z.array(z.string()).min(1),
  transition: z.object({ to: z.literal("rejected") }),
  reason_code: z.literal("content_rejected"),
  reason: z.string().optional(),
  observed_at: Instant,
  remediation: z.string(),
});

const Health = { health: z.enum(["ok", "impaired"]), impairments: z.array(Impairment) };

const Booked = {
  po_number: z.string().optional(),
  advertiser_industry: z.string().optional(),
  plan_id: z.string().optional(),
  invoice_recipient: OpaqueObject.optional(),
};

export const MediaBuysAnswer = z.object({
  media_buys: z.array(
    Bought.extend({ ...Echoed, ...Booked, ...Health, status: Status, created_at: Instant, updated_at: Instant }),
  ),
  pagination: PageAnswer,
});
