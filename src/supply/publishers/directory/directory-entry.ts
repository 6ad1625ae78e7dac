import type { PublishedAgent, PublishedProperty } from "../adagents/adagents-document.ts";
import type { BrandAgent } from "../adagents/brand-agents.ts";
import type { AdagentsReading } from "../adagents/read-adagents.ts";
import type { RegistryOperator, RegistryPublisher } from "./ask-registry.ts";

/** What is known about a domain: from the domain itself, and from the registry if there is one. */
export interface SellerResponse {
  readonly domain: string;
  readonly brandAgents: readonly BrandAgent[];
  readonly adagents: AdagentsReading;
  readonly operator: RegistryOperator | undefined;
  readonly publisher: RegistryPublisher | undefined;
}

/** The domain's own statements take precedence over the registry's, which may be out of date. */
export function entryOf({ domain, brandAgents, adagents, operator, publisher }: SellerResponse) {
  const known = new Set(operator?.agents.map(({ url }) => url));
  const own = brandAgents
    .filter(({ url }) => !known.has(url))
    .map(({ url, id, type }) => ({ url, name: id ?? url, type: type ?? "unknown" }));
  return {
    domain,
    operator: { domain, member: operator?.member ?? null, agents: [...(operator?.agents ?? []), ...own] },
    publisher: { domain, member: publisher?.member ?? null, ...inventoryOf(adagents, publisher) },
  };
}

function inventoryOf(adagents: AdagentsReading, publisher: RegistryPublisher | undefined) {
  const registryValid = publisher?.adagents_valid ?? null;
  if (adagents.kind === "resolved")
    return {
      adagents_valid: true,
      discovery_method: adagents.method,
      resolved_url: adagents.url,
      properties: adagents.file.properties.map(plainProperty),
      authorized_agents: adagents.file.agents.map(plainAgent),
      formats: [...adagents.file.formats],
      freshness: { source: "live_origin", registry_adagents_valid: registryValid, last_validated: null },
    };
  return {
    adagents_valid: adagents.kind === "invalid" ? false : registryValid,
    properties: publisher?.properties ?? [],
    authorized_agents: publisher?.authorized_agents ?? [],
    ...(publisher && {
      freshness: { source: "registry", registry_adagents_valid: registryValid, last_validated: null },
    }),
  };
}

function plainProperty(property: PublishedProperty): Record<string, unknown> {
  return { ...property };
}

function plainAgent({
  effective_from: from,
  effective_until: until,
  ...agent
}: PublishedAgent): Record<string, unknown> {
  return {
    ...agent,
    ...(from && { effective_from: from.toISOString() }),
    ...(until && { effective_until: until.toISOString() }),
  };
}
