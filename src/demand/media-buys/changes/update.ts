import { isDeepStrictEqual } from "node:util";
import type { Decimal } from "../../../ground/kernel/money.ts";
import type { MediaBuyChange, Pacing, PackageChange } from "../../../ground/seller-agent/index.ts";
import type { Package } from "../packages/package.ts";

/** New terms for a buy that its seller holds. Omitted fields stay as they are. */
export interface MediaBuyUpdate {
  readonly startTime?: Date;
  readonly endTime?: Date;
  readonly packages: readonly PackageUpdate[];
}

export interface PackageUpdate {
  /** Our id of the package. */
  readonly packageId: string;
  readonly budget?: Decimal;
  readonly bidPrice?: Decimal;
  readonly pacing?: Pacing;
  readonly startTime?: Date;
  readonly endTime?: Date;
  readonly canceled?: true;
}

/** Merges two updates, neither of which has been sent; if both set a field, the later value counts. */
export function joinUpdates(earlier: MediaBuyUpdate, later: MediaBuyUpdate): MediaBuyUpdate {
  const packages = new Map(earlier.packages.map((part) => [part.packageId, part]));
  for (const part of later.packages) packages.set(part.packageId, { ...packages.get(part.packageId), ...part });
  return { ...earlier, ...later, packages: [...packages.values()] };
}

export function isSameUpdate(one: MediaBuyUpdate | null, other: MediaBuyUpdate | null): boolean {
  return isDeepStrictEqual(one, other);
}

/** The update with the seller's own package ids. */
export function toSellersUpdate(
  { startTime, endTime, packages }: MediaBuyUpdate,
  ours: readonly Package[],
  reason: string | null,
): Pick<MediaBuyChange, "startTime" | "endTime" | "packages"> {
  const sellersId = new Map(ours.map(({ packageId, sellerPackageId }) => [packageId, sellerPackageId]));
  const parts = packages.map((part): PackageChange => {
    const cancellation = part.canceled && reason !== null ? { cancellationReason: reason } : {};
    return { ...part, ...cancellation, packageId: sellersId.get(part.packageId) ?? part.packageId };
  });
  return { ...(startTime && { startTime }), ...(endTime && { endTime }), ...(parts.length > 0 && { packages: parts }) };
}
