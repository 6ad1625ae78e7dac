import { z } from "zod";
import { ProjectionView } from "./lifecycle/schema.ts";

const words = z.string().min(1).max(2_000);
const system = z.string().min(1).max(255);

export const SourcePath = z.object({ sourceId: z.string().min(1).max(255) });

/** Fields other than name and ledger are stored unchanged until there is a module for them. */
export const NewFeedSourceBody = z
  .object({
    name: z.string().trim().min(1).max(255),
    sourceId: z
      .string()
      .max(255)
      .regex(/^[a-z0-9][a-z0-9_-]*$/, "lower-case letters, digits, _ and -, a letter or digit first")
      .optional()
      .describe("Unique in the storefront; by default derived from the name"),
    includeBookingLedger: z.boolean().default(true),
    availsSource: z
      .object({
        type: z.enum(["upload", "spreadsheet", "api", "manual", "unknown"]).optional(),
        cadence: words.optional(),
        description: words.optional(),
      })
      .optional(),
    booking: z
      .object({
        mode: z.enum(["booking_ledger", "manual", "upstream_oms"]).optional(),
        systemName: system.optional(),
        notes: words.optional(),
      })
      .optional(),
    execution: z
      .object({
        mode: z.enum(["manual", "upstream_system", "none"]).optional(),
        systemName: system.optional(),
        notes: words.optional(),
      })
      .optional(),
    reporting: z
      .object({
        mode: z.enum(["upload", "manual", "upstream_export", "api", "none"]).optional(),
        systemName: system.optional(),
        sampleAvailable: z.boolean().optional(),
        notes: words.optional(),
      })
      .optional(),
    creative: z
      .object({
        mode: z.enum(["manual", "upstream_system", "none"]).optional(),
        systemName: system.optional(),
        notes: words.optional(),
      })
      .optional(),
    notes: words.optional(),
  })
  .meta({ id: "NewFeedModularSource" });

export type NewFeedSource = z.output<typeof NewFeedSourceBody>;

export const FeedSourceView = z
  .object({ inventorySourceId: z.string(), sourceId: z.string(), projection: ProjectionView })
  .meta({ id: "FeedModularSource" });
