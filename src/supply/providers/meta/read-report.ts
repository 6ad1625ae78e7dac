import { decimalOf } from "../../../ground/kernel/money.ts";
import type { ProviderRequest } from "../contract/http.ts";
import { failed, fault, ok } from "../contract/provider-error.ts";
import type { Report, ReportInput, ReportRow } from "../contract/report.ts";
import type { Lossless } from "../kit/lossless.ts";
import { countAt, listAt, textAt } from "../kit/read.ts";
import { sequence } from "../kit/sequence.ts";
import { readMeta, readMetaList } from "./errors.ts";
import { metaForm, metaGet, metaRequest, underAccount } from "./requests.ts";

const FIELDS = [
  "adset_id",
  "impressions",
  "inline_link_clicks",
  "spend",
  "video_p25_watched_actions",
  "video_thruplay_watched_actions",
].join(",");

const NOT_READY_SECONDS = 5;

interface Reading {
  readonly run: string;
  readonly rows: readonly ReportRow[];
  readonly next: ProviderRequest | null;
}

/** Starts an asynchronous report, polls it, and reads it page by page. Days are in the account's time zone. */
export const readReport = sequence<ReportInput, Reading, Report>(
  () => [
    {
      // A `read`, because starting a report twice only creates another one that nobody reads.
      request: ({ startDay, endDay, mirror }, _, ctx) =>
        metaForm(underAccount(ctx, "insights"), "read", {
          level: "adset",
          time_increment: "1",
          time_range: { since: startDay, until: endDay },
          filtering: [{ field: "campaign.id", operator: "IN", value: [mirror.campaign.id] }],
          fields: FIELDS,
        }),
      read(reply, known) {
        const body = readMeta(reply);
        if (!body.ok) return body;
        const run = textAt(body.value, "report_run_id");
        if (run === undefined) return failed(fault("unreadable", "the report could not be started"));
        return ok({ known: { ...known, run }, waitSeconds: 1 });
      },
    },
    {
      request: (_, { run }) => metaGet(`/${encodeURIComponent(run)}`, "id,async_status,async_percent_completion"),
      read(reply, known) {
        const body = readMeta(reply);
        if (!body.ok) return body;
        const status = textAt(body.value, "async_status") ?? "";
        if (/^Job (Failed|Skipped)$/i.test(status))
          return failed(
            fault("temporary", "Meta could not create the report just now", { provider: { code: status } }),
          );
        if (status === "Job Completed") return ok({ known });
        return ok({ known, again: true, waitSeconds: NOT_READY_SECONDS });
      },
    },
    {
      request: (_, { run, next }) =>
        next ?? metaRequest("GET", `/${encodeURIComponent(run)}/insights`, "read", { query: [["limit", "500"]] }),
      read(reply, known, { mirror }) {
        const listed = readMetaList(reply);
        if (!listed.ok) return listed;
        const ours = new Set(mirror.packages.map(({ id }) => id));
        const { items, next } = listed.value;
        const rows = items
          .flatMap((item) => rowOf(item) ?? [])
          .filter(({ packageRemoteId }) => ours.has(packageRemoteId));
        return ok({ known: { ...known, rows: [...known.rows, ...rows], next }, again: next !== null });
      },
    },
  ],
  () => ({ run: "", rows: [], next: null }),
  // Late conversions restate a day for four weeks, and nothing says which days are final [K].
  ({ rows }) => ({ rows, finalizedThrough: null }),
);

function rowOf(item: Lossless): ReportRow | undefined {
  const [packageRemoteId, day] = [textAt(item, "adset_id"), textAt(item, "date_start")];
  if (packageRemoteId === undefined || day === undefined) return undefined;
  const spend = textAt(item, "spend") ?? "";
  return {
    packageRemoteId,
    day,
    impressions: countAt(item, "impressions"),
    clicks: countAt(item, "inline_link_clicks"),
    // In major units, as text [S].
    spend: /^\d+(\.\d+)?$/.test(spend) ? decimalOf(spend) : "0",
    views: actionsIn(item, "video_p25_watched_actions"),
    completedViews: actionsIn(item, "video_thruplay_watched_actions"),
    conversions: 0,
  };
}

/** `[{action_type, value}]`. */
function actionsIn(item: Lossless, name: string): number {
  return listAt(item, name).reduce((total: number, action) => total + countAt(action, "value"), 0);
}
