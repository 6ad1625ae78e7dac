import type { Db } from "../../../ground/db/index.ts";
import type { Provider } from "../contract/provider.ts";
import { findWiredSource } from "./wired-store.ts";

/** The platform behind a source of the seller's. */
export async function findProvider(
  db: Db,
  place: { readonly customerId: number; readonly inventorySourceId: number },
): Promise<Provider | undefined> {
  return (await findWiredSource(db, place))?.provider;
}
