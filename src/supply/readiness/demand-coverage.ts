import type { Source } from "../sources/index.ts";
import type { Storefront } from "../storefronts/index.ts";

/** What briefs can be about, according to the storefront and its agents. */
export interface DemandCoverage {
  readonly markets: readonly string[];
  readonly channels: readonly string[];
  readonly missing: readonly ("market" | "channel" | "inventory")[];
}

export function demandCoverageOf(storefront: Storefront, sources: readonly Source[]): DemandCoverage {
  const selling = sources.filter(({ status, heldBack }) => status === "ACTIVE" && !heldBack);
  const said = selling.flatMap(({ capabilities }) => capabilities?.channels ?? []);
  const simulated = selling.flatMap(({ simulation }) => simulation?.countries ?? []);
  const channels = [...new Set([...storefront.channels, ...said])].sort();
  const markets = [...new Set([...(storefront.acceptedCountries ?? []), ...simulated])].sort();
  const lacks = [
    markets.length === 0 && !storefront.acceptsAllCountries && ("market" as const),
    channels.length === 0 && ("channel" as const),
    selling.length === 0 && ("inventory" as const),
  ];
  return { markets, channels, missing: lacks.filter((one) => one !== false) };
}
