import { blockersOf, effectiveStatusOf, type Storefront } from "../storefronts/index.ts";

export type Lifecycle = "UNCLAIMED" | "VERIFICATION" | "CONFIGURING" | "TESTING" | "TRANSACTING";

/**
 * How far a storefront has got, in the buyers' terms. Seed 003 names the states but does not say how they are derived.
 * Before it has a source: UNCLAIMED while no operator is named, VERIFICATION while the operator's domain is unproven.
 * After that: CONFIGURING while a readiness check blocks, TESTING while it is ready but its seller keeps it closed, and
 * TRANSACTING once it is open.
 */
export function lifecycleOf(storefront: Storefront): Lifecycle {
  if (effectiveStatusOf(storefront) === "live") return "TRANSACTING";
  if (storefront.backing.length === 0) {
    if (!storefront.operatorDomain) return "UNCLAIMED";
    if (!storefront.operatorDomainVerified) return "VERIFICATION";
  }
  return blockersOf(storefront).length > 0 ? "CONFIGURING" : "TESTING";
}
