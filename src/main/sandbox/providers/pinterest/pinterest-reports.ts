import { z } from "zod";
import { dayOf } from "../../../../ground/kernel/clock.ts";
import { type Routes, respond, respondText, type WireObject } from "../frame/exchange.ts";
import { textOf, writeJson } from "../frame/json.ts";
import { addFigures, type Figures } from "../frame/meter.ts";
import { daysFrom, isDay } from "../frame/zone.ts";
import { accountOf, guarded, type PinterestNetwork, readBody, refuse } from "./pinterest-network.ts";

export const FILES = "pinterest-reports.synthetic-pinterest.example";
const DAY_MS = 86_400_000;
const RUN_MS = 60_000;
/** The link is valid for 5 minutes, the report for an hour [S]. */
const LINK_MS = 5 * 60_000;
const REPORT_MS = 60 * 60_000;

/** Micros of the account's currency, although the columns are called dollar [T]. */
const COLUMNS: Readonly<Record<string, (figures: Figures) => bigint>> = {
  SPEND_IN_MICRO_DOLLAR: ({ spendMicros }) => spendMicros,
  PAID_IMPRESSION: ({ impressions }) => impressions,
  IMPRESSION_1: ({ impressions }) => impressions,
  CLICKTHROUGH_1: ({ clicks }) => clicks,
  OUTBOUND_CLICK_1: ({ clicks }) => (clicks * 4n) / 5n,
  TOTAL_CONVERSIONS: () => 0n,
  VIDEO_V50_WATCHED: ({ completions }) => completions,
};

const Body = z.strictObject({
  start_date: z.string(),
  end_date: z.string(),
  granularity: z.enum(["DAY", "TOTAL"]),
  columns: z.array(z.string()).min(1),
  level: z.enum(["CAMPAIGN", "AD_GROUP"]),
  report_format: z.enum(["JSON", "CSV"]).optional(),
  campaign_ids: z.array(z.string()).optional(),
  ad_group_ids: z.array(z.string()).optional(),
});

interface ReportRequest {
  readonly what: "campaign" | "ad_group";
  readonly ids: readonly string[] | null;
  readonly columns: readonly string[];
  readonly days: readonly string[];
  readonly daily: boolean;
}

interface Report {
  readonly account: string;
  readonly asked: ReportRequest;
  readonly at: Date;
}

export interface Reports {
  readonly api: Routes;
  readonly files: Routes;
}

export function openReports(network: PinterestNetwork): Reports {
  const { stage } = network;
  const reports = new Map<string, Report>();
  const age = ({ at }: Report) => stage.now().getTime() - at.getTime();
  const api: Routes = {
    "POST /v5/ad_accounts/{account}/reports": guarded(network, "ads:read", (call) => {
      const { id: account } = accountOf(network, { ...call, method: "GET" });
      const body = readBody(network, Body, call);
      const what = body.level === "CAMPAIGN" ? "campaign" : "ad_group";
      const asked = reportRequestOf(stage.now(), what, body, { back: 914, range: 186 });
      const token = stage.ids.uuid();
      reports.set(token, { account, asked, at: stage.now() });
      return respond(200, { report_status: "IN_PROGRESS", token, message: null });
    }),
    "GET /v5/ad_accounts/{account}/reports": guarded(network, "ads:read", (call) => {
      const token = call.query.get("token") ?? "";
      const report = reports.get(token);
      if (!report || report.account !== accountOf(network, call).id) return refuse(404, 4_181, "Report not found.");
      if (age(report) >= REPORT_MS) return respond(200, { report_status: "EXPIRED", url: null, size: null });
      if (age(report) < RUN_MS) return respond(200, { report_status: "IN_PROGRESS", url: null, size: null });
      return respond(
        200,
        stage.shown(token, {
          report_status: "FINISHED",
          url: `https://${FILES}/${token}?expires=${stage.now().getTime() + LINK_MS}`,
          size: 1,
        }),
      );
    }),
  };
  const file: Routes[string] = ({ params, query }) => {
    const report = reports.get(params.token ?? "");
    if (!report || !(Number(query.get("expires")) > stage.now().getTime()))
      return respondText(403, "application/xml", "<Error><Code>AccessDenied</Code></Error>");
    const rows = rowsOf(network, report.account, report.asked);
    return respondText(
      200,
      "application/json",
      writeJson(Object.fromEntries(Map.groupBy(rows, (row) => textOf(row.CAMPAIGN_ID ?? row.AD_GROUP_ID)))),
    );
  };
  return { api: { ...api, ...analyticsRoutes(network) }, files: { "GET /{token}": file } };
}

