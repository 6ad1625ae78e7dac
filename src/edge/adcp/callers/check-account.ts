import { SellerRefused } from "../../../ground/seller-agent/index.ts";
import { type NaturalKey, readAccountByKey, refusedBy } from "../../../supply/callers/index.ts";
import type { AdcpRequestContext } from "../request-context.ts";

/** Throws `SellerRefused` if the account's status does not allow buying or changing anything. An account that was not declared has no such status. */
export async function checkAccount(
  key: NaturalKey | undefined,
  what: "buy" | "change",
  { resolved }: AdcpRequestContext,
): Promise<void> {
  const account = key && (await readAccountByKey(resolved.caller, key));
  const refusal = account && refusedBy(account.status, what);
  if (refusal) throw new SellerRefused("the storefront", [refusal]);
}
