import { SECOND_MS } from "../../../ground/kernel/clock.ts";
import type { CreativeFormat, FormatAsset } from "../../../ground/seller-agent/index.ts";
import type { Shop } from "../agent/shop.ts";

/** The input is one of these: a script or a brief. */
const MADE_FROM: readonly FormatAsset[] = [
  { assetId: "script", assetType: "text", required: false },
  { assetId: "creative_brief", assetType: "brief", required: false },
];

/**
 * The formats that a platform produces, in the usual lengths and in any requested length. All are the storefront's own
 * formats.
 */
export function formatsMade({ adapter, source, out }: Pick<Shop, "adapter" | "source" | "out">): CreativeFormat[] {
  const { creative, describe } = adapter;
  if (!creative) return [];
  const agentUrl = `${out.installation.publicUrl}/storefront/${encodeURIComponent(source.platformId)}/mcp`;
  const made = { type: creative.makes, kind: "audio_hosted", assetsRequired: MADE_FROM, isMade: true as const };
  const description = `Produced by ${describe.displayName}: build_creative, from a script or a brief, in the language given`;
  const usual = creative.formats.map(({ id, name, seconds }) => ({
    ...made,
    formatId: { agentUrl, id, durationMs: seconds * SECOND_MS },
    name,
    description,
  }));
  const anyLength = "Audio, of the length in duration_ms";
  return [...usual, { ...made, formatId: { agentUrl, id: creative.makes }, name: anyLength, description }];
}
