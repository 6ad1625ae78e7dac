import { ok } from "../contract/provider-error.ts";
import type { Report, ReportInput, ReportRow } from "../contract/report.ts";
import { accountIn } from "../kit/account.ts";
import { dayAfter, windowEnd } from "../kit/days.ts";
import type { Lossless } from "../kit/lossless.ts";
import { fromProvider } from "../kit/money.ts";
import { countAt, listAt, textAt } from "../kit/read.ts";
import { sequence } from "../kit/sequence.ts";
import { readSpotify } from "./errors.ts";
import { home, spotifyRequest } from "./requests.ts";

/** The most days in one answer with a split by day [K]. */
const MOST_DAYS = 30;
const FIELDS = ["IMPRESSIONS", "SPEND", "CLICKS", "VIDEO_VIEWS", "COMPLETES"] as const;

interface Read {
  readonly from: string;
  readonly rows: readonly ReportRow[];
}

/**
 * Days in UTC, one month at a time, for every ad set of the account; only ours are kept. It is not known when
 * corrections end.
 */
export const readReport = sequence<ReportInput, Read, Report>(
  () => [
    {
      request: ({ endDay }, { from }, ctx) =>
        spotifyRequest("GET", home(ctx, "aggregate_reports"), "read", {
          query: [
            ["entity_type", "AD_SET"],
            ...FIELDS.map((field) => ["fields", field] as const),
            ["granularity", "DAY"],
            ["report_start", `${from}T00:00:00Z`],
            ["report_end", `${dayAfter(windowEnd(from, endDay, MOST_DAYS))}T00:00:00Z`],
          ],
        }),
      read(reply, known, { endDay, mirror }, ctx) {
        const body = readSpotify(reply);
        if (!body.ok) return body;
        const ours = new Set(mirror.packages.map(({ id }) => id));
        const { currency } = accountIn(ctx);
        const rows = listAt(body.value, "rows")
          .flatMap((row) => rowOf(row, currency) ?? [])
          .filter(({ packageRemoteId }) => ours.has(packageRemoteId));
        const until = windowEnd(known.from, endDay, MOST_DAYS);
        return ok({ known: { from: dayAfter(until), rows: [...known.rows, ...rows] }, again: until < endDay });
      },
    },
  ],
  ({ startDay }) => ({ from: startDay, rows: [] }),
  ({ rows }) => ({ rows, finalizedThrough: null }),
);

function rowOf(row: Lossless, currency: string): ReportRow | undefined {
  const packageRemoteId = textAt(row, "entity_id");
  const day = /^\d{4}-\d\d-\d\d/.exec(textAt(row, "start_time") ?? "")?.[0];
  if (packageRemoteId === undefined || day === undefined) return undefined;
  const stat = (field: (typeof FIELDS)[number]) =>
    listAt(row, "stats").find((one) => textAt(one, "field_type") === field);
  return {
    packageRemoteId,
    day,
    impressions: countAt(stat("IMPRESSIONS"), "field_value"),
    clicks: countAt(stat("CLICKS"), "field_value"),
    spend: fromProvider(textAt(stat("SPEND"), "field_value"), currency, "decimal") ?? "0",
    views: countAt(stat("VIDEO_VIEWS"), "field_value"),
    completedViews: countAt(stat("COMPLETES"), "field_value"),
    conversions: 0,
  };
}
