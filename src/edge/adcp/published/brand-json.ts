import type { Installation } from "../../../ground/kernel/context.ts";
import type { ResolvedAgent } from "../../../supply/merchandising/index.ts";

type Shop = Pick<ResolvedAgent, "agent" | "platformId">;

/**
 * The keys that sign for each agent, as receivers of webhooks look them up (AdCP 3.1, brand.json): the installation's key signs for every
 * storefront's agent. The installation's own document lists no agents, because only its market reveals which storefronts exist.
 */
export function brandJson(publicUrl: string, shops: readonly Shop[]) {
  const jwks = `${publicUrl}/.well-known/jwks.json`;
  return {
    version: "1.0",
    agents: shops.flatMap(({ agent, platformId }) =>
      ["mcp", "a2a"].map((transport) => ({
        type: "sales",
        id: `${platformId}_${transport}`
          .toLowerCase()
          .replaceAll(/[^a-z0-9_]/g, "_")
          .slice(-100),
        url: `${addressOf(publicUrl, platformId)}/${transport}`,
        description: `${agent.name}, over ${transport.toUpperCase()}`,
        jwks_uri: jwks,
      })),
    ),
  };
}

/** Undefined if the installation is not reached over TLS, because what is found there would prove nothing. */
export function brandJsonUrlOf(
  { publicUrl }: Pick<Installation, "publicUrl">,
  { platformId }: Shop,
): string | undefined {
  if (!publicUrl.startsWith("https://")) return undefined;
  return `${addressOf(publicUrl, platformId)}/.well-known/brand.json`;
}

function addressOf(publicUrl: string, platformId: string): string {
  return `${publicUrl}/storefront/${encodeURIComponent(platformId)}`;
}
