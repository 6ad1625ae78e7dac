import { failed, fault, ok } from "../contract/provider-error.ts";
import type { Report, ReportInput, ReportRow } from "../contract/report.ts";
import { accountIn } from "../kit/account.ts";
import type { Lossless } from "../kit/lossless.ts";
import { fromProvider } from "../kit/money.ts";
import { pairOf } from "../kit/pair-id.ts";
import { countAt, listAt, textAt } from "../kit/read.ts";
import { sequence } from "../kit/sequence.ts";
import { readGoogle } from "./errors.ts";
import { idsIn } from "./read-buy.ts";
import { searchStream } from "./requests.ts";

const FIELDS =
  "segments.date, campaign.id, ad_group.id, metrics.impressions, metrics.clicks, metrics.cost_micros, metrics.video_views, metrics.conversions, metrics.conversions_value";

/** Days are in the account's own time zone [O]; a day without data has no row [K]. */
export const readReport = sequence<ReportInput, readonly ReportRow[], Report>(
  () => [
    {
      request: ({ startDay, endDay, mirror }, _, ctx) =>
        searchStream(
          ctx,
          `SELECT ${FIELDS} FROM ad_group WHERE segments.date BETWEEN '${startDay}' AND '${endDay}' AND campaign.id IN ${idsIn(mirror.packages, "campaignId")}`,
        ),
      read(reply, _, __, ctx) {
        const body = readGoogle(reply);
        if (!body.ok) return body;
        if (!Array.isArray(body.value)) return failed(fault("unreadable", "no figures came"));
        const { currency } = accountIn(ctx);
        const batches: readonly Lossless[] = body.value;
        return ok({
          known: batches.flatMap((batch) => listAt(batch, "results").flatMap((row) => rowOf(row, currency) ?? [])),
        });
      },
    },
  ],
  () => [],
  (rows) => ({ rows, finalizedThrough: null }),
);

function rowOf(row: Lossless, currency: string): ReportRow | undefined {
  const [day, campaignId] = [textAt(row, "segments", "date"), textAt(row, "campaign", "id")];
  const lineId = textAt(row, "adGroup", "id");
  if (day === undefined || campaignId === undefined || lineId === undefined) return undefined;
  const value = fromProvider(textAt(row, "metrics", "conversionsValue"), currency, "decimal");
  return {
    packageRemoteId: pairOf({ campaignId, lineId }),
    day,
    impressions: countAt(row, "metrics", "impressions"),
    clicks: countAt(row, "metrics", "clicks"),
    spend: fromProvider(textAt(row, "metrics", "costMicros"), currency, "micros") ?? "0",
    views: countAt(row, "metrics", "videoViews"),
    completedViews: 0,
    conversions: countAt(row, "metrics", "conversions"),
    ...(value !== undefined && { conversionValue: value }),
  };
}
