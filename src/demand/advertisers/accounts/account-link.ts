import type {
  AccountSource,
  AccountStatus,
  RegisteredAccount,
  SellerAccount,
} from "../../../ground/seller-agent/index.ts";

/** An advertiser's account at a sales agent, which one or several sources may use. */
export interface AccountLink extends LinkedSeat {
  readonly linkId: number;
  readonly advertiserId: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What a link contains: the account as its source last described it, and the credential to reach it. */
export interface LinkedSeat
  extends Pick<SellerAccount, "accountId" | "name" | "advertiser" | "billingProxy" | "house" | "billing" | "status"> {
  readonly agentId: string;
  /** Null since the credential was deleted. */
  readonly credentialId: number | null;
  /** As the buyer requested; null for the source's own default. */
  readonly billingType: string | null;
  readonly sources: readonly AccountSource[];
}

export const ACCOUNT_LINK_STATUSES = [
  "active",
  "pending_approval",
  "payment_required",
  "suspended",
  "closed",
  "unreachable",
] as const satisfies readonly (AccountStatus | "unreachable")[];

/** The account's status while there is a credential to reach it. A rejected account counts as closed. */
export function accountStatusOf({ credentialId, status }: AccountLink): (typeof ACCOUNT_LINK_STATUSES)[number] {
  return credentialId === null ? "unreachable" : publishedStatusOf(status);
}

/** The published API has no status for an account that the seller never approved. */
export function publishedStatusOf(status: AccountStatus): Exclude<AccountStatus, "rejected"> {
  return status === "rejected" ? "closed" : status;
}

/** An account that was registered by its name, which its source has not described yet. */
export function seatOf({ accountIdentifier, agentId, credentialId, sources }: RegisteredAccount): LinkedSeat {
  const unsent = { name: null, advertiser: null, billingProxy: null, house: null, billing: null, billingType: null };
  return { ...unsent, accountId: accountIdentifier, agentId, credentialId, sources, status: "active" };
}
