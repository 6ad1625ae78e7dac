import { z } from "zod";
import type { Payload } from "./external/wire/connection.ts";
import type { BuyerIdentity, Capabilities } from "./port.ts";

/** How a seller knows who pays: its own id, or AdCP's natural key. */
export type AccountKey =
  | { readonly accountId: string }
  | { readonly brandDomain: string; readonly operatorDomain: string; readonly sandbox?: boolean };

const Account = z.looseObject({
  account_id: z.string(),
  status: z.string().optional().catch(undefined),
  sandbox: z.boolean().optional().catch(undefined),
});

/**
 * The natural key of a buyer. A brand without a domain uses its operator's; without either, its name under `.invalid`
 * (RFC 6761: it belongs to nobody and never resolves), so that no seller bills a stranger for it.
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

/** The account as far as we know it without asking; undefined if the seller's own list of accounts is needed. */
export function accountKnown(buyer: BuyerIdentity, { requireOperatorAuth }: Capabilities): AccountKey | undefined {
  if (requireOperatorAuth === false) return naturalKey(buyer);
  return buyer.accountId === undefined ? undefined : { accountId: buyer.accountId };
}

/**
 * The ids of the accounts in an answer to `list_accounts` under which one can still buy: sandbox accounts or live ones,
 * never both. A seller may ignore the request's filter, and one that does not say has a live account (AdCP 3.1).
 */
export function fromAdcpAccounts(accounts: readonly unknown[], sandbox: boolean): string[] {
  return accounts.flatMap((account) => {
    const { data } = Account.safeParse(account);
    if (!data || data.status === "closed" || data.status === "rejected") return [];
    return (data.sandbox ?? false) === sandbox ? [data.account_id] : [];
  });
}

/** Whether only the seller can tell that an account is not live: its id does not show it. */
export function wantsProof(key: AccountKey, { sandbox, sandboxOrganisation }: BuyerIdentity): boolean {
  return sandbox && !sandboxOrganisation && "accountId" in key;
}

export function toAdcpAccount(key: AccountKey): Payload {
  if ("accountId" in key) return { account_id: key.accountId };
  return { brand: { domain: key.brandDomain }, operator: key.operatorDomain, ...(key.sandbox && { sandbox: true }) };
}

/** The brand of a request, which is the account's if that names one. */
export function toAdcpBrand(buyer: BuyerIdentity, account?: AccountKey): Payload {
  return { domain: account && "brandDomain" in account ? account.brandDomain : naturalKey(buyer).brandDomain };
}

function slugOf(name: string): string {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const words = plain.match(/[a-z0-9]+/g) ?? ["buyer"];
  return words.join("-").slice(0, 60).replace(/-$/, "");
}
