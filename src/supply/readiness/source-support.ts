import type { NewestCalls, SourceCall } from "../sources/calls/index.ts";
import type { Source } from "../sources/index.ts";

type Support = "supported" | "unsupported" | "unknown";

const TOOLS = {
  products: "get_products",
  createMediaBuy: "create_media_buy",
  updateMediaBuy: "update_media_buy",
  signals: "get_signals",
};

/**
 * What an agent's stated capabilities support. Anything else is only ruled out if the agent describes itself:
 * capabilities that were derived from a tool list, or never seen, rule nothing out (seed 003).
 */
export function supportOf(
  source: Pick<Source, "capabilities">,
  calls?: NewestCalls,
): Record<keyof typeof TOOLS | "wholesaleProducts", Support> {
  const tools = source.capabilities?.tools ?? [];
  const saysAll = tools.length > 0 && isSynthetic(source) === false;
  const support = (tool: string): Support => {
    if (tools.includes(tool)) return "supported";
    return saysAll ? "unsupported" : "unknown";
  };
  return {
    products: support(TOOLS.products),
    createMediaBuy: support(TOOLS.createMediaBuy),
    updateMediaBuy: support(TOOLS.updateMediaBuy),
    signals: support(TOOLS.signals),
    wholesaleProducts: wholesaleOf(support(TOOLS.products), calls?.wholesale),
  };
}

/** The wholesale catalogue uses the same tool with another mode, so only the latest such call shows whether it is supported. */
function wholesaleOf(products: Support, asked: SourceCall | undefined): Support {
  if (products === "unsupported" || asked?.outcome === "rejected") return "unsupported";
  return asked?.outcome === "completed" ? "supported" : "unknown";
}

/**
 * Whether the capabilities were derived from the tool list, because the agent does not describe itself; null if it has
 * not been asked.
 */
export function isSynthetic({ capabilities }: Pick<Source, "capabilities">): boolean | null {
  return capabilities && capabilities.supportedVersions.length === 0 && capabilities.protocols.length === 0;
}
