import { answered } from "../adcp.ts";
import { toAdcpAccount } from "../adcp-account.ts";
import { creativesUnderWay, fromAdcpCreatives, toAdcpCreatives } from "../creatives/adcp-creative.ts";
import { type CreativeOutcome, type CreativesToSync, SellerRefused } from "../port.ts";
import type { Conversation } from "./conversation.ts";

/** Throws `SellerRefused` if the seller stores no creatives, or has no account for them. */
export async function askToTakeCreatives(
  talk: Conversation,
  request: CreativesToSync,
  seller: string,
): Promise<CreativeOutcome[]> {
  if (!talk.has("sync_creatives"))
    throw refused(seller, "UNSUPPORTED_FEATURE", "it keeps no creatives (sync_creatives)");
  const account = await talk.account();
  if (!account) throw refused(seller, "ACCOUNT_AMBIGUOUS", "it does not list exactly one account to put them under");
  const input = { ...toAdcpCreatives(request), account: toAdcpAccount(account) };
  const reply = await talk.ask("sync_creatives", input);
  const underWay = creativesUnderWay(reply, request);
  return underWay ?? fromAdcpCreatives(answered(reply, "creatives", seller)["creatives"], request);
}

function refused(seller: string, code: string, message: string): SellerRefused {
  return new SellerRefused(seller, [{ code, message, field: null, recovery: "terminal" }]);
}
