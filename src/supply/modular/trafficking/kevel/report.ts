import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { after, dayOf } from "../../../../ground/kernel/clock.ts";
import type { ModuleTask } from "../../modules/module.ts";
import type { ReportedDay } from "../../reports/reported-day.ts";
import { type Kevel, KevelRefused } from "./kevel-api.ts";

/** How long to wait between polls of a queued report; after the last wait, the report counts as not available yet. */
const WAITS_MS = [100, 400, 1_000, 2_000, 4_000, 6_000];
/** The status codes of a queued report (its reference, "Poll for Queued Report Result"). */
const COMPLETE = 2;
const IN_PROGRESS = 1;

const Queued = z.object({ Id: z.string() });

const count = z.number().int().nonnegative();
const Row = z.object({
  Impressions: count.default(0),
  Clicks: count.optional(),
  UniqueBucketClicks: count.optional(),
  Grouping: z.object({ OptionId: z.int() }),
});
const Polled = z.object({
  Status: z.int(),
  Message: z.string().nullish(),
  Result: z
    .object({
      Records: z.array(z.object({ Date: z.string().regex(/^\d{4}-\d\d-\d\dT/), Details: z.array(Row).default([]) })),
    })
    .nullish(),
});

export interface FlightReport {
  readonly reportId: string;
  readonly days: readonly ReportedDay[];
}

/** What a flight has delivered so far, by day. In reports, Kevel calls a flight by its older name, option. */
export async function reportOf({ get, post, now }: Kevel, task: ModuleTask): Promise<FlightReport> {
  const { booking, known } = task;
  const flightId = Number(known.upstreamOrderId);
  const last = after(booking.end, -1);
  const criteria = {
    StartDateISO: `${dayOf(booking.start)}T00:00:00Z`,
    EndDateISO: `${dayOf(now < last ? now : last)}T00:00:00Z`,
    GroupBy: ["day", "optionId"],
    Parameters: [{ optionId: flightId }],
  };
  const { Id } = await post("/v1/report/queue", criteria, Queued);
  for (const ms of WAITS_MS) {
    await sleep(ms);
    const { Status, Message, Result } = await get(`/v1/report/queue/${encodeURIComponent(Id)}`, Polled);
    if (Status === COMPLETE && Result) return { reportId: `kevel_${Id}`, days: daysIn(Result.Records, flightId) };
    if (Status !== IN_PROGRESS) throw new KevelRefused(`the report failed (${Status}): ${Message ?? "no reason"}`);
  }
  throw new KevelRefused("the report is not ready yet");
}

/** A flight whose rate was changed has several rows per day. */
function daysIn(
  records: readonly { readonly Date: string; readonly Details: readonly z.output<typeof Row>[] }[],
  flightId: number,
): ReportedDay[] {
  const days = new Map<string, ReportedDay>();
  for (const { Date: date, Details } of records) {
    const day = date.slice(0, 10);
    for (const { Grouping, Impressions, Clicks, UniqueBucketClicks } of Details) {
      if (Grouping.OptionId !== flightId) continue;
      const before = days.get(day) ?? { day, impressions: 0, clicks: 0 };
      const clicks = before.clicks + (Clicks ?? UniqueBucketClicks ?? 0);
      days.set(day, { day, impressions: before.impressions + Impressions, clicks });
    }
  }
  return [...days.values()];
}
