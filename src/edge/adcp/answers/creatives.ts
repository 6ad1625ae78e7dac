import { z } from "zod";
import { ErrorAnswer, FormatIdAnswer, Instant, OpaqueObject, PageAnswer } from "./parts.ts";

const Status = z.enum(["processing", "pending_review", "approved", "suspended", "rejected", "archived"]);

export const SyncedAnswer = z.object({
  dry_run: z.boolean().optional(),
  creatives: z.array(
    z.object({
      creative_id: z.string(),
      action: z.enum(["created", "updated", "unchanged", "failed", "deleted"]),
      status: Status.optional(),
      errors: z.array(ErrorAnswer).optional(),
      warnings: z.array(z.string()).optional(),
      assigned_to: z.array(z.string()).optional(),
      assignment_errors: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

/** Includes whatever parts of the manifest the buyer submitted. */
const CreativeAnswer = z.looseObject({
  creative_id: z.string(),
  name: z.string(),
  status: Status,
  created_date: Instant,
  updated_date: Instant,
  purge: z.object({ kind: z.literal("soft"), at: Instant, reason_code: z.string() }).optional(),
  webhook_activity: z
    .array(
      z.object({
        idempotency_key: z.string(),
        subscriber_id: z.string(),
        notification_type: z.string(),
        fired_at: Instant,
        completed_at: Instant.nullable(),
        attempt: z.int(),
        status: z.enum(["success", "failed", "connection_error", "pending"]),
        url: z.string(),
        http_status_code: z.int().nullable(),
        error_message: z.string().nullable(),
      }),
    )
    .optional(),
  assignments: z
    .object({
      assignment_count: z.int(),
      assigned_packages: z.array(z.object({ package_id: z.string(), assigned_date: Instant })),
    })
    .optional(),
});

export const CreativesAnswer = z.object({
  query_summary: z.object({
    total_matching: z.int(),
    returned: z.int(),
    filters_applied: z.array(z.string()),
    sort_applied: z.object({ field: z.string(), direction: z.string() }),
  }),
  pagination: PageAnswer,
  creatives: z.array(CreativeAnswer),
});

const AssetAnswer = z.object({
  item_type: z.literal("individual"),
  asset_id: z.string(),
  asset_type: z.string(),
  required: z.boolean(),
  requirements: OpaqueObject.optional(),
});

export const FormatsAnswer = z.object({
  formats: z.array(
    z.object({
      format_id: FormatIdAnswer,
      name: z.string(),
      type: z.string().optional(),
      description: z.string().optional(),
      renders: z.array(OpaqueObject).optional(),
      assets: z.array(AssetAnswer),
    }),
  ),
  pagination: PageAnswer,
});

/** AdCP 3.1, build-creative-response, for a single format. */
export const BuiltAnswer = z.object({ creative_manifest: OpaqueObject });
