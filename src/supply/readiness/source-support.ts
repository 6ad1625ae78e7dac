import type { Source } from "../sources/index.ts";

type Support = "supported" | "unsupported" | "unknown";

const TOOLS = {
  products: "get_products",
  createMediaBuy: "create_media_buy",
  updateMediaBuy: "update_media_buy",
  signals: "get_signals",
};

/** An agent that lists no tool has only been silent: nothing can be ruled out (seed 003). */
export function supportOf({
  capabilities,
}: Pick<Source, "capabilities">): Record<keyof typeof TOOLS | "wholesaleProducts", Support> {
  const support = (tool: string): Support => {
    if (!capabilities || capabilities.tools.length === 0) return "unknown";
    return capabilities.tools.includes(tool) ? "supported" : "unsupported";
  };
  return {
    products: support(TOOLS.products),
    createMediaBuy: support(TOOLS.createMediaBuy),
    updateMediaBuy: support(TOOLS.updateMediaBuy),
    signals: support(TOOLS.signals),
    // A catalogue without a brief is the same tool asked in another way; only asking tells.
    wholesaleProducts: support(TOOLS.products) === "unsupported" ? "unsupported" : "unknown",
  };
}

/** Capabilities that we made up from the tool list, because the agent says nothing of itself; null before it was asked. */
export function isSynthetic({ capabilities }: Pick<Source, "capabilities">): boolean | null {
  return capabilities && capabilities.supportedVersions.length === 0 && capabilities.protocols.length === 0;
}
