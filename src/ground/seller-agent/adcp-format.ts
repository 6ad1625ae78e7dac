import { z } from "zod";
import { readEach } from "./adcp.ts";
import type { CreativeFormat, FormatId } from "./port.ts";

export const AdcpFormatId = z.looseObject({ agent_url: z.string(), id: z.string() });

const AdcpAsset = z.looseObject({ asset_id: z.string(), asset_type: z.string(), required: z.boolean().catch(false) });

const AdcpFormat = z.looseObject({
  format_id: AdcpFormatId,
  name: z.string(),
  /** Gone since AdCP 3.0, still sent by many. */
  type: z.string().nullish().catch(null),
  description: z.string().nullish().catch(null),
  assets: z.array(z.unknown()).nullish().catch(null),
});

export function fromAdcpFormatId({ agent_url, id }: z.infer<typeof AdcpFormatId>): FormatId {
  return { agentUrl: agent_url, id };
}

/** Reads the formats that can be read; repeatable groups of assets, which no single asset id names, are left out. */
export function fromAdcpFormats(list: readonly unknown[]): CreativeFormat[] {
  return readEach(AdcpFormat, list, "name").read.map(({ format_id, name, type, description, assets }) => ({
    formatId: fromAdcpFormatId(format_id),
    name,
    type: type ?? null,
    description: description ?? null,
    assetsRequired: readEach(AdcpAsset, assets, "asset_id").read.map(({ asset_id, asset_type, required }) => {
      return { assetId: asset_id, assetType: asset_type, required };
    }),
  }));
}
