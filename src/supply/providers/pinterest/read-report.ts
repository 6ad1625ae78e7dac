import { failed, fault, ok, type Result } from "../contract/provider-error.ts";
import type { Report, ReportInput, ReportRow } from "../contract/report.ts";
import { accountIn } from "../kit/account.ts";
import { dayAfter, dayIn } from "../kit/days.ts";
import type { Lossless } from "../kit/lossless.ts";
import { fromProvider } from "../kit/money.ts";
import { countAt, textAt } from "../kit/read.ts";
import { sequence } from "../kit/sequence.ts";
import { readPinterest } from "./errors.ts";
import { pinterestRequest, underAccount } from "./requests.ts";

const COLUMNS = "SPEND_IN_MICRO_DOLLAR,PAID_IMPRESSION,CLICKTHROUGH_1,TOTAL_CONVERSIONS";
/** How far back reports reach, counted from today [S]; older days became final long ago. */
const MOST_DAYS_BACK = 89;
/** How many ad groups one request may name [S]. */
const MOST_GROUPS = 100;

/** Days in UTC, for all ad groups of the buy. */
export const readReport = sequence<ReportInput, readonly ReportRow[], Report>(
  ({ mirror }) =>
    chunks(mirror.packages.map(({ id }) => id)).map((ids) => ({
      request: ({ startDay, endDay }, _, ctx) => {
        const oldest = dayAfter(dayIn("UTC", new Date(ctx.now)), -MOST_DAYS_BACK);
        const first = startDay > oldest ? startDay : oldest;
        return pinterestRequest("GET", underAccount(ctx, "ad_groups/analytics"), "read", {
          query: [
            ["ad_group_ids", ids.join(",")],
            ["columns", COLUMNS],
            ["granularity", "DAY"],
            ["start_date", first],
            ["end_date", endDay > first ? endDay : first],
          ],
        });
      },
      read(reply, rows, { startDay, endDay }, ctx) {
        const body = readPinterest(reply);
        if (!body.ok) return body;
        const found = rowsOf(body.value, accountIn(ctx).currency);
        if (!found.ok) return found;
        const own = found.value.filter(({ day }) => day >= startDay && day <= endDay);
        return ok({ known: [...rows, ...own] });
      },
    })),
  () => [],
  (rows) => ({ rows, finalizedThrough: null }),
);

function chunks(ids: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(ids.length / MOST_GROUPS) }, (_, at) =>
    ids.slice(at * MOST_GROUPS, (at + 1) * MOST_GROUPS),
  );
}

function rowsOf(body: Lossless, currency: string): Result<readonly ReportRow[]> {
  if (!Array.isArray(body)) return failed(fault("unreadable", "no figures came"));
  return ok(body.flatMap((item: Lossless) => rowOf(item, currency) ?? []));
}

function rowOf(item: Lossless, currency: string): ReportRow | undefined {
  const [packageRemoteId, day] = [textAt(item, "AD_GROUP_ID"), textAt(item, "DATE")];
  if (packageRemoteId === undefined || day === undefined) return undefined;
  return {
    packageRemoteId,
    day,
    impressions: countAt(item, "PAID_IMPRESSION"),
    clicks: countAt(item, "CLICKTHROUGH_1"),
    // In the account's currency, although the field is called dollar [T].
    spend: fromProvider(textAt(item, "SPEND_IN_MICRO_DOLLAR"), currency, "micros") ?? "0",
    views: 0,
    completedViews: 0,
    conversions: countAt(item, "TOTAL_CONVERSIONS"),
  };
}
