import { after, DAY_MS } from "../../ground/kernel/clock.ts";
import type { Context } from "../../ground/kernel/context.ts";
import { NotFound } from "../../ground/kernel/errors.ts";
import { isMember } from "../../platform/members/index.ts";
import { makeReport, makeSeries, type ReportRequest } from "./make-report.ts";
import { type ReportFile, seriesFile, summaryFile } from "./report-file.ts";
import { signReportTicket, type Ticket } from "./ticket.ts";

interface FileChoice {
  readonly view: Ticket["view"];
  /** Whether the file begins with a byte-order mark. */
  readonly bom?: boolean | undefined;
}

/** The path from which a report's file is fetched with a ticket instead of an API key, relative to the installation's URL. */
export const REPORT_FILE = "/api/v2/buyer/reporting/metrics.csv";

const VALID_MS = 7 * DAY_MS;

/**
 * Creates a link to a report as a file. The file is created when it is fetched: for the same days, with the figures at
 * that time.
 */
export async function exportReport(ctx: Context, asked: ReportRequest & FileChoice) {
  const { view, bom, demo, advertiserId, campaignId, mediaBuyId } = asked;
  const { fileName, rowCount, periodStart, periodEnd } = await fileOf(ctx, { view, bom }, asked);
  const expiresAt = after(ctx.now, VALID_MS).toISOString();
  const { customerId, userId: readerId } = ctx.viewer;
  const filter = { advertiserId, campaignId, mediaBuyId };
  const period = { startDate: periodStart, endDate: periodEnd };
  const about = {
    ...filter,
    ...period,
    view,
    ...(demo && { demo: true as const }),
    ...(bom && { bom: true as const }),
  };
  const ticket = signReportTicket({ customerId, readerId, ...about, expiresAt }, ctx.vault);
  return { downloadUrl: `${ctx.installation.publicUrl}${REPORT_FILE}?ticket=${ticket}`, expiresAt, fileName, rowCount };
}

/**
 * The file that a ticket grants access to. Throws `NotFound` if the ticket has expired, or its reader has left the
 * organisation.
 */
export async function fetchReport(
  ctx: Context,
  { view, bom, expiresAt, readerId, ...asked }: Ticket,
): Promise<ReportFile> {
  if (ctx.now >= new Date(expiresAt)) throw unknownLink();
  if (readerId !== null && !(await isMember(ctx, readerId))) throw unknownLink();
  return fileOf(ctx, { view, bom }, { ...asked, days: 0 });
}

/** The same error for a link that is invalid, was tampered with or has expired, so that guessing reveals nothing. */
export const unknownLink = () => new NotFound("this link is unknown or has expired: ask for the report again");

const BYTE_ORDER_MARK = "\uFEFF";

async function fileOf(ctx: Context, { view, bom }: FileChoice, asked: ReportRequest): Promise<ReportFile> {
  const file =
    view === "summary" ? summaryFile(await makeReport(ctx, asked)) : seriesFile(await makeSeries(ctx, asked));
  return bom ? { ...file, csv: BYTE_ORDER_MARK + file.csv } : file;
}
