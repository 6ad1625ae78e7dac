import { z } from "zod";
import { Day } from "../../../ground/kernel/inputs/period.ts";
import { numberOf, ratio, times } from "../../../ground/kernel/money.ts";
import { integerId, limitOffset, wholeNumber } from "../../../ground/kernel/query.ts";
import { customerIn } from "../../../ground/seller-agent/principal.ts";
import { GROUPINGS, type Grouping, type SoldFigures } from "./store.ts";

export const SoldDeliveryQuery = z.object({
  groupBy: z.enum(GROUPINGS).default("mediaBuy").describe("What each row represents"),
  startDate: Day.optional().describe("The first day, inclusive"),
  endDate: Day.optional().describe("The last day, inclusive; by default today"),
  days: wholeNumber("days", 0, 90)
    .default(7)
    .describe("How many days up to the last; 0 for all time. Ignored if startDate is given"),
  mediaBuyId: z.string().min(1).max(200).optional().describe("Only this order"),
  buyerCustomerId: integerId("buyerCustomerId").optional().describe("Only orders of this buyer"),
  sourceId: z.string().min(1).max(200).optional().describe("Only what this source delivered"),
  ...limitOffset(250, 50),
});

const count = z.number().nonnegative().multipleOf(1);

const figures = {
  currency: z.string(),
  impressions: count,
  clicks: count,
  views: count.describe("Viewable impressions"),
  completedViews: count,
  conversions: count,
  revenue: z.number().describe("What the buyers pay for it, after discounts"),
  ecpm: z.number().nullable().describe("revenue × 1000 / impressions; null without impressions"),
  final: z.boolean().describe("Whether the figures are final"),
  reportedAt: z.iso.datetime().describe("When the newest of the figures arrived"),
};

const SoldDeliveryRow = z
  .object({
    mediaBuyId: z.string().optional(),
    buyer: z.object({ customerId: z.int().nullable(), name: z.string().nullable() }).optional(),
    sourceId: z.string().optional(),
    day: z.iso.date().optional(),
    name: z.string().nullable().describe("The name of the order, the buyer or the source; null for a day"),
    ...figures,
  })
  .meta({ id: "StorefrontDelivery" });

export const SoldDeliveryView = z.object({
  groupBy: z.enum(GROUPINGS),
  items: z.array(SoldDeliveryRow),
  total: z.int(),
  hasMore: z.boolean(),
  nextOffset: z.int().nullable(),
  totals: z.array(z.object(figures)).describe("For all rows on all pages, one for each currency"),
  periodStart: z.iso.date().nullable().describe("Null if it is all time"),
  periodEnd: z.iso.date().nullable(),
});

const ECPM_DIGITS = 6;

export function rowViewOf(one: SoldFigures, by: Grouping): z.input<typeof SoldDeliveryRow> {
  return { ...subjectOf(one, by), name: one.name, ...figuresView(one) };
}

function subjectOf({ id, name }: SoldFigures, by: Grouping) {
  switch (by) {
    case "mediaBuy":
      return { mediaBuyId: id };
    case "buyer":
      return { buyer: { customerId: customerIn(id) ?? null, name } };
    case "source":
      return { sourceId: id };
    case "day":
      return { day: id };
  }
}

export function figuresView({ id: _id, name: _name, revenue, reportedAt, ...counts }: SoldFigures) {
  const ecpm = ratio(times(revenue, 1000), counts.impressions, ECPM_DIGITS);
  return {
    ...counts,
    revenue: numberOf(revenue),
    ecpm: ecpm === null ? null : numberOf(ecpm),
    reportedAt: reportedAt.toISOString(),
  };
}
