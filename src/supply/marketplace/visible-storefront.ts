import type { Viewer } from "../../ground/kernel/viewer.ts";

/** A storefront in the list of those from which a buyer can buy. */
export interface StorefrontSummary {
  readonly storefrontId: number;
  readonly platformId: string;
  readonly name: string;
  readonly publisherDomain: string | null;
  readonly sourceCount: number;
  /** The number of sources for which the buyer has a working credential. */
  readonly connectedSourceCount: number;
}

/** A storefront as a buyer sees it, with the buyer's own accounts there. */
export interface VisibleStorefront extends Omit<StorefrontSummary, "sourceCount" | "connectedSourceCount"> {
  readonly sources: readonly VisibleSource[];
}

export interface VisibleSource {
  readonly sourceId: string;
  readonly name: string;
  readonly agentId: string | null;
  readonly protocol: "MCP" | "A2A" | null;
  readonly requiresCredentials: boolean;
  readonly customerAccounts: readonly CustomerAccount[];
}

interface CustomerAccount {
  readonly accountIdentifier: string;
  readonly status: "PENDING" | "ACTIVE";
  /** Why it no longer works, and what to do; null if there is nothing to report. */
  readonly statusReason: string | null;
  /** When it ends for good, in the database's text form; null if that is unknown, or it is renewed automatically. */
  readonly endsAt: string | null;
}

/** A source that requires no credentials is open to everybody; any other, to buyers with a working credential. */
export function isConnected({ requiresCredentials, customerAccounts }: VisibleSource): boolean {
  return !requiresCredentials || customerAccounts.some(({ status }) => status === "ACTIVE");
}

/** The buyer that looks, and the storefront to which it is restricted, if any. */
export type BuyerScope = Pick<Viewer, "customerId" | "storefrontId">;
