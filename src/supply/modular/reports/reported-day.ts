import { z } from "zod";

const count = z.int().nonnegative();

/** What a module says a booking delivered on a UTC day. */
export const ReportedDay = z.object({ day: z.iso.date(), impressions: count, clicks: count.default(0) });
export type ReportedDay = z.output<typeof ReportedDay>;
