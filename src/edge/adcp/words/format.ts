import { z } from "zod";
import { toAdcpFormatId } from "../../../ground/seller-agent/adcp-format.ts";
import type { AssetLimits, CreativeFormat, FormatAsset, FormatId } from "../../../ground/seller-agent/index.ts";

export const AdcpFormatId = z.object({
  agent_url: z.string(),
  id: z.string(),
  width: z.number().positive().optional(),
  height: z.number().positive().optional(),
  duration_ms: z.number().positive().optional(),
});

export function fromAdcpFormatId(asked: z.output<typeof AdcpFormatId>): FormatId {
  const { agent_url: agentUrl, id, width, height, duration_ms: durationMs } = asked;
  return {
    agentUrl,
    id,
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
    ...(durationMs !== undefined && { durationMs }),
  };
}

/** Clients add or remove a slash at the end of a URL. */
export function sameUrl(a: string, b: string): boolean {
  return a.replace(/\/$/, "") === b.replace(/\/$/, "");
}

export function toAdcpFormat({ formatId, name, description, renders, assetsRequired, type }: CreativeFormat) {
  return {
    format_id: toAdcpFormatId(formatId),
    name,
    // Removed in AdCP 3.0, but many clients still read it.
    ...(type !== null && { type }),
    ...(description !== null && { description }),
    ...(renders && { renders: renders.flatMap(toAdcpRender) }),
    assets: assetsRequired.map(toAdcpAsset),
  };
}

type Render = NonNullable<CreativeFormat["renders"]>[number];

/** AdCP cannot express a part without a size. */
function toAdcpRender({ role, width, height }: Render) {
  return width === undefined || height === undefined ? [] : [{ role, dimensions: { width, height } }];
}

function toAdcpAsset({ assetId, assetType, required, limits }: FormatAsset) {
  return {
    item_type: "individual",
    asset_id: assetId,
    asset_type: assetType,
    required,
    ...(limits && { requirements: toAdcpRequirements(limits, assetType) }),
  };
}

function toAdcpRequirements(limits: AssetLimits, assetType: string) {
  const { minWidth, maxWidth, minHeight, maxHeight, minDurationMs, maxDurationMs, maxFileKb } = limits;
  const { minLength, maxLength, fileTypes, values } = limits;
  const said = {
    min_width: minWidth,
    max_width: maxWidth,
    min_height: minHeight,
    max_height: maxHeight,
    min_duration_ms: minDurationMs,
    max_duration_ms: maxDurationMs,
    max_file_size_kb: maxFileKb,
    min_length: minLength,
    max_length: maxLength,
    allowed_values: values,
    ...(fileTypes && { [assetType === "video" ? "containers" : "formats"]: fileTypes }),
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}
