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
 * A reference to the job that tells an order of new figures for these days: the seller's analytics count them, and the
 * buyer requests them.
 */
export const followReportJob: JobReference<ReportInput> = { name: "orders.follow-report", input: ReportInput };
