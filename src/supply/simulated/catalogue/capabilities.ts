import { DAY_MS, SECOND_MS } from "../../../ground/kernel/clock.ts";
import type { Capabilities } from "../../../ground/seller-agent/index.ts";
import type { Simulation } from "../simulation.ts";
import { HONOURED } from "../targeting/reach.ts";

export function capabilitiesOf({ channels, publisherDomain, creativeRules }: Simulation): Capabilities {
  return {
    supportedVersions: ["3.0", "3.1"],
    protocols: ["media_buy"],
    tools: [
      "get_adcp_capabilities",
      "get_products",
      "list_creative_formats",
      ...(creativeRules.library ? ["sync_creatives"] : []),
      "list_accounts",
      "sync_accounts",
      "sync_catalogs",
      "get_signals",
      "create_media_buy",
      "update_media_buy",
      "get_media_buys",
      "get_media_buy_delivery",
      "tasks_get",
    ],
    channels,
    publisherDomains: [publisherDomain],
    hasCreativeLibrary: creativeRules.library,
    holdsInventory: true,
    makesProposals: true,
    requireOperatorAuth: false,
    supportedBillings: ["operator", "agent"],
    // The ledger forgets nothing; a week is the most that AdCP 3.1 lets a seller promise.
    idempotencyTtlSeconds: (7 * DAY_MS) / SECOND_MS,
    targeting: HONOURED,
  };
}
