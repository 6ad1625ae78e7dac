import { Conflict, Invalid, InvalidState, NotFound, TooLarge, Unavailable } from "../../../ground/kernel/errors.ts";
import { operation } from "../../../ground/kernel/operation.ts";
import { readStanding } from "../lifecycle/read-projection.ts";
import { ProjectionView, projectionViewOf } from "../lifecycle/schema.ts";
import { getOwnSource } from "../own-source.ts";
import { SourcePath } from "../schema.ts";
import { draftIngest, draftUpload, readIngest, settleIngest, settlePreview } from "./ingest.ts";
import { endSchedule, schedule } from "./schedule-feed.ts";
import { DefaultsBody, IngestBody, IngestView, PreviewView, ScheduleBody, TemplateView } from "./schema.ts";
import { availsTemplate } from "./template.ts";
import { StalePreview } from "./upload.ts";

const ofSource = {
  api: "storefront",
  tag: "Modular sources",
  params: SourcePath,
  refs: { "params.sourceId": "modularSource" },
} as const;

const MOST_BYTES = 45 * 1024 * 1024;
const COLUMNS =
  "Columns are called as in the template (downloadModularInventoryTemplate); days are ISO dates, and slashes are refused because " +
  "it is unclear which part is the month. Each invalid row is listed with its number, column, value and how to fix it.";

export const ingestModularInventorySourceAvailsFeed = operation({
  ...ofSource,
  id: "ingestModularInventorySourceAvailsFeed",
  method: "post",
  path: "/inventory-sources/{sourceId}/modular/avails-feed",
  summary: "Preview avails, or put them on sale",
  description: `${COLUMNS} Avails that are not included stay on sale, unless \`fullReplacement\` is set.`,
  access: "write",
  body: IngestBody,
  bodyLimitBytes: 8_388_608,
  answer: IngestView,
  errors: [Conflict, Invalid, InvalidState, NotFound, StalePreview, TooLarge, Unavailable],
  audit: { resource: "AVAILS_FEED", action: "UPDATE" },
  claim: async ({ params, body }, ctx) => ({ body, ingesting: await draftIngest(ctx, params.sourceId, body) }),
  call: ({ ingesting }, out) => readIngest(ingesting, out),
  settle: ({ body, ingesting }, said, ctx) => settleIngest(ctx, ingesting, said, body),
});

export const previewModularInventorySourceAvailsUpload = operation({
  ...ofSource,
  id: "previewModularInventorySourceAvailsUpload",
  method: "post",
  path: "/inventory-sources/{sourceId}/modular/avails-feed/upload",
  summary: "Preview a file of avails: CSV, JSON or XLSX",
  description: `A form with a part \`file\`, and defaults for all rows in a part \`metadata\`. ${COLUMNS} For a spreadsheet, the first sheet is read, and formulas as their values.`,
  access: "write",
  body: DefaultsBody,
  bodyOptional: true,
  files: true,
  bodyLimitBytes: MOST_BYTES,
  answer: PreviewView,
  errors: [Invalid, NotFound, TooLarge, Unavailable],
  audit: { resource: "AVAILS_FEED", action: "UPDATE" },
  async claim({ params, body, files }, ctx) {
    const [file] = files;
    if (!file) throw new Invalid("file: a form with a part named file", { field: "file" });
    return draftUpload(ctx, params.sourceId, await file.content.read(), body);
  },
  call: (ingesting, out) => readIngest(ingesting, out),
  settle: (ingesting, said, ctx) => settlePreview(ctx, ingesting, said),
});

/** Not in the published contract. */
export const scheduleModularInventorySourceFeed = operation({
  ...ofSource,
  id: "scheduleModularInventorySourceFeed",
  method: "put",
  path: "/inventory-sources/{sourceId}/modular/avails-feed/schedule",
  summary: "Fetch a feed from a URL on a schedule",
  description:
    "The feed is read immediately, and then at the given interval; an unchanged file is skipped. Valid rows go on " +
    "sale, and a work item is created for invalid rows.",
  ours: true,
  access: "write",
  body: ScheduleBody,
  answer: ProjectionView,
  errors: [Invalid, NotFound],
  audit: { resource: "AVAILS_FEED", action: "UPDATE" },
  handle: async ({ params, body }, ctx) =>
    projectionViewOf(await readStanding(ctx, await schedule(ctx, params.sourceId, body))),
});

/** Not in the published contract. */
export const endModularInventorySourceFeedSchedule = operation({
  ...ofSource,
  id: "endModularInventorySourceFeedSchedule",
  method: "delete",
  path: "/inventory-sources/{sourceId}/modular/avails-feed/schedule",
  summary: "Stop fetching the feed",
  ours: true,
  access: "write",
  answer: ProjectionView,
  errors: [NotFound],
  audit: { resource: "AVAILS_FEED", action: "UPDATE" },
  handle: async ({ params }, ctx) => projectionViewOf(await readStanding(ctx, await endSchedule(ctx, params.sourceId))),
});

/** Not in the published contract. */
export const downloadModularInventoryTemplate = operation({
  ...ofSource,
  id: "downloadModularInventoryTemplate",
  method: "get",
  path: "/inventory-sources/{sourceId}/modular/avails-feed/template",
  summary: "Get a CSV file of avails to fill in",
  ours: true,
  access: "read",
  answer: TemplateView,
  errors: [NotFound],
  async handle({ params }, ctx) {
    const { sourceId } = await getOwnSource(ctx, params.sourceId);
    return availsTemplate(sourceId, ctx.now);
  },
});
