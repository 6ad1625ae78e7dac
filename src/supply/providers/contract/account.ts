import type { AccountStatus } from "../../../ground/seller-agent/index.ts";

/** An account as the provider lists it. */
export interface ListedAccount {
  readonly externalAccountId: string;
  readonly name: string | null;
  /** Whose account it is, as the provider has it. */
  readonly advertiser: string | null;
  /** Null for what has none: an organisation, a page. */
  readonly currency: string | null;
  /** IANA name. */
  readonly timeZone: string | null;
  readonly country: string | null;
  readonly status: AccountStatus;
  /** The provider's own word, for diagnosis. */
  readonly rawStatus: string | null;
  /** `organization` groups others, and neither is mapped nor bought under; `publisher_identity` speaks for an advertiser. */
  readonly type: "advertiser" | "organization" | "publisher_identity" | "sponsored_ads" | "dsp";
  readonly parentExternalId: string | null;
  readonly parentName: string | null;
  /** A test account: nothing that is bought there delivers. */
  readonly test?: true;
  /** What else later calls need: a region, a manager's id. */
  readonly facts?: Readonly<Record<string, string>>;
}

/** An account that is bought under: it has a currency, and days. */
export interface Account extends ListedAccount {
  readonly currency: string;
  readonly timeZone: string;
}

export function isBuyable(account: ListedAccount): account is Account {
  const { type, currency, timeZone } = account;
  return type !== "organization" && type !== "publisher_identity" && currency !== null && timeZone !== null;
}
