import { z } from "zod";
import type { JobReference } from "../../../ground/kernel/step.ts";

const ReportInput = z.object({
  customerId: z.int(),
  inventorySourceId: z.int(),
  mediaBuyId: z.string().describe("The source's own id"),
  startDay: z.iso.date(),
  endDay: z.iso.date(),
});
export type ReportInput = z.output<typeof ReportInput>;

/**
 * How an order learns that its source has news about these days: its seller counts them, and its buyer requests them.
 */
export const followReportJob: JobReference<ReportInput> = { name: "orders.follow-report", input: ReportInput };
