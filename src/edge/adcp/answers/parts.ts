import { z } from "zod";

/** Written by somebody else and not evaluated here: passed on unchanged. */
export const OpaqueObject = z.record(z.string(), z.unknown());

export const Instant = z.iso.datetime();

export const BrandAnswer = z.object({ domain: z.string(), brand_id: z.string().optional() });

export const FormatIdAnswer = z.object({
  agent_url: z.string(),
  id: z.string(),
  width: z.number().optional(),
  height: z.number().optional(),
  duration_ms: z.number().optional(),
});

export const ErrorAnswer = z.object({
  code: z.string(),
  message: z.string(),
  field: z.string().optional(),
  recovery: z.enum(["transient", "correctable", "terminal"]),
  details: OpaqueObject.optional(),
});

export const PageAnswer = z.object({
  has_more: z.boolean(),
  total_count: z.int().optional(),
  cursor: z.string().optional(),
});
