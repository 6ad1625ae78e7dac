import type { InstallationDb } from "../../../ground/db/index.ts";
import { macOf } from "./link.ts";
import { listHeadsOfAllCustomers, signHeadOfAnyCustomer } from "./store.ts";

/** Signs all chains from before signing was introduced, once, in the state in which they are found. Returns their number. */
export async function signHeadsOfAllCustomers(db: InstallationDb, key: Uint8Array): Promise<number> {
  const unsigned = (await listHeadsOfAllCustomers(db)).filter(({ mac }) => mac === null);
  for (const head of unsigned) await signHeadOfAnyCustomer(db, head.customerId, macOf({ ...head, key }, head));
  return unsigned.length;
}
