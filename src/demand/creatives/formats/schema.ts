import { z } from "zod";
import { takeSkip } from "../../../ground/kernel/query.ts";
import type { CreativeFormat } from "../../../ground/seller-agent/index.ts";
import { canonicalKindOf } from "./canonical-kind.ts";
import { viewOfFormatId } from "./format-id.ts";
import type { SellerFormats } from "./seller-formats.ts";

export const FormatIdView = z
  .object({
    agent_url: z.string(),
    id: z.string(),
    width: z.number().optional(),
    height: z.number().optional(),
    duration_ms: z.number().optional(),
  })
  .meta({ id: "FormatId" });

const Requirements = z.object({
  min_width: z.number().optional(),
  max_width: z.number().optional(),
  min_height: z.number().optional(),
  max_height: z.number().optional(),
  min_duration_ms: z.number().optional(),
  max_duration_ms: z.number().optional(),
  max_file_size_kb: z.number().optional(),
  min_length: z.number().optional(),
  max_length: z.number().optional(),
  formats: z.array(z.string()).optional().describe("File types; any of them is accepted"),
});

export const FormatView = z
  .object({
    format_id: FormatIdView,
    format_kind: z.string().optional().describe("The canonical AdCP 3.1 format that it is based on"),
    name: z.string(),
    type: z.string().nullable().describe("Such as display, video or audio; null if the seller does not say"),
    description: z.string().optional(),
    assets_required: z
      .array(
        z.object({
          asset_id: z.string(),
          asset_type: z.string(),
          required: z.boolean(),
          requirements: Requirements.optional(),
        }),
      )
      .describe("All of its assets, including optional ones"),
    renders: z
      .array(z.object({ role: z.string(), width: z.number().optional(), height: z.number().optional() }))
      .optional(),
  })
  .meta({ id: "CreativeFormat" });

export const IncompleteView = z.object({
  sales_agent_id: z.string(),
  sales_agent_name: z.string(),
  reason: z.string(),
  message: z.string(),
});

export const FormatsQuery = z.object({
  ...takeSkip,
  type: z.string().max(64).optional().describe("The type or the canonical kind, ignoring case"),
  name: z.string().max(255).optional().describe("Part of the name, ignoring case"),
});

export function viewOfFormat(format: CreativeFormat): z.input<typeof FormatView> {
  const { formatId, kind, name, type, description, renders, assetsRequired } = format;
  return {
    format_id: viewOfFormatId(formatId),
    format_kind:
      kind ??
      canonicalKindOf(
        formatId.id,
        assetsRequired.map(({ assetType }) => assetType),
      ),
    name,
    type,
    ...(description !== null && { description }),
    assets_required: assetsRequired.map(viewOfAsset),
    ...(renders && { renders: [...renders] }),
  };
}

function viewOfAsset({ assetId, assetType, required, limits }: CreativeFormat["assetsRequired"][number]) {
  const asset = { asset_id: assetId, asset_type: assetType, required };
  if (!limits) return asset;
  const requirements = {
    min_width: limits.minWidth,
    max_width: limits.maxWidth,
    min_height: limits.minHeight,
    max_height: limits.maxHeight,
    min_duration_ms: limits.minDurationMs,
    max_duration_ms: limits.maxDurationMs,
    max_file_size_kb: limits.maxFileKb,
    min_length: limits.minLength,
    max_length: limits.maxLength,
    formats: limits.fileTypes && [...limits.fileTypes],
  };
  return { ...asset, requirements };
}

/** The sellers whose formats are missing from the list or may be outdated. */
export function incompleteOf(reported: readonly SellerFormats[]): z.input<typeof IncompleteView>[] {
  return reported.flatMap(({ salesAgentId, salesAgentName, failure }) =>
    failure ? [{ sales_agent_id: salesAgentId, sales_agent_name: salesAgentName, ...failure }] : [],
  );
}
