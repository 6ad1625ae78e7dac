import type { Context } from "../../ground/kernel/context.ts";
import { Invalid } from "../../ground/kernel/errors.ts";
import { catalogIdOf } from "./catalog-id.ts";
import { findCatalog } from "./store.ts";

/** Throws `Invalid` for `catalogId` if the advertiser has no such catalog, or has archived it. */
export async function checkCatalog({ db, viewer }: Context, advertiserId: number, catalogId: number): Promise<void> {
  const catalog = await findCatalog(db, viewer.customerId, advertiserId, catalogId);
  if (catalog && !catalog.isArchived) return;
  throw new Invalid(
    `catalogId: the advertiser has no catalog ${catalogIdOf(catalogId)}: list its catalogs, or leave this out`,
    { field: "catalogId" },
  );
}
