import type { Publication } from "../store.ts";
import { agentUrlOf } from "./agent-url.ts";

/**
 * The adagents.json that a storefront publishes (AdCP 3.1): whom it sells for. It counts for a publisher that points to it;
 * to everybody else it is a claim.
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
