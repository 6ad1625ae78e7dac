import type { Progress } from "../../ground/dispatch/index.ts";
import type { Verdict } from "./adagents/authorisation.ts";

/** declared: by the seller; discovered: an agent behind one of its sources said that it sells for the publisher. */
type Provenance = "declared" | "crawled" | "discovered";

/** A publisher for which a storefront sells, with the publisher's own statement about that. */
export interface Publisher {
  readonly domain: string;
  readonly provenance: Provenance;
  /** Null for a publisher that an agent has named since the last check. */
  readonly adagentsStatus: Verdict["adagentsStatus"] | null;
  readonly authorizationStatus: Verdict["authorizationStatus"] | null;
  readonly authorizationReason: Verdict["authorizationReason"];
  readonly propertyCount: number | null;
  readonly lastSyncedAt: Date | null;
}

/** A publisher with the progress of its check, and when the next one is due, in wall-clock time. */
export interface CheckedPublisher extends Publisher, Progress {
  readonly checkAt: Date;
}

/** Adds publishers named by the sources' agents that nobody has declared or checked yet. */
export function withDiscovered(kept: readonly Publisher[], said: readonly string[]): Publisher[] {
  const known = new Set(kept.map(({ domain }) => domain));
  const fresh = said.filter((domain) => !known.has(domain)).map(discovered);
  return [...kept, ...fresh].sort((a, b) => (a.domain < b.domain ? -1 : 1));
}

function discovered(domain: string): Publisher {
  return {
    domain,
    provenance: "discovered",
    adagentsStatus: null,
    authorizationStatus: null,
    authorizationReason: null,
    propertyCount: null,
    lastSyncedAt: null,
  };
}
