import type { SellerPackage } from "../../../ground/seller-agent/index.ts";
import { budgetOf } from "../../instructions/index.ts";
import type { OrderPackage } from "../order.ts";

/** A seller's data about one of our packages; null for what it did not send. */
export interface PackageStatus {
  readonly packageId: string;
  readonly sellerPackageId: string;
  /** As the buyer specified it. */
  readonly budget: string | null;
  readonly paused: boolean;
  readonly canceled: boolean;
}

/**
 * Matches the seller's packages with ours: by the ids once they are known, then by our reference, then by a product
 * that occurs only once on both sides, then by position if the numbers are equal. A package to which no rule applies is
 * left out.
 */
export function matchPackages(
  ours: readonly OrderPackage[],
  theirs: readonly SellerPackage[],
): readonly PackageStatus[] {
  const taken = new Set<OrderPackage>();
  const bySeller = new Map<SellerPackage, OrderPackage>();
  const rules: ((its: SellerPackage, index: number) => OrderPackage | undefined)[] = [
    (its) => ours.find(({ sellerPackageId }) => sellerPackageId === its.packageId),
    (its) => ours.find(({ packageId }) => packageId === its.buyerRef),
    ({ productId }) =>
      only(ours, (own) => own.sourceProductId === productId) &&
      only(theirs, (its) => its.productId === productId) &&
      ours.find((own) => own.sourceProductId === productId),
    (_, index) => (ours.length === theirs.length ? ours[index] : undefined),
  ];
  for (const rule of rules) {
    for (const [index, its] of theirs.entries()) {
      const own = bySeller.has(its) ? undefined : rule(its, index);
      if (!own || taken.has(own) || (own.sellerPackageId ?? its.packageId) !== its.packageId) continue;
      taken.add(own);
      bySeller.set(its, own);
    }
  }
  return [...bySeller].map(([{ packageId: sellerPackageId, budget: listed, paused, canceled = false }, own]) => {
    const budget = listed && budgetOf(listed, own.discountPercent, own.currency);
    return { packageId: own.packageId, sellerPackageId, budget, paused, canceled };
  });
}

/** A package after its seller's statement; anything that the seller does not mention stays as it was. */
export function withPackageStatus(part: OrderPackage, said: readonly PackageStatus[]): OrderPackage {
  const own = said.find(({ packageId }) => packageId === part.packageId);
  if (!own) return part;
  const { sellerPackageId, budget, paused, canceled } = own;
  return { ...part, sellerPackageId, budget: budget ?? part.budget, paused, canceled: part.canceled || canceled };
}

function only<T>(list: readonly T[], fits: (entry: T) => boolean): true | undefined {
  return list.filter(fits).length === 1 ? true : undefined;
}
