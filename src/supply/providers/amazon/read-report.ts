import type { ProviderReply, ProviderRequest } from "../contract/http.ts";
import type { AnyJob, JobContext } from "../contract/job.ts";
import { failed, fault, ok } from "../contract/provider-error.ts";
import type { Report, ReportInput, ReportRow } from "../contract/report.ts";
import { accountIn } from "../kit/account.ts";
import { dayAfter, dayIn } from "../kit/days.ts";
import { jsonText, type Lossless, readLossless } from "../kit/lossless.ts";
import { fromProvider } from "../kit/money.ts";
import { pairOf } from "../kit/pair-id.ts";
import { countAt, textAt } from "../kit/read.ts";
import { byStatus } from "../kit/reply.ts";
import { type Link, sequence } from "../kit/sequence.ts";
import { readAmazon } from "./errors.ts";
import { AD_PRODUCT, profileRequest } from "./requests.ts";

/** The longest period of a report, and how far back it may reach [O]. */
const MOST_DAYS = 31;
const DAYS_BACK = 95;
/** A report may take up to three hours to build [O], and polling too often is refused. */
const FIRST_PAUSE_SECONDS = 60;
const LONGEST_PAUSE_SECONDS = 600;

const TOO_EARLY = 425;
const FORBIDDEN = 403;
const MEDIA_TYPE = "application/vnd.createasyncreportrequest.v3+json";
const COLUMNS = ["date", "campaignId", "adGroupId", "impressions", "clicks", "cost", "purchases14d", "sales14d"];

interface Building {
  /** The first day that has not been read yet. */
  readonly from: string;
  readonly rows: readonly ReportRow[];
  readonly reportId: string | null;
  /** The URL of the file, once it is built; it expires after a while. */
  readonly url: string | null;
  readonly asked: number;
}

type BuildLink = Link<ReportInput, Building>;
type Read = ReturnType<BuildLink["read"]>;

const building: BuildLink = {
  request({ endDay }, { from, reportId, url }, ctx) {
    if (url !== null) return fileAt(url);
    if (reportId !== null)
      return profileRequest(ctx, "GET", `/reporting/reports/${encodeURIComponent(reportId)}`, { effect: "read" });
    return profileRequest(ctx, "POST", "/reporting/reports", {
      // Identical requests make one report: the second request returns the first one's id [O].
      effect: "read",
      body: { kind: "json", text: jsonText(askedFor(from, lastOf(from, endDay))), contentType: MEDIA_TYPE },
    });
  },
  read(reply, known, { endDay }, ctx) {
    if (known.url !== null) return readFile(reply, known, endDay, ctx);
    return known.reportId === null ? readAsked(reply, known) : readStatus(reply, known);
  },
};

/** A URL signed by Amazon, so it is fetched without a token. */
function fileAt(url: string): ProviderRequest {
  return {
    method: "GET",
    host: "files",
    path: url,
    auth: { kind: "none" },
    bucket: "calls",
    effect: "read",
    unpack: "gzip",
  };
}

const built = sequence<ReportInput, Building, Report>(
  ({ endDay }, { from }) => (from > endDay ? [] : [building]),
  ({ startDay }) => ({ from: startDay, rows: [], reportId: null, url: null, asked: 0 }),
  ({ rows }) => ({ rows, finalizedThrough: null }),
);

/** Requests a report, waits for it, and fetches it as gzip: one month at a time, in the profile's time zone [O]. */
export const readReport: AnyJob<ReportInput, Report> = {
  start(input, ctx) {
    const earliest = dayAfter(dayIn(accountIn(ctx).timeZone, new Date(ctx.now)), 1 - DAYS_BACK);
    return built.start({ ...input, startDay: input.startDay < earliest ? earliest : input.startDay }, ctx);
  },
  next: built.next,
};

function lastOf(from: string, endDay: string): string {
  const last = dayAfter(from, MOST_DAYS - 1);
  return last < endDay ? last : endDay;
}

function askedFor(startDate: string, endDate: string) {
  return {
    name: `interchange ${startDate} ${endDate}`,
    startDate,
    endDate,
    configuration: {
      adProduct: AD_PRODUCT,
      groupBy: ["campaign", "adGroup"],
      columns: COLUMNS,
      reportTypeId: "spCampaigns",
      timeUnit: "DAILY",
      format: "GZIP_JSON",
    },
  };
}

function waiting(known: Building): Read {
  const seconds = Math.min(FIRST_PAUSE_SECONDS * 2 ** known.asked, LONGEST_PAUSE_SECONDS);
  return ok({ known: { ...known, asked: known.asked + 1 }, again: true, waitSeconds: seconds });
}

function readAsked(reply: ProviderReply, known: Building): Read {
  const said = textAt(readLossless(reply.text), "details") ?? textAt(readLossless(reply.text), "detail") ?? "";
  if (reply.status === TOO_EARLY) {
    const reportId = /duplicate of ?:? ?([\w-]{1,100})/i.exec(said)?.[1];
    if (reportId !== undefined) return waiting({ ...known, reportId });
  }
  const body = readAmazon(reply);
  if (!body.ok) return body;
  const reportId = textAt(body.value, "reportId");
  return reportId === undefined
    ? failed(fault("unreadable", "Amazon's answer does not name the report"))
    : waiting({ ...known, reportId });
}

function readStatus(reply: ProviderReply, known: Building): Read {
  const body = readAmazon(reply);
  // The report was deleted, so it is requested again.
  if (!body.ok && body.error.kind === "not_found") return ok({ known: { ...known, reportId: null }, again: true });
  if (!body.ok) return body;
  const status = textAt(body.value, "status");
  const url = textAt(body.value, "url");
  if (status === "COMPLETED" && url !== undefined) return ok({ known: { ...known, url }, again: true });
  if (status === "FAILED" || status === "CANCELLED")
    return failed(fault("invalid", "Amazon could not build the report", { provider: { code: status } }));
  // An unknown status means that the report is not ready yet.
  return waiting(known);
}

function readFile(reply: ProviderReply, known: Building, endDay: string, ctx: JobContext): Read {
  // The URL has expired, but the report still exists and gets a new one.
  if (reply.status === FORBIDDEN) return ok({ known: { ...known, url: null }, again: true });
  if (reply.status >= 400) return failed(byStatus(reply));
  const body = readLossless(reply.text);
  if (!Array.isArray(body)) return failed(fault("unreadable", "the report's file could not be read"));
  const { currency } = accountIn(ctx);
  const lines: readonly Lossless[] = body;
  const rows = [...known.rows, ...lines.flatMap((line) => rowOf(line, currency) ?? [])];
  const from = dayAfter(lastOf(known.from, endDay));
  return ok({ known: { from, rows, reportId: null, url: null, asked: 0 }, again: from <= endDay });
}

function rowOf(line: Lossless, currency: string): ReportRow | undefined {
  const [day, campaignId, lineId] = [textAt(line, "date"), textAt(line, "campaignId"), textAt(line, "adGroupId")];
  if (day === undefined || campaignId === undefined || lineId === undefined) return undefined;
  const sales = fromProvider(textAt(line, "sales14d"), currency, "decimal");
  return {
    packageRemoteId: pairOf({ campaignId, lineId }),
    day,
    impressions: countAt(line, "impressions"),
    clicks: countAt(line, "clicks"),
    spend: fromProvider(textAt(line, "cost"), currency, "decimal") ?? "0",
    views: 0,
    completedViews: 0,
    conversions: countAt(line, "purchases14d"),
    ...(sales !== undefined && { conversionValue: sales }),
  };
}
