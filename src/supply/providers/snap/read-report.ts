import { failed, fault, ok } from "../contract/provider-error.ts";
import type { Report, ReportInput, ReportRow } from "../contract/report.ts";
import { accountIn } from "../kit/account.ts";
import { dayAfter, dayIn, midnightIn, windowEnd, writtenIn } from "../kit/days.ts";
import type { Lossless } from "../kit/lossless.ts";
import { fromProvider } from "../kit/money.ts";
import { countAt, listAt, textAt } from "../kit/read.ts";
import { sequence } from "../kit/sequence.ts";
import { readItems } from "./errors.ts";
import { encoded, snapRequest } from "./requests.ts";

/** The most days in one answer with a split by day [K]. */
const MOST_DAYS = 31;
const FIELDS = "impressions,swipes,spend,video_views,view_completion";

interface Read extends Report {
  readonly from: string;
}

/** Days in the account's own time zone, one month at a time; `finalized_data_end_time` is when corrections end [O]. */
export const readReport = sequence<ReportInput, Read, Report>(
  () => [
    {
      request({ endDay, mirror }, { from }, ctx) {
        const { timeZone } = accountIn(ctx);
        const until = windowEnd(from, endDay, MOST_DAYS);
        return snapRequest("GET", `/campaigns/${encoded(mirror.campaign.id)}/stats`, "read", {
          query: [
            ["granularity", "DAY"],
            ["breakdown", "adsquad"],
            ["fields", FIELDS],
            ["start_time", writtenIn(timeZone, midnightIn(timeZone, from))],
            ["end_time", writtenIn(timeZone, midnightIn(timeZone, dayAfter(until)))],
          ],
        });
      },
      read(reply, known, { endDay, mirror }, ctx) {
        const items = readItems(reply, "timeseries_stats", "timeseries_stat");
        if (!items.ok) return items;
        const [stat] = items.value;
        if (stat === undefined) return failed(fault("unreadable", "no figures came"));
        const { timeZone, currency } = accountIn(ctx);
        const ours = new Set(mirror.packages.map(({ id }) => id));
        const rows = listAt(stat, "breakdown_stats", "adsquad").flatMap((squad) =>
          rowsOf(squad, timeZone, currency).filter(({ packageRemoteId }) => ours.has(packageRemoteId)),
        );
        const finalized = textAt(stat, "finalized_data_end_time");
        const until = windowEnd(known.from, endDay, MOST_DAYS);
        const following = {
          from: dayAfter(until),
          rows: [...known.rows, ...rows],
          finalizedThrough: finalized === undefined ? known.finalizedThrough : lastDayBefore(finalized, timeZone),
        };
        return ok({ known: following, again: until < endDay });
      },
    },
  ],
  ({ startDay }) => ({ from: startDay, rows: [], finalizedThrough: null }),
  ({ rows, finalizedThrough }) => ({ rows, finalizedThrough }),
);

function rowsOf(squad: Lossless, timeZone: string, currency: string): ReportRow[] {
  const id = textAt(squad, "id");
  if (id === undefined) return [];
  return listAt(squad, "timeseries").flatMap((point) => {
    const start = new Date(textAt(point, "start_time") ?? "");
    if (Number.isNaN(start.getTime())) return [];
    return {
      packageRemoteId: id,
      day: dayIn(timeZone, start),
      impressions: countAt(point, "stats", "impressions"),
      clicks: countAt(point, "stats", "swipes"),
      spend: fromProvider(textAt(point, "stats", "spend"), currency, "micros") ?? "0",
      views: countAt(point, "stats", "video_views"),
      completedViews: countAt(point, "stats", "view_completion"),
      conversions: 0,
    };
  });
}

function lastDayBefore(end: string, timeZone: string): string | null {
  const at = new Date(end);
  return Number.isNaN(at.getTime()) ? null : dayIn(timeZone, new Date(at.getTime() - 1));
}
