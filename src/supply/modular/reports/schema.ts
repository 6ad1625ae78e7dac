import { z } from "zod";
import { numberOf } from "../../../ground/kernel/money.ts";
import { ColumnMapping } from "./column-mapping.ts";
import type { Imported } from "./import-report.ts";
import type { ReportFlaw } from "./read-report.ts";

export const ReportBody = z
  .object({
    csvText: z.string().min(1).max(2_000_000).optional().describe("Instead of a file"),
    columnMapping: ColumnMapping.optional().describe("Only for this report; by default, the module's"),
  })
  .meta({ id: "ModularReportUpload" });

const FlawView = z.object({
  rowNumber: z.int(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  message: z.string(),
});

export const ReportView = z
  .object({
    reportId: z.string().nullable().describe("Null if no row of it could be used"),
    changed: z.boolean().describe("False for a file that was imported before: then nothing is done"),
    rowCount: z.int(),
    deliveredImpressions: z.int().describe("For the days that this report covers"),
    spend: z.number(),
    currency: z.string(),
    bookings: z.array(
      z.object({
        bookingId: z.string(),
        mediaBuyId: z.string(),
        packageId: z.string().nullable(),
        availId: z.string(),
      }),
    ),
    rejectedRows: z.array(FlawView),
    completedWorkItems: z.array(z.string()),
  })
  .meta({ id: "ModularReport" });

interface ReportOutcome {
  readonly imported: Imported;
  readonly flaws: readonly ReportFlaw[];
  readonly completed: readonly string[];
}

export function reportViewOf({ imported, flaws, completed }: ReportOutcome): z.input<typeof ReportView> {
  const { report, changed, bookings } = imported;
  return {
    reportId: changed || bookings.length > 0 || imported.flaws.length === 0 ? report.reportId : null,
    changed,
    rowCount: report.rowCount,
    deliveredImpressions: report.impressions,
    spend: numberOf(report.spend),
    currency: report.currency,
    bookings: bookings.map(({ bookingId, mediaBuyId, packageId, availId }) => ({
      bookingId,
      mediaBuyId,
      packageId,
      availId,
    })),
    rejectedRows: [...flaws, ...imported.flaws].map((flaw) => ({ ...flaw })),
    completedWorkItems: [...completed],
  };
}
