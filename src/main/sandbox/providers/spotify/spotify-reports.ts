import { dayOf } from "../../../../ground/kernel/clock.ts";
import { decimalOfMicros } from "../frame/amount.ts";
import { jsonOf, type Reply, type Routes, respond, respondText, type WireObject } from "../frame/exchange.ts";
import { isObject, textOf } from "../frame/json.ts";
import { addFigures, type Figures } from "../frame/meter.ts";
import { daysFrom } from "../frame/zone.ts";
import { accountOf, guarded, refuse, type SpotifyAccount, type SpotifyNetwork } from "./spotify-network.ts";

const HOME = "/ads/v3/ad_accounts/{account}";
export const FILES = "files.synthetic-spotify.example";
const RUN_MS = 60_000;
/** In aggregates, `SPEND` is in major units [S]. */
const METRICS: Readonly<Record<string, (figures: Figures) => number | bigint>> = {
  IMPRESSIONS: ({ impressions }) => impressions,
  CLICKS: ({ clicks }) => clicks,
  REACH: ({ impressions }) => (impressions * 3n) / 4n,
  STARTS: ({ impressions }) => impressions,
  COMPLETES: ({ completions }) => completions,
  VIDEO_VIEWS: ({ videoViews }) => videoViews,
  LISTENERS: ({ impressions }) => impressions / 2n,
};

interface Run {
  readonly account: SpotifyAccount;
  readonly asked: ReportRequest;
  readonly at: Date;
}

/** The reports, and the host that serves their files. */
export interface Reports {
  readonly api: Routes;
  readonly files: Routes;
}

interface ReportRequest {
  readonly what: "campaign" | "ad_set";
  readonly fields: readonly string[];
  readonly daily: boolean;
  readonly days: readonly string[];
}

export function openReports(network: SpotifyNetwork): Reports {
  const runs = new Map<string, Run>();
  return {
    api: apiRoutes(network, runs),
    files: { "GET /{id}.csv": ({ params }) => csvOf(network, runs.get(params.id ?? "")) },
  };
}

function csvOf(network: SpotifyNetwork, run: Run | undefined): Reply {
  if (!run) return respondText(404, "application/xml", "<Error><Code>NoSuchKey</Code></Error>");
  const rows = rowsOf(network, run.account, run.asked).map(({ entity_id: id, start_time: day, stats }) => {
    const values = (stats as readonly WireObject[]).map(({ field_value: value }) => textOf(value));
    return [textOf(id), textOf(day), ...values].join(",");
  });
  return respondText(200, "text/csv", [["entity_id", "start_time", ...run.asked.fields].join(","), ...rows].join("\n"));
}

function apiRoutes(network: SpotifyNetwork, runs: Map<string, Run>): Routes {
  const { stage } = network;
  const isDone = (at: Date) => stage.now().getTime() >= at.getTime() + RUN_MS;
  return {
    [`GET ${HOME}/aggregate_reports`]: guarded(network, (call) => {
      const asked = reportRequestOf(network, call.query);
      return respond(200, {
        report_start: call.query.get("report_start") ?? "",
        report_end: call.query.get("report_end") ?? "",
        granularity: asked.daily ? "DAY" : "LIFETIME",
        rows: rowsOf(network, accountOf(network, call), asked),
      });
    }),
    // CSV; PENDING, PROCESSING, COMPLETED, FAILED [S]; the columns are [K].
    [`POST ${HOME}/async_reports`]: guarded(network, (call) => {
      const body = jsonOf(call);
      if (!isObject(body)) return refuse(stage, 400, "INVALID_JSON", "The body must be a JSON object");
      const query = new URLSearchParams(
        Object.entries(body).flatMap(([key, value]) =>
          (Array.isArray(value) ? value : [value]).map((one) => [key, textOf(one)]),
        ),
      );
      const id = stage.ids.uuid();
      runs.set(id, { account: accountOf(network, call), asked: reportRequestOf(network, query), at: stage.now() });
      return respond(201, { id, status: "PENDING" });
    }),
    [`GET ${HOME}/async_reports/{id}`]: guarded(network, (call) => {
      const run = runs.get(call.params.id ?? "");
      if (!run || run.account.id !== call.params.account) return refuse(stage, 404, "NOT_FOUND", "report not found");
      const url = { download_url: `https://${FILES}/${call.params.id}.csv` };
      return respond(
        200,
        stage.shown(call.params.id ?? "", {
          id: call.params.id ?? "",
          status: isDone(run.at) ? "COMPLETED" : "PROCESSING",
          ...(isDone(run.at) && url),
        }),
      );
    }),
  };
}

function reportRequestOf({ stage }: SpotifyNetwork, query: URLSearchParams): ReportRequest {
  const what = { CAMPAIGN: "campaign", AD_SET: "ad_set" }[query.get("entity_type") ?? ""] as
    | ReportRequest["what"]
    | undefined;
  if (!what) refuse(stage, 400, "INVALID_FIELD", "entity_type: must be CAMPAIGN or AD_SET");
  const fields = query.getAll("fields");
  const bad = fields.find((field) => field !== "SPEND" && !(field in METRICS));
  if (bad !== undefined || fields.length === 0)
    refuse(stage, 400, "INVALID_FIELD", `fields: repeat them; ${bad ?? "none"} is not known`);
  const [start, end] = [query.get("report_start") ?? "", query.get("report_end") ?? ""];
  // Must be midnight in UTC [S].
  if (![start, end].every((text) => /^\d{4}-\d\d-\d\dT00:00:00(\.000)?Z$/.test(text)) || end <= start)
    refuse(stage, 400, "INVALID_FIELD", "report_start: and report_end must be UTC midnights, in order");
  const daily = query.get("granularity") === "DAY";
  return { what, fields, daily, days: daysFrom(start.slice(0, 10), dayOf(new Date(new Date(end).getTime() - 1))) };
}

function rowsOf(
  { stage, shelf }: SpotifyNetwork,
  account: SpotifyAccount,
  { what, fields, daily, days }: ReportRequest,
): WireObject[] {
  return shelf.ofAccount(what, account.id).flatMap((kept) => {
    const lines = what === "ad_set" ? [kept] : shelf.under("ad_set", kept.id);
    return (daily ? days.map((day) => [day]) : [days]).flatMap((span) => {
      const figures = addFigures(
        span.flatMap((day) => lines.map(({ id }) => stage.meter.figures(id, day, stage.now(), "UTC"))),
      );
      if (figures.impressions === 0n) return [];
      const stats = fields.map((field) => ({
        field_type: field,
        field_value:
          field === "SPEND"
            ? Number(decimalOfMicros(figures.spendMicros, account.currency))
            : (METRICS[field]?.(figures) ?? 0),
      }));
      return [
        {
          entity_id: kept.id,
          entity_type: what.toUpperCase(),
          entity_name: kept.name ?? "",
          start_time: `${span[0]}T00:00:00Z`,
          stats,
        },
      ];
    });
  });
}
