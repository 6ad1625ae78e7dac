import { answered } from "../adcp.ts";
import { toAdcpAccount } from "../adcp-account.ts";
import { fromAdcpCatalogs, toAdcpCatalogs } from "../catalogs/adcp-catalog.ts";
import { type CatalogOutcome, type CatalogsToSync, SellerRefused } from "../port.ts";
import type { Conversation } from "./conversation.ts";

/** Throws `SellerRefused` if the seller does not accept catalogs, or has no account for them. */
export async function askToTakeCatalogs(
  talk: Conversation,
  request: CatalogsToSync,
  seller: string,
): Promise<CatalogOutcome[]> {
  if (!talk.has("sync_catalogs"))
    throw refused(seller, "UNSUPPORTED_FEATURE", "it does not accept catalogs (sync_catalogs)");
  const account = await talk.account();
  if (!account) throw refused(seller, "ACCOUNT_AMBIGUOUS", "it does not list exactly one account to put them under");
  const input = { ...toAdcpCatalogs(request), account: toAdcpAccount(account) };
  const reply = await talk.ask("sync_catalogs", input);
  return fromAdcpCatalogs(answered(reply, "catalogs", seller)["catalogs"], request);
}

function refused(seller: string, code: string, message: string): SellerRefused {
  return new SellerRefused(seller, [{ code, message, field: null, recovery: "terminal" }]);
}
