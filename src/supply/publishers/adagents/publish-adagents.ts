import type { Publication } from "../store.ts";
import { agentUrlOf } from "./agent-url.ts";

/**
 * The adagents.json that a storefront publishes (AdCP 3.1), with the publishers for which it sells. It is authoritative
 * for publishers that point to it; for all others, it is only a claim.
 */
export function toAdagentsJson(publication: Publication, publicUrl: string) {
  const { name, operatorDomain, platformId, domains, since } = publication;
  return {
    contact: { name, ...(operatorDomain && { domain: operatorDomain }) },
    authorized_agents: [
      {
        url: agentUrlOf(publicUrl, platformId),
        authorized_for: `What ${name} sells for its publishers`,
        authorization_type: "publisher_properties",
        publisher_properties: [{ publisher_domains: domains, selection_type: "all" }],
      },
    ],
    last_updated: since.toISOString(),
  };
}
