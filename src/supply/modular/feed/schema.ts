import { z } from "zod";
import { AvailView, availViewOf, JsonObject } from "../avails/avail-view.ts";
import { ProductView } from "../avails/product-view.ts";
import { ProjectionView } from "../lifecycle/schema.ts";
import { DIAGNOSTIC_CODES, type Diagnostic } from "./reading/diagnostic.ts";
import type { FeedContent } from "./reading/read-apart.ts";
import type { Upload } from "./upload.ts";

const rows = z.array(JsonObject).min(1).max(10_000);
const text = z.string().min(1).max(2_000_000);
const name = z.string().min(1).max(255);
const list = z.array(JsonObject).min(1).max(100);

/** The values for fields that a row leaves out. */
const defaults = {
  defaultCollectionId: name.optional(),
  defaultCollectionName: name.optional(),
  defaultCollectionDescription: z.string().min(1).max(2_000).optional(),
  defaultChannel: z.string().min(1).max(80).optional(),
  defaultFormatOptions: list.optional(),
  defaultPublisherProperties: list.optional(),
  defaultStartTime: z.string().min(1).max(80).optional(),
  defaultEndTime: z.string().min(1).max(80).optional(),
};

export const DefaultsBody = z.object(defaults).meta({ id: "ModularFeedDefaults" });
export type FeedDefaultsBody = z.output<typeof DefaultsBody>;

export const IngestBody = z
  .object({
    confirmed: z.literal(true).optional().describe("Stores the avails; if omitted, raw rows are previewed"),
    avails: rows.optional().describe("Normalised avails, as returned by a preview"),
    rawRows: rows.optional(),
    csvText: text.optional(),
    jsonText: text.optional(),
    uploadId: z.string().min(1).max(100).optional().describe("A preview, to be stored as shown"),
    fullReplacement: z.boolean().optional().describe("Withdraws every avail that is not included; only with confirmed"),
    ...defaults,
  })
  .superRefine((body, context) => {
    const { avails, rawRows, csvText, jsonText, uploadId, confirmed, fullReplacement } = body;
    const given = [avails, rawRows, csvText, jsonText, uploadId].filter((one) => one !== undefined).length;
    const issue = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if (given !== 1) issue("avails", "send exactly one of avails, rawRows, csvText, jsonText and uploadId");
    if ((avails || uploadId) && !confirmed)
      issue("confirmed", "set confirmed: true to store normalised avails or a preview");
    if (fullReplacement && !confirmed) issue("fullReplacement", "only what is stored replaces anything");
  })
  .meta({ id: "ModularAvailsIngest" });
export type IngestBody = z.output<typeof IngestBody>;

const DiagnosticView = z.object({
  rowNumber: z.int().describe("Starts at 1, after the header"),
  field: z.string(),
  code: z.enum(DIAGNOSTIC_CODES),
  message: z.string(),
  column: z.string().nullable().describe("The column's name in the file"),
  value: z.string().nullable().describe("The value in the file"),
  mend: z.string().nullable().describe("What to do about it"),
});

const previewFields = {
  previewOnly: z.literal(true),
  inputSource: z.string(),
  uploadId: z.string().describe("To store what is shown here, send this with confirmed: true"),
  parsedAvailCount: z.int(),
  rejectedRowCount: z.int(),
  warningCount: z.int(),
  avails: z.array(AvailView).describe("The first 2,000"),
  rejectedRows: z
    .array(z.object({ rowNumber: z.int(), rawRow: JsonObject, diagnostics: z.array(DiagnosticView) }))
    .describe("The first 1,000"),
  warnings: z.array(DiagnosticView),
  note: z.string(),
};

export const PreviewView = z.object(previewFields).meta({ id: "ModularAvailsPreview" });

const CommitView = z.object({
  ingestedAvailCount: z.int(),
  withdrawnAvailCount: z.int(),
  rejectedRowCount: z.int(),
  projection: ProjectionView,
  products: z.array(ProductView).describe("The first 200 of the source"),
});

/** A preview, or the result of a commit. */
export const IngestView = z
  .object({ ...PreviewView.partial().shape, ...CommitView.partial().shape })
  .meta({ id: "ModularAvailsIngestResult" });

export const ScheduleBody = z
  .object({
    url: z.url({ protocol: /^https?$/, error: "an absolute http or https URL" }).max(2_048),
    everyHours: z.int().min(1).max(720).default(24),
    ...defaults,
  })
  .meta({ id: "ModularFeedSchedule" });

export const TemplateView = z
  .object({ fileName: z.string(), contentType: z.literal("text/csv"), content: z.string() })
  .meta({ id: "ModularCsvTemplate" });

export function previewViewOf(upload: Upload, content: FeedContent): z.input<typeof PreviewView> {
  const { availCount, rejectedRowCount, warningCount } = content;
  return {
    previewOnly: true,
    inputSource: upload.inputSource,
    uploadId: upload.uploadId,
    parsedAvailCount: availCount,
    rejectedRowCount,
    warningCount,
    avails: content.shown.map(availViewOf),
    rejectedRows: content.rejectedRows.map(({ diagnostics, rawRow, rowNumber }) => {
      return { rowNumber, rawRow: { ...rawRow }, diagnostics: diagnostics.map(diagnosticOf) };
    }),
    warnings: content.warnings.map(diagnosticOf),
    note: "Nothing is on sale yet: send uploadId, or the avails, with confirmed: true.",
  };
}

function diagnosticOf(diagnostic: Diagnostic): z.input<typeof DiagnosticView> {
  return { ...diagnostic };
}
