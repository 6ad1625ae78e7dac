import { SellerRefused } from "../../../ground/seller-agent/index.ts";
import { type NaturalKey, readAccountByKey, refusedBy } from "../../../supply/callers/index.ts";
import type { Visit } from "../visit.ts";

/** Throws `SellerRefused` for an account under which nothing is bought, or changed, as it stands. One not declared stands well. */
export async function checkAccount(
  key: NaturalKey | undefined,
  what: "buy" | "change",
  { door }: Visit,
): Promise<void> {
  const account = key && (await readAccountByKey(door.caller, key));
  const refusal = account && refusedBy(account.status, what);
  if (refusal) throw new SellerRefused("the storefront", [refusal]);
}
