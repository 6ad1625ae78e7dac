import { z } from "zod";
import { readEach } from "./adcp.ts";
import type { AssetLimits, CreativeFormat, FormatAsset, FormatId, FormatOption } from "./port.ts";

const Count = z.number().positive().optional().catch(undefined);
const Names = z.array(z.string()).optional().catch(undefined);

export const AdcpFormatId = z.looseObject({
  agent_url: z.string(),
  id: z.string(),
  width: Count,
  height: Count,
  duration_ms: Count,
});

/** AdCP 3.1, core/requirements; an exact `width` and `file_types` are 3.0's fields. */
const AdcpRequirements = z.looseObject({
  unit: z.string().optional().catch(undefined),
  width: Count,
  height: Count,
  min_width: Count,
  max_width: Count,
  min_height: Count,
  max_height: Count,
  duration_ms: Count,
  min_duration_ms: Count,
  max_duration_ms: Count,
  max_file_size_kb: Count,
  min_length: Count,
  max_length: Count,
  formats: Names,
  containers: Names,
  file_types: Names,
  allowed_values: Names,
});

const AdcpAsset = z.looseObject({
  asset_id: z.string(),
  asset_type: z.string(),
  required: z.boolean().catch(false),
  requirements: AdcpRequirements.optional().catch(undefined),
});

const AdcpRender = z.looseObject({
  role: z.string(),
  dimensions: z.looseObject({ width: Count, height: Count }).optional().catch(undefined),
});

const AdcpFormat = z.looseObject({
  format_id: AdcpFormatId,
  name: z.string(),
  /** Removed in AdCP 3.0, but many sellers still send it. */
  type: z.string().nullish().catch(null),
  canonical: z.looseObject({ kind: z.string() }).nullish().catch(null),
  description: z.string().nullish().catch(null),
  renders: z.array(z.unknown()).nullish().catch(null),
  assets: z.array(z.unknown()).nullish().catch(null),
});

const AdcpFormatOption = z.looseObject({
  format_kind: z.string(),
  format_option_id: z.string().optional().catch(undefined),
  display_name: z.string().optional().catch(undefined),
  v1_format_ref: z.array(AdcpFormatId).optional().catch(undefined),
});

export function fromAdcpFormatId({
  agent_url,
  id,
  width,
  height,
  duration_ms,
}: z.infer<typeof AdcpFormatId>): FormatId {
  return stated({ agentUrl: agent_url, id, width, height, durationMs: duration_ms });
}

/** Parses the readable formats. Repeatable groups of assets are omitted, because no single asset id identifies them. */
export function fromAdcpFormats(list: readonly unknown[]): CreativeFormat[] {
  return readEach(AdcpFormat, list, "name").read.map(({ format_id, name, type, canonical, description, ...lists }) => ({
    formatId: fromAdcpFormatId(format_id),
    name,
    type: type ?? null,
    ...(canonical && { kind: canonical.kind }),
    description: description ?? null,
    ...(lists.renders && { renders: readEach(AdcpRender, lists.renders, "role").read.map(fromAdcpRender) }),
    assetsRequired: readEach(AdcpAsset, lists.assets, "asset_id").read.map(fromAdcpAsset),
  }));
}

export function fromAdcpFormatOptions(list: unknown): FormatOption[] {
  return readEach(AdcpFormatOption, list, "format_kind").read.map((written) =>
    stated({
      formatKind: written.format_kind,
      formatOptionId: written.format_option_id,
      displayName: written.display_name,
      namedFormats: written.v1_format_ref?.map(fromAdcpFormatId),
      written,
    }),
  );
}

function fromAdcpRender({ role, dimensions }: z.infer<typeof AdcpRender>) {
  return stated({ role, width: dimensions?.width, height: dimensions?.height });
}

function fromAdcpAsset({ asset_id, asset_type, required, requirements }: z.infer<typeof AdcpAsset>): FormatAsset {
  const asset = { assetId: asset_id, assetType: asset_type, required };
  return requirements ? { ...asset, limits: limitsOf(requirements) } : asset;
}

function limitsOf(said: z.infer<typeof AdcpRequirements>): AssetLimits {
  // A size in inches cannot be converted to pixels.
  const inPixels = said.unit === undefined || said.unit === "px";
  return stated({
    ...(inPixels && {
      minWidth: said.min_width ?? said.width,
      maxWidth: said.max_width ?? said.width,
      minHeight: said.min_height ?? said.height,
      maxHeight: said.max_height ?? said.height,
    }),
    minDurationMs: said.min_duration_ms ?? said.duration_ms,
    maxDurationMs: said.max_duration_ms ?? said.duration_ms,
    maxFileKb: said.max_file_size_kb,
    minLength: said.min_length,
    maxLength: said.max_length,
    fileTypes: said.formats ?? said.containers ?? said.file_types,
    values: said.allowed_values,
  });
}

type Stated<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** Omits the fields that were not stated. */
function stated<T extends object>(said: T): Stated<T> {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Stated<T>;
}

/** The inverse of reading a request's format id with `fromAdcpFormatId`. */
export function toAdcpFormatId({ agentUrl, id, width, height, durationMs }: FormatId) {
  return {
    agent_url: agentUrl,
    id,
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
    ...(durationMs !== undefined && { duration_ms: durationMs }),
  };
}
