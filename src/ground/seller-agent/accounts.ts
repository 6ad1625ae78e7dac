/** A buyer's request for its accounts. A composed seller has several sources, and a buyer may have several credentials at each. */
export interface AccountsRequest {
  readonly sourceId?: string;
  readonly credentialId?: number;
  /** If no credential is named, all the credentials that the buyer has there are used. */
  readonly everyCredential?: boolean;
  /** Fetches the list again, whatever was fetched before. */
  readonly refresh?: boolean;
}

export interface AccountsAnswer {
  readonly accounts: readonly SellerAccount[];
  readonly billing: BillingOptions;
  /** Whether the seller opens accounts for buyers without one: `syncAccounts`. */
  readonly opensAccounts: boolean;
}

export interface BillingOptions {
  /** Null if the buyer has to choose. */
  readonly default: string | null;
  readonly supported: readonly string[];
}

/** An account to be opened under the buyer's natural key: brand, operator and sandbox. */
export interface AccountToOpen {
  readonly idempotencyKey: string;
  /** Who is invoiced: one of the values that the seller lists as `supported`. */
  readonly billing: string;
  readonly sourceId?: string;
  readonly credentialId?: number;
}

export const ACCOUNT_STATUSES = [
  "active",
  "pending_approval",
  "rejected",
  "payment_required",
  "suspended",
  "closed",
] as const;
export type AccountStatus = (typeof ACCOUNT_STATUSES)[number];

/** An account at a seller, in the seller's terms; a field is null if the seller does not state it. */
export interface SellerAccount {
  readonly accountId: string;
  readonly name: string | null;
  readonly advertiser: string | null;
  readonly billingProxy: string | null;
  /** The owner of the account, by domain. */
  readonly house: string | null;
  readonly billing: string | null;
  readonly brandDomain: string | null;
  readonly status: AccountStatus;
  /** An account counts as live unless the seller states otherwise (AdCP 3.1). */
  readonly sandbox: boolean;
  /** How the account is reached through a composed seller; null at a seller without sources. */
  readonly way: AccountWay | null;
}

interface AccountWay {
  /** The agent itself, whichever source it is behind. */
  readonly agentId: string;
  readonly credentialId: number;
  /** Every source with this agent that the buyer may see. */
  readonly sources: readonly AccountSource[];
}

export interface AccountSource {
  readonly storefrontId: number;
  readonly storefrontName: string;
  readonly sourceId: string;
  readonly sourceName: string;
}

/**
 * The account under which an advertiser buys at one agent, and the credential that reaches it, if that still exists.
 */
export interface LinkedAccount {
  readonly agentId: string;
  readonly accountId: string;
  readonly credentialId: number | null;
}

/** An account that a buyer registers at a source, under a name of the buyer's choice. */
export interface AccountRegistration {
  /** The storefront's number or platform id, as the buyer gave it. */
  readonly storefront: string;
  readonly sourceId: string;
  readonly accountIdentifier: string | undefined;
  /** As the buyer sent it. If omitted, the credential of another of the buyer's accounts there is used. */
  readonly auth: unknown;
  readonly registeredBy: string | null;
}

export interface RegisteredAccount extends AccountWay {
  readonly accountIdentifier: string;
  readonly status: "PENDING" | "ACTIVE";
  readonly registeredBy: string | null;
  readonly createdAt: Date;
  readonly oauth: (Omit<AccountSource, "storefrontName"> & { readonly authorizationUrl: string }) | null;
}
