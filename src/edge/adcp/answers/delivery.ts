import { z } from "zod";
import { Instant, OpaqueObject } from "./parts.ts";

const Totals = z.object({
  impressions: z.number(),
  spend: z.number(),
  clicks: z.number(),
  views: z.number(),
  completed_views: z.number(),
  conversions: z.number(),
  ctr: z.number().optional(),
});

const Days = z.array(Totals.extend({ date: z.iso.date(), is_final: z.boolean() }));

/** How it was measured, if that is stated. */
const Measured = {
  is_final: z.boolean().optional(),
  finalized_at: z.string().optional(),
};

const ByPackage = Totals.extend({
  ...Measured,
  viewability: OpaqueObject.optional(),
  vendor_metric_values: z.array(OpaqueObject).optional(),
  measurement_window: z.string().optional(),
  package_id: z.string(),
  pricing_model: z.string(),
  rate: z.number(),
  currency: z.string(),
  paused: z.boolean(),
  daily_breakdown: Days,
});

export const DeliveryAnswer = z.object({
  reporting_period: z.object({ start: Instant, end: Instant }),
  currency: z.string(),
  aggregated_totals: Totals.pick({ impressions: true, spend: true, clicks: true, completed_views: true }).extend({
    media_buy_count: z.int(),
  }),
  media_buy_deliveries: z.array(
    z.object({
      media_buy_id: z.string(),
      status: z.string(),
      ...Measured,
      totals: Totals.extend({ viewability: OpaqueObject.optional() }),
      by_package: z.array(ByPackage),
      daily_breakdown: Days,
    }),
  ),
});
