import { z } from "zod";
import type { Source } from "../sources/index.ts";

const Support = z.enum(["supported", "unsupported", "unknown"]);
type Support = z.output<typeof Support>;
const Status = z.enum(["PENDING", "ACTIVE", "DISABLED"]);

/** What is known of a source and its agent (storefront contract §7.4). */
export const SourceDiagnostics = z
  .object({
    id: z.string().nullable(),
    sourceId: z.string().nullable(),
    name: z.string(),
    executionType: z.string(),
    sourceStatus: Status,
    agentId: z.string().nullable(),
    agentStatus: Status.nullable(),
    endpointUrl: z.string().nullable(),
    protocol: z.enum(["MCP", "A2A"]).nullable(),
    auth: z.object({ required: z.boolean(), configured: z.boolean(), type: z.string().nullable() }),
    capabilities: z.object({
      products: Support,
      createMediaBuy: Support,
      updateMediaBuy: Support,
      signals: Support,
      wholesaleProducts: Support,
    }),
    productBuilder: z.null(),
    compliance: z.null(),
    debug: z.object({
      version: z.string().nullable(),
      syntheticCapabilities: z.boolean().nullable(),
      tools: z.array(z.string()),
      supportedBillings: z.array(z.string()),
      channels: z.array(z.string()),
      countries: z.array(z.string()),
      publisherDomains: z.array(z.string()),
      requireOperatorAuth: z.boolean().nullable(),
    }),
    lastActivity: z.null(),
    health: z.object({
      status: z.enum(["healthy", "unhealthy", "unknown"]),
      lastError: z.string().nullable(),
      lastSuccessAt: z.iso.datetime().nullable(),
    }),
  })
  .meta({ id: "SourceDiagnostics" });

export function diagnosticsOf(source: Source): z.input<typeof SourceDiagnostics> {
  const { inventorySourceId, status, capabilities, capabilitiesAt, authenticationType, connectionError } = source;
  const { sourceId, name, executionType, agentId, endpointUrl, protocol } = source;
  return {
    id: String(inventorySourceId),
    sourceId,
    name,
    executionType,
    sourceStatus: status,
    agentId,
    agentStatus: agentId ? status : null,
    endpointUrl,
    protocol,
    auth: {
      required: authenticationType !== null && authenticationType !== "NO_AUTH",
      configured: source.authConfigured,
      type: authenticationType,
    },
    capabilities: supportOf(capabilities),
    productBuilder: null,
    compliance: null,
    debug: {
      version: capabilities?.supportedVersions.at(-1) ?? null,
      syntheticCapabilities: capabilities && isSilent(capabilities),
      tools: [...(capabilities?.tools ?? [])],
      supportedBillings: [...(capabilities?.supportedBillings ?? [])],
      channels: [...(capabilities?.channels ?? [])],
      countries: [...(source.simulation?.countries ?? [])],
      publisherDomains: [...(capabilities?.publisherDomains ?? [])],
      requireOperatorAuth: capabilities?.requireOperatorAuth ?? null,
    },
    lastActivity: null,
    health: {
      status: connectionError ? "unhealthy" : capabilities ? "healthy" : "unknown",
      lastError: connectionError,
      lastSuccessAt: capabilitiesAt && capabilitiesAt.toISOString(),
    },
  };
}

type Capabilities = NonNullable<Source["capabilities"]>;

/** An agent that lists no tool has only been silent: nothing can be ruled out (seed 003). */
function supportOf(capabilities: Source["capabilities"]): Record<keyof typeof TOOLS | "wholesaleProducts", Support> {
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

const TOOLS = {
  products: "get_products",
  createMediaBuy: "create_media_buy",
  updateMediaBuy: "update_media_buy",
  signals: "get_signals",
};

/** Capabilities that we made up from the tool list, because the agent says nothing of itself. */
function isSilent({ supportedVersions, protocols }: Capabilities): boolean {
  return supportedVersions.length === 0 && protocols.length === 0;
}
