import { ok } from "../contract/provider-error.ts";
import type { Report, ReportInput, ReportRow } from "../contract/report.ts";
import { accountIn } from "../kit/account.ts";
import { dayAfter, windowEnd } from "../kit/days.ts";
import type { Lossless } from "../kit/lossless.ts";
import { fromProvider } from "../kit/money.ts";
import { countAt, textAt } from "../kit/read.ts";
import { sequence } from "../kit/sequence.ts";
import { readTiktokList } from "./errors.ts";
import { pageAfter, tiktokList } from "./requests.ts";

/** The most days in one report with a split by day [T SeaTunnel]. */
const MOST_DAYS = 30;
const METRICS = ["spend", "impressions", "clicks", "video_watched_6s", "video_views_p100", "conversion"];

interface Read {
  readonly from: string;
  readonly page: number;
  readonly rows: readonly ReportRow[];
}

/** Days in the account's own time zone [T], one month at a time. It is not known when corrections end. */
export const readReport = sequence<ReportInput, Read, Report>(
  () => [
    {
      request({ endDay }, { from, page }, ctx) {
        const first = tiktokList("report/integrated/get", ctx, {
          report_type: "BASIC",
          data_level: "AUCTION_ADGROUP",
          dimensions: ["adgroup_id", "stat_time_day"],
          metrics: METRICS,
          start_date: from,
          end_date: windowEnd(from, endDay, MOST_DAYS),
        });
        return page === 0 ? first : pageAfter(first, page);
      },
      read(reply, known, { endDay, mirror }, ctx) {
        const listed = readTiktokList(reply, tiktokList("report/integrated/get", ctx, {}));
        if (!listed.ok) return listed;
        const ours = new Set(mirror.packages.map(({ id }) => id));
        const { currency } = accountIn(ctx);
        const read = listed.value.items.flatMap((item) => rowOf(item, currency) ?? []);
        const rows = [...known.rows, ...read.filter(({ packageRemoteId }) => ours.has(packageRemoteId))];
        if (listed.value.next) return ok({ known: { ...known, page: known.page + 1, rows }, again: true });
        const until = windowEnd(known.from, endDay, MOST_DAYS);
        return ok({ known: { from: dayAfter(until), page: 0, rows }, again: until < endDay });
      },
    },
  ],
  ({ startDay }) => ({ from: startDay, page: 0, rows: [] }),
  ({ rows }) => ({ rows, finalizedThrough: null }),
);

/** Missing values are written as dashes. */
function rowOf(item: Lossless, currency: string): ReportRow | undefined {
  const packageRemoteId = textAt(item, "dimensions", "adgroup_id");
  const day = /^\d{4}-\d\d-\d\d/.exec(textAt(item, "dimensions", "stat_time_day") ?? "")?.[0];
  if (packageRemoteId === undefined || day === undefined) return undefined;
  const count = (metric: string) => countAt(item, "metrics", metric);
  return {
    packageRemoteId,
    day,
    impressions: count("impressions"),
    clicks: count("clicks"),
    spend: fromProvider(textAt(item, "metrics", "spend"), currency, "decimal") ?? "0",
    views: count("video_watched_6s"),
    completedViews: count("video_views_p100"),
    conversions: count("conversion"),
  };
}
