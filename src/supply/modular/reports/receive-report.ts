import type { z } from "zod";
import type { CallContext, Context } from "../../../ground/kernel/context.ts";
import { Invalid, InvalidState, Unavailable } from "../../../ground/kernel/errors.ts";
import type { UploadedFile } from "../../../ground/kernel/operation.ts";
import { task, WorkerFailure } from "../../../ground/workers/index.ts";
import type { ModularSource } from "../modular-source.ts";
import { statusOf } from "../modules/module-instance.ts";
import { listModules } from "../modules/store.ts";
import { getOwnSource } from "../own-source.ts";
import { operatorIn } from "../work-queue/change-item.ts";
import { completeItem } from "../work-queue/complete-item.ts";
import { findOpenItem } from "../work-queue/store.ts";
import { ColumnMapping } from "./column-mapping.ts";
import { importReport } from "./import-report.ts";
import type { ReportRead, ReportToRead } from "./read-report.ts";
import { type ReportBody, type ReportView, reportViewOf } from "./schema.ts";

const reading = task<ReportToRead, ReportRead>({
  name: "modular.read-report",
  module: new URL("./read-report.ts", import.meta.url).href,
  work: "readReport",
  deadlineMs: 60_000,
  memoryMb: 512,
});

export interface Receiving {
  readonly source: ModularSource;
  readonly toRead: ReportToRead;
  readonly currency: string;
}

/** A report to be imported, and how to read its columns. */
export async function draftReport(
  ctx: Context,
  sourceId: string,
  { csvText, columnMapping }: z.output<typeof ReportBody>,
  files: readonly UploadedFile[],
): Promise<Receiving> {
  const source = await getOwnSource(ctx, sourceId);
  const module = (await listModules(ctx.db, source)).find(
    ({ kind, status }) => kind === "REPORTING_IMPORT" && status !== "DISABLED",
  );
  if (!module) throw new InvalidState("the source has no module for reports: attach reporting-csv-import:v1");
  if (statusOf(module) !== "ACTIVE")
    throw new InvalidState(
      `${module.moduleInstanceId} is ${statusOf(module)}: give it its columnMapping and reportCurrency`,
    );
  const content =
    (await files[0]?.content.read()) ?? (csvText === undefined ? undefined : new TextEncoder().encode(csvText));
  if (!content) throw new Invalid("file: a form with a part named file, or csvText", { field: "file" });
  const mapping = columnMapping ?? ColumnMapping.parse(module.config.columnMapping);
  return { source, toRead: { content, mapping }, currency: String(module.config.reportCurrency) };
}

export async function readReceived({ toRead }: Receiving, { workers }: CallContext): Promise<ReportRead> {
  try {
    return await workers.run(reading, toRead);
  } catch (error) {
    if (!(error instanceof WorkerFailure)) throw error;
    if (error.kind === "busy") throw new Unavailable(`the report: ${error.message}`, { cause: error });
    return { kind: "unreadable", reason: error.message };
  }
}

/** Imports the report, and completes the work items that asked for it if the flight is over. */
export async function settleReceived(
  ctx: Context,
  { source, toRead, currency }: Receiving,
  read: ReportRead,
): Promise<z.input<typeof ReportView>> {
  if (read.kind === "unreadable") throw new Invalid(`the report cannot be read: ${read.reason}`, { field: "file" });
  const { totals } = toRead.mapping;
  const imported = await importReport(ctx, source, { rows: read.rows, digest: read.digest, currency, totals });
  const completed: string[] = [];
  for (const { bookingId } of imported.bookings) {
    const item = await findOpenItem(ctx.db, source, `IMPORT_REPORTING:${bookingId}`);
    if (!item) continue;
    const result = { reportId: imported.report.reportId, deliveredImpressions: imported.report.impressions };
    await completeItem(ctx, source, item.workItemId, { result }, operatorIn(ctx));
    completed.push(item.workItemId);
  }
  return reportViewOf({ imported, flaws: read.flaws, completed });
}
