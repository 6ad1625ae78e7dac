import type { Host } from "../../ground/kernel/host.ts";
import { nowFor, scopeOf } from "../../ground/kernel/perform.ts";
import { NOBODY } from "../../ground/kernel/viewer.ts";
import { type ProductsAnswer, SellerUnreachable } from "../../ground/seller-agent/index.ts";
import { customerIn } from "../../ground/seller-agent/principal.ts";
import type { SearchCallbackContext } from "../../ground/seller-agent/sellers.ts";
import { findShopfrontAt } from "./store.ts";
import { StorefrontAgent } from "./storefront-agent.ts";

/**
 * Asks a storefront on behalf of the original caller, with the caller's current access. Throws `SellerUnreachable` if
 * it has been closed to the caller since.
 */
export async function searchForGiven(
  host: Host,
  { storefrontId, principal, request, buyer }: SearchCallbackContext,
  timeoutMs: number,
  requestId: string,
): Promise<ProductsAnswer> {
  const customerId = customerIn(principal) ?? null;
  const known = customerId === null ? undefined : await host.viewerOf(customerId);
  // A caller key gives access to the one storefront that issued it, listed or not.
  const viewer = known ?? { ...NOBODY, storefrontId };
  const shopfront = await host.database.read(scopeOf(viewer), (db) => findShopfrontAt(db, viewer, storefrontId));
  if (!shopfront) throw new SellerUnreachable("the storefront", "unreachable", "it was closed while it was searched");
  const agent = new StorefrontAgent(host, shopfront, { customerId, principal });
  return agent.getProducts(request, { buyer, timeoutMs, now: nowFor(host, viewer), requestId });
}
