import type { Capabilities } from "../../../ground/seller-agent/index.ts";

/** Into the source's creative library and assigned from there, or whole in the packages of the buy. */
export type CreativeTransport = "library" | "inline";

/**
 * What the source says of itself decides (AdCP 3.1, creative.has_creative_library); where it does not say, its list of tools.
 * Of a source that nobody has asked nothing is known, and every seller of AdCP 3 reads its packages.
 */
export function creativeTransportOf(capabilities: Capabilities | null): CreativeTransport {
  const { hasCreativeLibrary = null, tools = [] } = capabilities ?? {};
  return (hasCreativeLibrary ?? tools.includes("sync_creatives")) ? "library" : "inline";
}

/** Whether a source is told what to show by the buy itself or never: it has no library, and it sells what it does not change. */
export function takesOnlyWithBuy(capabilities: Capabilities | null): boolean {
  const tools = capabilities?.tools ?? [];
  const onlySells = tools.includes("create_media_buy") && !tools.includes("update_media_buy");
  return onlySells && creativeTransportOf(capabilities) === "inline";
}
