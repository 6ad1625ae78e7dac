import type { InstallationDb } from "../../../ground/db/index.ts";
import { macOf } from "./link.ts";
import { listHeadsOfAllCustomers, signHeadOfAnyCustomer } from "./store.ts";

/** Signs the chains from before signing, once, as they are found; returns how many there are. */
export async function signHeadsOfAllCustomers(db: InstallationDb, key: Uint8Array): Promise<number> {
  const unsigned = (await listHeadsOfAllCustomers(db)).filter(({ mac }) => mac === null);
  for (const head of unsigned) await signHeadOfAnyCustomer(db, head.customerId, macOf({ ...head, key }, head));
  return unsigned.length;
}
