import type { Capabilities } from "../../../ground/seller-agent/index.ts";

/** Either into the source's creative library, to be assigned from there, or inline in the packages of the buy. */
export type CreativeTransport = "library" | "inline";

/**
 * The source's own statement decides (AdCP 3.1, creative.has_creative_library), or else its list of tools. If a source
 * has not been asked, inline is assumed, because every seller of AdCP 3 reads its packages.
 */
export function creativeTransportOf(capabilities: Capabilities | null): CreativeTransport {
  const { hasCreativeLibrary = null, tools = [] } = capabilities ?? {};
  return (hasCreativeLibrary ?? tools.includes("sync_creatives")) ? "library" : "inline";
}

/** Whether a source can only receive creatives with the buy: it has no library, and its buys cannot be changed. */
export function takesOnlyWithBuy(capabilities: Capabilities | null): boolean {
  const tools = capabilities?.tools ?? [];
  const onlySells = tools.includes("create_media_buy") && !tools.includes("update_media_buy");
  return onlySells && creativeTransportOf(capabilities) === "inline";
}
