import type { AccountStatus } from "../../../ground/seller-agent/index.ts";

/** An account as the provider lists it. */
export interface ListedAccount {
  readonly externalAccountId: string;
  readonly name: string | null;
  /** The name of the advertiser to whom the account belongs, according to the provider. */
  readonly advertiser: string | null;
  /** Null for accounts that have none, such as organisations and pages. */
  readonly currency: string | null;
  /** An IANA name. */
  readonly timeZone: string | null;
  readonly country: string | null;
  readonly status: AccountStatus;
  /** The provider's own value, for diagnosis. */
  readonly rawStatus: string | null;
  /** An `organization` only groups others: it cannot be mapped or bought under. A `publisher_identity` is what ads speak as. */
  readonly type: "advertiser" | "organization" | "publisher_identity" | "sponsored_ads" | "dsp";
  readonly parentExternalId: string | null;
  readonly parentName: string | null;
  /** A test account, in which nothing delivers. */
  readonly test?: true;
  /** What else later calls need, such as a region or a manager's id. */
  readonly facts?: Readonly<Record<string, string>>;
}

/** An account under which one can buy: it has a currency and a time zone. */
export interface Account extends ListedAccount {
  readonly currency: string;
  readonly timeZone: string;
}

export function isBuyable(account: ListedAccount): account is Account {
  const { type, currency, timeZone } = account;
  return type !== "organization" && type !== "publisher_identity" && currency !== null && timeZone !== null;
}
