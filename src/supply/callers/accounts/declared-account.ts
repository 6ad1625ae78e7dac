import type { AccountStatus } from "./account-status.ts";

/** How a caller names whose buy it is, where it has no id for it: AdCP's natural key. */
export interface NaturalKey {
  readonly brandDomain: string;
  /** Which of a house's brands; empty if the domain is enough. */
  readonly brandId: string;
  readonly operator: string;
  readonly sandbox: boolean;
}

/** An account as its caller declared it. The storefront takes it as it is: who may buy is decided by the key. */
export interface DeclaredAccount extends NaturalKey {
  readonly accountId: string;
  /** Who is invoiced, in AdCP's terms; null if not stated. */
  readonly billing: string | null;
  readonly paymentTerms: string | null;
  readonly status: AccountStatus;
}

export type AccountTerms = Pick<DeclaredAccount, "billing" | "paymentTerms">;
