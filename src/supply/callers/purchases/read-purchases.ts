import type { Echo } from "../../../ground/seller-agent/index.ts";
import type { Caller } from "../caller.ts";
import type { Purchase } from "./purchase.ts";
import { countPurchases, hasBought, listPurchases, type PurchaseFilter, saveContexts } from "./store.ts";

/** The caller's own purchases, oldest first, however they were bought. */
export function readPurchases({ side, ...caller }: Caller, which: PurchaseFilter): Promise<readonly Purchase[]> {
  return side.read(({ db }) => listPurchases(db, side.customerId, caller, which));
}

export function countOwnPurchases(
  { side, ...caller }: Caller,
  which: Omit<PurchaseFilter, "after" | "limit">,
): Promise<number> {
  return side.read(({ db }) => countPurchases(db, side.customerId, caller, which));
}

/** Whether the caller has ever bought here. If so it keeps access, whatever happens to the storefront. */
export function isCustomer({ side, ...caller }: Caller): Promise<boolean> {
  return side.read(({ db }) => hasBought(db, side.customerId, caller));
}

/** Stores contexts by package id; ids that are not in the order are ignored. */
export async function storeContexts(
  { side, ...caller }: Caller,
  orderId: string,
  contexts: Readonly<Record<string, Echo>>,
): Promise<void> {
  if (Object.keys(contexts).length === 0) return;
  await side.write(async ({ db }) => {
    const [own] = await listPurchases(db, side.customerId, caller, { mediaBuyIds: [orderId], limit: 1 });
    if (own) await saveContexts(db, side.customerId, orderId, contexts);
  });
}
