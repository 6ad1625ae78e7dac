import { Invalid, NotFound } from "../../ground/kernel/errors.ts";
import { operation } from "../../ground/kernel/operation.ts";
import { exportReport } from "./export-report.ts";
import { makeReport, makeSeries } from "./make-report.ts";
import { seriesView, summaryView } from "./report-view.ts";
import { ReportQuery, ReportView } from "./schema.ts";

export const getReportingMetrics = operation({
  id: "getReportingMetrics",
  api: "buyer",
  method: "get",
  path: "/reporting/metrics",
  summary: "Report what was delivered, as a tree, day by day, or as a CSV file",
  description:
    "A tree of advertisers, campaigns, media buys and packages, each the sum of the level below; or, with " +
    "view=timeseries, one row per package and day. Amounts in different currencies are never added. Days are in the time " +
    "zone in which the seller reports.",
  tag: "Reporting",
  access: "read",
  report: true,
  query: ReportQuery,
  answer: ReportView,
  errors: [Invalid, NotFound],
  refs: { "query.advertiserId": "advertiser", "query.campaignId": "campaign", "query.mediaBuyId": "mediaBuy" },
  async handle({ query }, ctx) {
    if (query.download) return exportReport(ctx, query);
    return query.view === "summary"
      ? summaryView(await makeReport(ctx, query))
      : seriesView(await makeSeries(ctx, query));
  },
});
