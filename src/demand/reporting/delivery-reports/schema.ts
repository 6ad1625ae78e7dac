import { z } from "zod";
import { Day } from "../../../ground/kernel/inputs/period.ts";
import { limitOffset } from "../../../ground/kernel/query.ts";

export const DeliveryReportQuery = z.object({
  mediaBuyId: z.string().min(1).max(128),
  packageId: z.string().min(1).max(128).optional(),
  day: Day.optional().describe("A day in the seller's time zone; by default every day"),
  ...limitOffset(250, 50),
});

const count = z.number().nonnegative().multipleOf(1);

const DeliveryReportView = z
  .object({
    date: z.iso.date(),
    packageId: z.string(),
    reportedAt: z.iso.datetime().describe("When the seller reported it"),
    source: z.enum(["poll", "webhook"]).describe("Whether the report was requested, or the seller sent it unprompted"),
    final: z.boolean().describe("Whether the seller considers it final"),
    currency: z.string(),
    timeZone: z.string(),
    impressions: count,
    spend: z.number(),
    clicks: count,
    views: count,
    completedViews: count,
    conversions: count,
    conversionValue: z.number(),
  })
  .meta({ id: "DeliveryReport" });

export const DeliveryReportPage = z.object({
  items: z.array(DeliveryReportView),
  total: z.int(),
  hasMore: z.boolean(),
  nextOffset: z.int().nullable(),
});
