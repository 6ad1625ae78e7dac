import { gzipSync } from "node:zlib";
import { z } from "zod";
import { decimalOfMicros } from "../frame/amount.ts";
import { checkedBody } from "../frame/checked.ts";
import {
  type Call,
  jsonOf,
  type Reply,
  type Routes,
  respond,
  respondText,
  type WireObject,
} from "../frame/exchange.ts";
import { isObject, writeJson } from "../frame/json.ts";
import { addFigures, type Figures } from "../frame/meter.ts";
import { dayIn, daysFrom, isDay } from "../frame/zone.ts";
import { type AmazonNetwork, authenticated, errorOf, type Profile, profileOf, refuse } from "./amazon-network.ts";

/** As in the example in the documentation [K]. */
export const FILES = "offline-report-storage-us-east-1-prod.s3.amazonaws.com";
const MEDIA_TYPE = "application/vnd.createasyncreportrequest.v3+json";
/** Reports take up to three hours [O]; twenty minutes were chosen. */
const BUILD_MS = 20 * 60_000;
const URL_MS = 3_600_000;
const MOST_DAYS = 31;
const DAYS_BACK = 95;
const DAY_MS = 86_400_000;

interface Report {
  readonly id: string;
  readonly profile: Profile;
  readonly equal: string;
  readonly asked: ReportRequest;
  readonly at: Date;
}

interface ReportRequest {
  readonly what: "campaign" | "adGroup";
  readonly columns: readonly string[];
  readonly days: readonly string[];
  readonly daily: boolean;
}

/** [S; O reporting/v3]. */
const Body = z.strictObject({
  name: z.string().optional(),
  startDate: z.string(),
  endDate: z.string(),
  configuration: z.strictObject({
    adProduct: z.string(),
    groupBy: z.array(z.string()).min(1),
    columns: z.array(z.string()).min(1),
    reportTypeId: z.string(),
    timeUnit: z.enum(["DAILY", "SUMMARY"]),
    format: z.literal("GZIP_JSON"),
    filters: z.array(z.looseObject({})).optional(),
  }),
});

const COLUMNS: Readonly<Record<string, (figures: Figures, currency: string) => number | bigint>> = {
  impressions: ({ impressions }) => impressions,
  clicks: ({ clicks }) => clicks,
  cost: ({ spendMicros }, currency) => Number(decimalOfMicros(spendMicros, currency)),
  purchases1d: () => 0,
  purchases7d: () => 0,
  purchases14d: () => 0,
  purchases30d: () => 0,
  sales1d: () => 0,
  sales7d: () => 0,
  sales14d: () => 0,
  sales30d: () => 0,
};
const WORDS = [
  "date",
  "startDate",
  "endDate",
  "campaignId",
  "campaignName",
  "adGroupId",
  "adGroupName",
  "campaignBudgetCurrencyCode",
];

export interface Reports {
  readonly api: Routes;
  readonly files: Routes;
}

/** Reports are built in the background, and fetched as gzip from an address that expires. */
export function openReports(network: AmazonNetwork): Reports {
  const reports = new Map<string, Report>();
  return {
    api: {
      "POST /reporting/reports": authenticated(network, (call) => create(network, reports, call)),
      "GET /reporting/reports/{id}": authenticated(network, (call) => {
        const profile = profileOf(network, call);
        const report = reports.get(call.params.id ?? "");
        if (!report || report.profile.id !== profile.id) return errorOf(404, "404", "report not found");
        return respond(200, viewOf(network, report));
      }),
    },
    files: { "GET /{id}.json.gz": (call) => fileOf(network, reports.get(call.params.id ?? ""), call) },
  };
}

function create(network: AmazonNetwork, reports: Map<string, Report>, call: Call): Reply {
  const { stage } = network;
  const profile = profileOf(network, call);
  const type = call.headers["content-type"] ?? "";
  if (!type.startsWith(MEDIA_TYPE) && !type.startsWith("application/json"))
    refuse(415, "415", `Content-Type must be ${MEDIA_TYPE}`);
  const body = checkedBody(Body, jsonOf(call), stage.ledger);
  if (!body.ok) return errorOf(400, "400", body.faults.map(({ field, message }) => `${field}: ${message}`).join("; "));
  const asked = reportRequestOf(network, profile, body.value);
  const equal = writeJson({ ...body.value, name: null });
  // An equal report that still exists is returned again [O]; for how long is [?], so until it is built.
  const same = [...reports.values()].find(
    (one) => one.profile.id === profile.id && one.equal === equal && !isDone(network, one),
  );
  if (same) return errorOf(425, "425", `The Request is a duplicate of : ${same.id}`);
  const report = { id: stage.ids.uuid(), profile, equal, asked, at: stage.now() };
  reports.set(report.id, report);
  return respond(200, viewOf(network, report));
}

