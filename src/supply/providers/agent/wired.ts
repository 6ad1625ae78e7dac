import type { Db } from "../../../ground/db/index.ts";
import type { Provider } from "../contract/provider.ts";
import { findWiredSource } from "./wired-store.ts";

/** The platform behind one of the seller's sources. */
export async function findProvider(
  db: Db,
  place: { readonly customerId: number; readonly inventorySourceId: number },
): Promise<Provider | undefined> {
  return (await findWiredSource(db, place))?.provider;
}
