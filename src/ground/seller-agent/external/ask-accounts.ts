import type { AccountsAnswer, AccountToOpen, SellerAccount } from "../accounts.ts";
import { answered } from "../adcp.ts";
import {
  billingOf,
  fromAdcpAccountList,
  opensAccounts,
  refusalsIn,
  toAdcpAccountToOpen,
} from "../adcp-account-list.ts";
import { type BuyerIdentity, SellerRefused } from "../port.ts";
import type { Conversation } from "./conversation.ts";

/** Every account that is visible with the credential, of any brand, sandbox or live. */
export async function askForAccounts(talk: Conversation): Promise<AccountsAnswer> {
  const capabilities = await talk.capabilities();
  const pages = talk.has("list_accounts") ? await talk.pages("list_accounts", {}, "accounts") : [];
  const accounts = fromAdcpAccountList(pages.flatMap((page) => page["accounts"]));
  return { accounts, billing: billingOf(capabilities), opensAccounts: opensAccounts(capabilities) };
}

/** Throws `SellerRefused` if the seller refuses to open an account. For a seller that never opens accounts, the list is empty. */
export async function askToOpenAccount(
  talk: Conversation,
  request: AccountToOpen,
  buyer: BuyerIdentity,
  seller: string,
): Promise<SellerAccount[]> {
  const reply = await talk.ask("sync_accounts", toAdcpAccountToOpen(request, buyer));
  const rows = [answered(reply, "accounts", seller)["accounts"]].flat();
  const refusals = refusalsIn(rows);
  if (refusals.some(({ code }) => code === "UNSUPPORTED_PROVISIONING")) return [];
  if (refusals.length > 0) throw new SellerRefused(seller, refusals);
  // A seller's answer repeats the brand of the request, but may omit the sandbox flag.
  return fromAdcpAccountList(rows).map((account) => ({ ...account, sandbox: account.sandbox || buyer.sandbox }));
}