/** Answered immediately, for up to 90 days, no further back than 90 days [S]. */
function analyticsRoutes(network: PinterestNetwork): Routes {
  const routeOf = (what: "campaign" | "ad_group") =>
    guarded(network, "ads:read", (call) => {
      const list = (key: string) => call.query.getAll(key).flatMap((one) => one.split(","));
      const query = {
        ...Object.fromEntries(call.query),
        columns: list("columns"),
        [`${what}_ids`]: list(`${what}_ids`),
      };
      const account = accountOf(network, call).id;
      const asked = reportRequestOf(network.stage.now(), what, query, { back: 90, range: 90 });
      return respond(200, rowsOf(network, account, asked));
    });
  return {
    "GET /v5/ad_accounts/{account}/campaigns/analytics": routeOf("campaign"),
    "GET /v5/ad_accounts/{account}/ad_groups/analytics": routeOf("ad_group"),
  };
}

function reportRequestOf(
  now: Date,
  what: ReportRequest["what"],
  asked: WireObject,
  { back, range }: { back: number; range: number },
): ReportRequest {
  const { start_date: first, end_date: last, granularity, columns } = asked;
  if (typeof first !== "string" || typeof last !== "string" || !isDay(first) || !isDay(last) || last < first)
    return refuse(400, 1, "Invalid request: start_date and end_date must be dates, in order");
  if (first < dayOf(new Date(now.getTime() - back * DAY_MS)))
    return refuse(400, 1, `Invalid request: start_date can not be more than ${back} days back`);
  const days = daysFrom(first, last);
  if (days.length > range) return refuse(400, 1, `Invalid request: at most ${range} days`);
  const given = (Array.isArray(columns) ? columns : []).map(String);
  const unknown = given.find((column) => !(column in COLUMNS) && !["CAMPAIGN_ID", "AD_GROUP_ID"].includes(column));
  if (given.length === 0 || unknown !== undefined)
    return refuse(400, 1, `Invalid request: columns: ${unknown ?? "none"}`);
  const ids = asked[`${what}_ids`];
  return {
    what,
    ids: Array.isArray(ids) && ids.length > 0 ? ids.map(String) : null,
    columns: given,
    days,
    daily: granularity === "DAY",
  };
}

/** Days are in UTC [O]; there is a row for every day, even without delivery [K]. */
function rowsOf(
  { stage, shelf }: PinterestNetwork,
  account: string,
  { what, ids, columns, days, daily }: ReportRequest,
): WireObject[] {
  const things = shelf.ofAccount(what, account).filter(({ id }) => ids === null || ids.includes(id));
  if (ids !== null && things.length < ids.length) refuse(404, 4_180, `${what} not found.`);
  return things.flatMap((kept) => {
    const lines = what === "ad_group" ? [kept] : shelf.under("ad_group", kept.id);
    return (daily ? days.map((day) => [day]) : [days]).map((span) => {
      const figures = addFigures(
        span.flatMap((day) => lines.map(({ id }) => stage.meter.figures(id, day, stage.now()))),
      );
      const shown = columns.flatMap((column): [string, bigint][] =>
        COLUMNS[column] ? [[column, COLUMNS[column](figures)]] : [],
      );
      return {
        [`${what.toUpperCase()}_ID`]: kept.id,
        ...(daily && { DATE: span[0] ?? "" }),
        ...Object.fromEntries(shown),
      };
    });
  });
}
