/**
 * The accounts about which a buyer asks. A composed seller has sources, and a buyer may have several credentials at
 * each.
 */
export interface AccountsRequest {
  readonly sourceId?: string;
  readonly credentialId?: number;
  /** If no credential is named, all of the buyer's credentials there are used. */
  readonly everyCredential?: boolean;
  /** Fetches again, regardless of what was listed before. */
  readonly refresh?: boolean;
}

export interface AccountsAnswer {
  readonly accounts: readonly SellerAccount[];
  readonly billing: BillingOptions;
  /** Whether the seller opens accounts for buyers without one: `syncAccounts`. */
  readonly opensAccounts: boolean;
}

export interface BillingOptions {
  /** Null where the buyer has to choose. */
  readonly default: string | null;
  readonly supported: readonly string[];
}

/** An account to be opened under the buyer's natural key: brand, operator and sandbox. */
export interface AccountToOpen {
  readonly idempotencyKey: string;
  /** Who is invoiced: one of the seller's `supported`. */
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

/** An account at a seller, in the seller's terms; null if it does not say. */
export interface SellerAccount {
  readonly accountId: string;
  readonly name: string | null;
  readonly advertiser: string | null;
  readonly billingProxy: string | null;
  /** Whose account it is, by domain. */
  readonly house: string | null;
  readonly billing: string | null;
  readonly brandDomain: string | null;
  readonly status: AccountStatus;
  /** Without a statement by the seller it is a live account (AdCP 3.1). */
  readonly sandbox: boolean;
  /** How it is reached through a composed seller; null at a single one. */
  readonly way: AccountWay | null;
}

interface AccountWay {
  /** Behind whichever source: the agent itself. */
  readonly agentId: string;
  readonly credentialId: number;
  /** Every source behind the agent that the buyer may see. */
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

/** An account that a buyer registers at a source under a name of its choice. */
export interface AccountRegistration {
  /** The storefront's number or its platform id, as the buyer named it. */
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
