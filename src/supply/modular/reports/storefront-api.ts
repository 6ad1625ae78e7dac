import { Conflict, Invalid, InvalidState, NotFound, TooLarge, Unavailable } from "../../../ground/kernel/errors.ts";
import { operation } from "../../../ground/kernel/operation.ts";
import { TemplateView } from "../feed/schema.ts";
import { getOwnSource } from "../own-source.ts";
import { SourcePath } from "../schema.ts";
import { draftReport, readReceived, settleReceived } from "./receive-report.ts";
import { ReportBody, ReportView } from "./schema.ts";
import { reportTemplate } from "./template.ts";

const ofSource = {
  api: "storefront",
  tag: "Modular sources",
  params: SourcePath,
  refs: { "params.sourceId": "modularSource" },
  ours: true,
} as const;

/** Not in the published contract, which names the work item that asks for a report but has no way to send one. */
export const importModularInventorySourceReport = operation({
  ...ofSource,
  id: "importModularInventorySourceReport",
  method: "post",
  path: "/inventory-sources/{sourceId}/modular/reports",
  summary: "Import a delivery report: CSV, JSON or XLSX",
  description:
    "A form with a part `file`, or `csvText`. Its figures for a day replace those of earlier reports for all " +
    "buyers on that day; sending the same file again changes nothing. Running totals are converted to daily " +
    "figures. Work items that requested it are completed.",
  access: "write",
  body: ReportBody,
  bodyOptional: true,
  files: true,
  bodyLimitBytes: 20_971_520,
  answer: ReportView,
  errors: [Conflict, Invalid, InvalidState, NotFound, TooLarge, Unavailable],
  audit: { resource: "DELIVERY_REPORT", action: "CREATE", idIn: "reportId" },
  claim: ({ params, body, files }, ctx) => draftReport(ctx, params.sourceId, body, files),
  call: (receiving, out) => readReceived(receiving, out),
  settle: (receiving, read, ctx) => settleReceived(ctx, receiving, read),
});

/** Not in the published contract. */
export const downloadModularReportTemplate = operation({
  ...ofSource,
  id: "downloadModularReportTemplate",
  method: "get",
  path: "/inventory-sources/{sourceId}/modular/reports/template",
  summary: "Get a CSV template for a delivery report, with a row per booking",
  access: "read",
  answer: TemplateView,
  errors: [NotFound],
  handle: async ({ params }, ctx) => reportTemplate(ctx, await getOwnSource(ctx, params.sourceId)),
});
