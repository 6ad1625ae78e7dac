import { z } from "zod";
import type { Payload } from "./external/wire/connection.ts";
import type { BuyerIdentity, Capabilities } from "./port.ts";

/** How a seller identifies the paying account: by an id of its own, or by AdCP's natural key. */
export type AccountKey =
  | { readonly accountId: string }
  | { readonly brandDomain: string; readonly operatorDomain: string; readonly sandbox?: boolean };

const Account = z.looseObject({
  account_id: z.string(),
  status: z.string().optional().catch(undefined),
  sandbox: z.boolean().optional().catch(undefined),
});

/**
 * The natural key of a buyer. A brand without a domain uses that of its operator. If there is neither, its name under `.invalid` is used,
 * because such a name belongs to nobody and never resolves (RFC 6761), so that no seller bills a stranger for it.
 */
export function naturalKey({
  name,
  operatorDomain,
  brandDomain,
  sandbox,
}: BuyerIdentity): AccountKey & { brandDomain: string } {
  const brand = (brandDomain ?? operatorDomain ?? `${slugOf(name)}.invalid`).toLowerCase();
  return { brandDomain: brand, operatorDomain: (operatorDomain ?? brand).toLowerCase(), ...(sandbox && { sandbox }) };
}

/** The account, if it can be determined without a request; undefined if the seller's own list of accounts is needed. */
export function accountKnown(buyer: BuyerIdentity, { requireOperatorAuth }: Capabilities): AccountKey | undefined {
  if (requireOperatorAuth === false) return naturalKey(buyer);
  return buyer.accountId === undefined ? undefined : { accountId: buyer.accountId };
}

/**
 * The ids of the accounts in an answer to `list_accounts` under which the buyer can still buy: either sandbox accounts or live ones, never
 * both. A seller may ignore the filter in the request; an account that it does not mark is live (AdCP 3.1).
 */
export function fromAdcpAccounts(accounts: readonly unknown[], sandbox: boolean): string[] {
  return accounts.flatMap((account) => {
    const { data } = Account.safeParse(account);
    if (!data || data.status === "closed" || data.status === "rejected") return [];
    return (data.sandbox ?? false) === sandbox ? [data.account_id] : [];
  });
}

/** Whether the seller has to be asked if an account is a sandbox account, because its id does not show it. */
export function wantsProof(key: AccountKey, { sandbox, sandboxOrganisation }: BuyerIdentity): boolean {
  return sandbox && !sandboxOrganisation && "accountId" in key;
}

export function toAdcpAccount(key: AccountKey): Payload {
  if ("accountId" in key) return { account_id: key.accountId };
  return { brand: { domain: key.brandDomain }, operator: key.operatorDomain, ...(key.sandbox && { sandbox: true }) };
}

/** The brand in a request, which is the account's if the account names one. */
export function toAdcpBrand(buyer: BuyerIdentity, account?: AccountKey): Payload {
  return { domain: account && "brandDomain" in account ? account.brandDomain : naturalKey(buyer).brandDomain };
}

function slugOf(name: string): string {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const words = plain.match(/[a-z0-9]+/g) ?? ["buyer"];
  return words.join("-").slice(0, 60).replace(/-$/, "");
}
