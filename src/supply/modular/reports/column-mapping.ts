import { z } from "zod";

const column = z.string().min(1).max(200);

/** The columns of a delivery report. Days are in ISO form, and numbers as in the feed. */
export const ColumnMapping = z
  .strictObject({
    day: column.optional().describe("The UTC day of a row; if not mapped, a row covers its whole flight"),
    bookingId: column.optional(),
    upstreamOrderId: column.optional(),
    packageId: column.optional(),
    availId: column.optional(),
    impressions: column,
    clicks: column.optional(),
    spend: column
      .optional()
      .describe("In the report's currency; if not mapped, impressions are charged at the booked CPM"),
    views: column.optional(),
    completedViews: column.optional(),
    totals: z
      .enum(["daily", "running"])
      .optional()
      .describe("running: each row has the cumulative total up to its day"),
  })
  .meta({ id: "ModularReportColumnMapping" });

export type ColumnMapping = z.output<typeof ColumnMapping>;
