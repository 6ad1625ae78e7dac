import type { Context } from "../../../ground/kernel/context.ts";
import type { MediaBuyChange, SellerError } from "../../../ground/seller-agent/index.ts";
import { refusedTargeting, type Targeting } from "../../../ground/seller-agent/targeting/index.ts";
import { listSources, type Source } from "../../sources/index.ts";
import type { Order } from "../order.ts";

/**
 * The parts of a package's targeting that a source does not honour, according to its agent's last statement. Checked
 * before anything is stored, because only the source knows whether it accepted a request that is being retried.
 */
export function checkTargeting(
  { targeting }: { readonly targeting?: Targeting },
  source: Pick<Source, "capabilities"> | undefined,
  path: string,
): SellerError[] {
  if (!targeting) return [];
  return refusedTargeting(targeting, source?.capabilities?.targeting ?? [], `${path}.targeting_overlay`);
}

export async function checkNewTargeting(
  { db, viewer }: Context,
  { packages = [] }: MediaBuyChange,
  { legs }: Order,
): Promise<SellerError[]> {
  if (packages.every(({ targeting }) => targeting === undefined)) return [];
  const sources = await listSources(db, viewer.customerId);
  return packages.flatMap((part, position) => {
    const leg = legs.find((one) => one.packages.some(({ packageId }) => packageId === part.packageId));
    const source = sources.find(({ inventorySourceId }) => inventorySourceId === leg?.inventorySourceId);
    return checkTargeting(part, source, `packages[${position}]`);
  });
}
