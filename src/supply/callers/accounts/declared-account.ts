import type { AccountStatus } from "./account-status.ts";

/** AdCP's natural key, by which a caller names the account of a buy if it has no account id. */
export interface NaturalKey {
  readonly brandDomain: string;
  /** One of a house's brands; empty if the domain identifies the brand. */
  readonly brandId: string;
  readonly operator: string;
  readonly sandbox: boolean;
}

/** An account as its caller declared it. The storefront accepts it as it is, because the key decides who may buy. */
export interface DeclaredAccount extends NaturalKey {
  readonly accountId: string;
  /** Who is invoiced, in AdCP's terms; null if not stated. */
  readonly billing: string | null;
  readonly paymentTerms: string | null;
  readonly status: AccountStatus;
}

export type AccountTerms = Pick<DeclaredAccount, "billing" | "paymentTerms">;
