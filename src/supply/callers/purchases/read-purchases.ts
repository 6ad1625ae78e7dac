import type { Caller } from "../caller.ts";
import type { Purchase } from "./purchase.ts";
import { hasBought, listPurchases, type WhichPurchases } from "./store.ts";

/** The caller's own, oldest first, however they were bought. */
export function readPurchases({ side, ...caller }: Caller, which: WhichPurchases): Promise<readonly Purchase[]> {
  return side.read(({ db }) => listPurchases(db, side.customerId, caller, which));
}

/** Whether the caller has ever bought here: it is then let in whatever has become of the storefront. */
export function isCustomer({ side, ...caller }: Caller): Promise<boolean> {
  return side.read(({ db }) => hasBought(db, side.customerId, caller));
}
