import { SellerRefused } from "../../../ground/seller-agent/index.ts";
import { type NaturalKey, readAccountByKey, refusedBy } from "../../../supply/callers/index.ts";
import type { AdcpRequestContext } from "../request-context.ts";

/**
 * Throws `SellerRefused` for an account with a status under which nothing can be bought or changed. An undeclared one
 * has no such status.
 */
export async function checkAccount(
  key: NaturalKey | undefined,
  what: "buy" | "change",
  { resolved }: AdcpRequestContext,
): Promise<void> {
  const account = key && (await readAccountByKey(resolved.caller, key));
  const refusal = account && refusedBy(account.status, what);
  if (refusal) throw new SellerRefused("the storefront", [refusal]);
}
