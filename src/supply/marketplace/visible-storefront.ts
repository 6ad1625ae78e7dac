import type { Viewer } from "../../ground/kernel/viewer.ts";

/** A storefront in the list of those a buyer can buy from. */
export interface StorefrontSummary {
  readonly storefrontId: number;
  readonly platformId: string;
  readonly name: string;
  readonly publisherDomain: string | null;
  readonly sourceCount: number;
  /** Those for which the buyer holds a working credential. */
  readonly connectedSourceCount: number;
}

/** A storefront as a buyer sees it, with what the buyer has there. */
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
  /** Why it works no more, and what to do; null where there is nothing to say. */
  readonly statusReason: string | null;
  /** When it ends for good, as the database writes an instant; null where nothing says so, or it is renewed by itself. */
  readonly endsAt: string | null;
}

/** A source without credentials is open to everybody; another, to buyers with a working credential. */
export function isConnected({ requiresCredentials, customerAccounts }: VisibleSource): boolean {
  return !requiresCredentials || customerAccounts.some(({ status }) => status === "ACTIVE");
}

/** Who looks: a buyer, and the one storefront that sponsors it where there is one. */
export type BuyerEyes = Pick<Viewer, "customerId" | "storefrontId">;