function isDone({ stage }: AmazonNetwork, { at }: Report): boolean {
  return stage.now().getTime() >= at.getTime() + BUILD_MS;
}

function viewOf(network: AmazonNetwork, report: Report): WireObject {
  const { stage } = network;
  const done = isDone(network, report);
  const started = stage.now() > report.at;
  const status = done ? "COMPLETED" : started ? "PROCESSING" : "PENDING";
  const ends = new Date(stage.now().getTime() + URL_MS);
  const url = done
    ? { url: `https://${FILES}/${report.id}.json.gz?X-Amz-Expires=${ends.getTime()}`, urlExpiresAt: ends.toISOString() }
    : { url: null, urlExpiresAt: null };
  return stage.shown(report.id, {
    reportId: report.id,
    status,
    ...url,
    createdAt: report.at.toISOString(),
    failureReason: null,
  });
}

/** The report is not ready, does not exist, or no longer exists [K]. */
function fileOf(network: AmazonNetwork, report: Report | undefined, call: Call): Reply {
  const ends = Number(call.query.get("X-Amz-Expires"));
  if (!report || !isDone(network, report) || !(ends > network.stage.now().getTime()))
    return respondText(403, "application/xml", "<Error><Code>AccessDenied</Code></Error>");
  return {
    status: 200,
    headers: { "content-type": "application/octet-stream" },
    body: gzipSync(writeJson(rowsOf(network, report))),
  };
}

/** A report covers at most 31 days, no further back than 95 days, in the profile's time zone [O]. */
function reportRequestOf({ stage }: AmazonNetwork, { zone }: Profile, body: WireObject): ReportRequest {
  const { startDate: first, endDate: last, configuration } = body;
  const { groupBy, columns, timeUnit } = isObject(configuration) ? configuration : {};
  if (typeof first !== "string" || typeof last !== "string" || !isDay(first) || !isDay(last) || last < first)
    return refuse(400, "400", "startDate and endDate must be dates, in order");
  const days = daysFrom(first, last);
  if (days.length > MOST_DAYS) return refuse(400, "400", `at most ${MOST_DAYS} days`);
  if (first < dayIn(zone, new Date(stage.now().getTime() - DAYS_BACK * DAY_MS)))
    return refuse(400, "400", `startDate is more than ${DAYS_BACK} days back`);
  const given = columns as readonly string[];
  const unknown = given.find((column) => !(column in COLUMNS) && !WORDS.includes(column));
  if (unknown !== undefined) return refuse(400, "400", `configuration columns: ${unknown} is not known`);
  const daily = timeUnit === "DAILY";
  if (given.includes("date") !== daily && given.includes("date"))
    return refuse(400, "400", "column date goes with timeUnit DAILY");
  return {
    what: (groupBy as readonly string[]).includes("adGroup") ? "adGroup" : "campaign",
    columns: given,
    days,
    daily,
  };
}

function rowsOf({ stage, shelf }: AmazonNetwork, { profile, asked, at }: Report): WireObject[] {
  const built = new Date(at.getTime() + BUILD_MS);
  return shelf.ofAccount(asked.what, profile.id).flatMap((kept) => {
    const lines = asked.what === "adGroup" ? [kept] : shelf.under("adGroup", kept.id);
    return (asked.daily ? asked.days.map((day) => [day]) : [asked.days]).flatMap((span) => {
      const figures = addFigures(span.flatMap((day) => lines.map(({ id }) => stage.meter.figures(id, day, built))));
      if (figures.impressions === 0n) return [];
      const campaignId = asked.what === "campaign" ? kept.id : (kept.parent ?? "0");
      // Ids are numbers above 2^53 [S of SD].
      const words: Readonly<Record<string, string | bigint>> = {
        date: span[0] ?? "",
        startDate: span[0] ?? "",
        endDate: span.at(-1) ?? "",
        campaignId: BigInt(campaignId),
        campaignName: shelf.find("campaign", campaignId)?.name ?? "",
        adGroupId: BigInt(kept.id),
        adGroupName: kept.name ?? "",
        campaignBudgetCurrencyCode: profile.currency,
      };
      return [
        Object.fromEntries(
          asked.columns.map((column) => [column, COLUMNS[column]?.(figures, profile.currency) ?? words[column]]),
        ),
      ];
    });
  });
}
