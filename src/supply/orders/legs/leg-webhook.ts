import type { Installation } from "../../../ground/kernel/context.ts";
import type { SellerWebhook } from "../../../ground/seller-agent/index.ts";
import { hashSecret, isSameSecret, type Vault } from "../../../ground/vault/index.ts";
import type { Source } from "../../sources/index.ts";
import type { Callback, Leg } from "../order.ts";

/** The path at which sources call back, relative to the installation's URL; the seller and the leg follow. */
const WEBHOOKS = "/api/v2/webhooks/adcp";

/**
 * Only external agents call back, and only over TLS: sellers refuse a whole buy because of a webhook on loopback or
 * plain HTTP, and polling achieves the same.
 */
export function callbackFor(
  { executionType, capabilities }: Pick<Source, "executionType" | "capabilities">,
  { publicUrl }: Pick<Installation, "publicUrl">,
): Callback | null {
  if (executionType !== "AGENT" || !publicUrl.startsWith("https://")) return null;
  return { publicUrl, delivery: capabilities?.reportsByWebhook === true };
}

/**
 * The webhook for a leg's source. The URL contains the token as well, because not every seller sends it elsewhere; our
 * own log leaves the query out.
 */
export function webhookOf(
  { legId, callback }: Pick<Leg, "legId" | "callback">,
  customerId: number,
  vault: Vault,
): SellerWebhook | undefined {
  if (!callback) return undefined;
  const token = tokenOf(vault, customerId, legId);
  return { url: `${callback.publicUrl}${WEBHOOKS}/${customerId}/${legId}?token=${token}`, token };
}

/** Whether a webhook's token is the one that was given to the leg's source. */
export function isTokenOf(vault: Vault, customerId: number, legId: string, given: string): boolean {
  return isSameSecret(given, tokenOf(vault, customerId, legId));
}

/** Never changes, so that a retry under the same execution key is the same request. */
function tokenOf(vault: Vault, customerId: number, legId: string): string {
  return hashSecret(vault.pepper("adcp-webhooks"), `${customerId} ${legId}`);
}
