import type { Capabilities } from "../../../ground/seller-agent/index.ts";

/** Into the source's creative library and assigned from there, or whole in the packages of the buy. */
export type CreativeTransport = "library" | "inline";

/**
 * The source's own statement decides (AdCP 3.1, creative.has_creative_library); without one, its list of tools. Nothing
 * is known about a source that has not been asked, and every seller of AdCP 3 reads its packages.
 */
export function creativeTransportOf(capabilities: Capabilities | null): CreativeTransport {
  const { hasCreativeLibrary = null, tools = [] } = capabilities ?? {};
  return (hasCreativeLibrary ?? tools.includes("sync_creatives")) ? "library" : "inline";
}

/** Whether a source can only be sent creatives with the buy: it has no library, and its buys cannot be changed. */
export function takesOnlyWithBuy(capabilities: Capabilities | null): boolean {
  const tools = capabilities?.tools ?? [];
  const onlySells = tools.includes("create_media_buy") && !tools.includes("update_media_buy");
  return onlySells && creativeTransportOf(capabilities) === "inline";
}
