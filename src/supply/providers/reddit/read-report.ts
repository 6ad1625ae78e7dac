import { failed, fault, ok } from "../contract/provider-error.ts";
import type { Report, ReportInput, ReportRow } from "../contract/report.ts";
import { accountIn } from "../kit/account.ts";
import { dayAfter } from "../kit/days.ts";
import { jsonText, type Lossless } from "../kit/lossless.ts";
import { fromProvider } from "../kit/money.ts";
import { at, countAt, listAt, textAt } from "../kit/read.ts";
import { sequence } from "../kit/sequence.ts";
import { nextUrl, readReddit } from "./errors.ts";
import { redditRequest, underAccount } from "./requests.ts";

const FIELDS = [
  "IMPRESSIONS",
  "CLICKS",
  "SPEND",
  "VIDEO_STARTED",
  "VIDEO_WATCHED_100_PERCENT",
  "CONVERSION_PURCHASE_TOTAL_VALUE",
];

interface Reading {
  readonly rows: readonly ReportRow[];
  readonly next: string | null;
}

/** Days in UTC, page by page. */
export const readReport = sequence<ReportInput, Reading, Report>(
  () => [
    {
      request: ({ startDay, endDay }, { next }, ctx) => {
        const data = {
          starts_at: `${startDay}T00:00:00Z`,
          ends_at: `${dayAfter(endDay)}T00:00:00Z`,
          fields: FIELDS,
          breakdowns: ["DATE", "AD_GROUP_ID"],
        };
        const body = { kind: "json", text: jsonText({ data }) } as const;
        return redditRequest("POST", next ?? underAccount(ctx, "reports"), "read", { body, bucket: "report" });
      },
      read(reply, { rows }, { mirror }, ctx) {
        const data = readReddit(reply);
        if (!data.ok) return data;
        if (!Array.isArray(at(data.value, "metrics"))) return failed(fault("unreadable", "no figures came"));
        const ours = new Set(mirror.packages.map(({ id }) => id));
        const { currency } = accountIn(ctx);
        const found = listAt(data.value, "metrics")
          .flatMap((item) => rowOf(item, currency) ?? [])
          .filter(({ packageRemoteId }) => ours.has(packageRemoteId));
        const next = nextUrl(reply) ?? null;
        return ok({ known: { rows: [...rows, ...found], next }, again: next !== null });
      },
    },
  ],
  () => ({ rows: [], next: null }),
  ({ rows }) => ({ rows, finalizedThrough: null }),
);

function rowOf(item: Lossless, currency: string): ReportRow | undefined {
  const [packageRemoteId, day] = [textAt(item, "ad_group_id"), textAt(item, "date")];
  if (packageRemoteId === undefined || day === undefined) return undefined;
  // Money is in micros, but the values of conversions are in hundredths [T].
  const value = fromProvider(textAt(item, "conversion_purchase_total_value"), currency, { digits: 2 });
  return {
    packageRemoteId,
    day: day.slice(0, 10),
    impressions: countAt(item, "impressions"),
    clicks: countAt(item, "clicks"),
    spend: fromProvider(textAt(item, "spend"), currency, "micros") ?? "0",
    views: countAt(item, "video_started"),
    completedViews: countAt(item, "video_watched_100_percent"),
    // No known field has the number of conversions (docs/providers.md).
    conversions: 0,
    ...(value !== undefined && { conversionValue: value }),
  };
}
