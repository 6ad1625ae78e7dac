import { DAY_MS, HOUR_MS, MINUTE_MS } from "../../../ground/kernel/clock.ts";
import type { FeedFormat, UpdateFrequency } from "../catalog.ts";

/** Formats that are always XML; the others may also be comma- or tab-separated values, or JSON. */
const XML_ALONE: ReadonlySet<FeedFormat> = new Set(["linkedin_jobs"]);

export function canRead(format: FeedFormat | null): boolean {
  return format === null || !XML_ALONE.has(format);
}

/** How long to wait before a feed is read again. */
export const INTERVAL_MS: Readonly<Record<UpdateFrequency, number>> = {
  realtime: 15 * MINUTE_MS,
  hourly: HOUR_MS,
  daily: DAY_MS,
  weekly: 7 * DAY_MS,
};
