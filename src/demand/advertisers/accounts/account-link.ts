import type {
  AccountSource,
  AccountStatus,
  RegisteredAccount,
  SellerAccount,
} from "../../../ground/seller-agent/index.ts";

/** An account at an agent behind some sources, assigned to an advertiser. */
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

export const STANDINGS = [
  "active",
  "pending_approval",
  "payment_required",
  "suspended",
  "closed",
  "unreachable",
] as const satisfies readonly (AccountStatus | "unreachable")[];

/** The status of the account, as long as there is a credential to reach it. A rejected one is closed. */
export function standingOf({ credentialId, status }: AccountLink): (typeof STANDINGS)[number] {
  return credentialId === null ? "unreachable" : publishedStatusOf(status);
}

/** The published API has no word for an account that was refused from the first. */
export function publishedStatusOf(status: AccountStatus): Exclude<AccountStatus, "rejected"> {
  return status === "rejected" ? "closed" : status;
}

/** An account that was registered by a name: its source has not described it yet. */
export function seatOf({ accountIdentifier, agentId, credentialId, sources }: RegisteredAccount): LinkedSeat {
  const unsent = { name: null, advertiser: null, billingProxy: null, house: null, billing: null, billingType: null };
  return { ...unsent, accountId: accountIdentifier, agentId, credentialId, sources, status: "active" };
}
