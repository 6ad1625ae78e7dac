import { z } from "zod";
import { ACCOUNT_STATUSES, type AccountsAnswer, type AccountToOpen, type SellerAccount } from "./accounts.ts";
import { readEach, texts } from "./adcp.ts";
import { naturalKey } from "./adcp-account.ts";
import type { Payload } from "./external/wire/connection.ts";
import type { BuyerIdentity, Capabilities, SellerError } from "./port.ts";

const reported = z.string().nullish().catch(null);

const AdcpAccount = z.looseObject({
  account_id: z.string().min(1),
  name: reported,
  advertiser: reported,
  billing_proxy: reported,
  billing: reported,
  operator: reported,
  // AdCP 3.0 sellers may name the house separately from the brand.
  house: reported,
  brand: z.looseObject({ domain: z.string() }).nullish().catch(null),
  status: z.enum(ACCOUNT_STATUSES).catch("active"),
  sandbox: z.boolean().catch(false),
});

const AdcpSyncedAccount = z.looseObject({
  action: reported,
  status: reported,
  warnings: texts,
  errors: z
    .array(z.looseObject({ code: z.string(), message: reported }))
    .nullish()
    .catch(null),
});

export function fromAdcpAccountList(list: readonly unknown[]): SellerAccount[] {
  return readEach(AdcpAccount, list, "account_id").read.map(
    ({ account_id, billing_proxy, brand, house, ...account }) => ({
      accountId: account_id,
      name: account.name ?? null,
      advertiser: account.advertiser ?? null,
      billingProxy: billing_proxy ?? null,
      house: house ?? brand?.domain ?? null,
      billing: account.billing ?? null,
      brandDomain: brand?.domain.toLowerCase() ?? null,
      status: account.status,
      sandbox: account.sandbox,
      way: null,
    }),
  );
}

/** AdCP 3.1 defines no default, but if there is only one billing option, it is the default. */
export function billingOf({ supportedBillings }: Capabilities): AccountsAnswer["billing"] {
  const [only = null, ...others] = supportedBillings;
  return { default: others.length > 0 ? null : only, supported: supportedBillings };
}

/** A seller that identifies operators by their own logins does not open accounts that others could name (AdCP 3.1, sync_accounts). */
export function opensAccounts({ tools, requireOperatorAuth }: Capabilities): boolean {
  return requireOperatorAuth !== true && tools.includes("sync_accounts");
}

export function toAdcpAccountToOpen({ idempotencyKey, billing }: AccountToOpen, buyer: BuyerIdentity): Payload {
  const key = naturalKey(buyer);
  const operator = "operatorDomain" in key ? key.operatorDomain : key.brandDomain;
  const account = { brand: { domain: key.brandDomain }, operator, billing, ...(buyer.sandbox && { sandbox: true }) };
  return { idempotency_key: idempotencyKey, accounts: [account] };
}

/** Why the seller opened none of the requested accounts; empty if it opened any. */
export function refusalsIn(list: readonly unknown[]): SellerError[] {
  const { read } = readEach(AdcpSyncedAccount, list, "operator");
  const refused = read.filter(({ action, status }) => action === "failed" || status === "rejected");
  if (refused.length < read.length) return [];
  return refused.flatMap(({ errors, warnings }): SellerError[] => {
    const said = errors?.map(({ code, message }) => ({ code, message: message ?? code })) ?? [];
    const why = said.length > 0 ? said : [{ code: "ACCOUNT_REJECTED", message: warnings[0] ?? "it opened no account" }];
    return why.map((error) => ({ ...error, field: null, recovery: "correctable" }));
  });
}
