import { can, lifecycle, stepped } from "../../../ground/kernel/lifecycle.ts";
import type { Decimal } from "../../../ground/kernel/money.ts";
import type { Pacing, SellerPackage } from "../../../ground/seller-agent/index.ts";

export type PackageState = "active" | "paused" | "canceled";

/** A seller may report any of these changes of a package at any time; only canceled is final. */
export const packageLife = lifecycle<PackageState, "pause" | "resume" | "cancel">({
  noun: "package of a media buy",
  starts: ["active"],
  states: {
    active: "it runs when its media buy does",
    paused: "it does not run, even if its media buy does",
    canceled: "it was removed from its media buy",
  },
  transitions: {
    pause: { active: "paused" },
    resume: { paused: "active" },
    cancel: { active: "canceled", paused: "canceled" },
  },
});

/** One product of a media buy, with its budget. */
export interface Package {
  readonly packageId: string;
  readonly productId: string;
  readonly productName: string;
  readonly pricingOptionId: string;
  readonly pricingModel: string;
  readonly budget: Decimal;
  readonly currency: string;
  readonly bidPrice: Decimal | null;
  readonly pacing: Pacing;
  /** Within the buy's flight; null if the package runs as long as the buy. */
  readonly startTime: Date | null;
  readonly endTime: Date | null;
  /** Null if the product's budget is spread over the whole flight. */
  readonly period: PacingPeriod | null;
  readonly status: PackageState;
  readonly sellerPackageId: string | null;
  /** The totals so far; the spend is what was reported in the package's own currency. */
  readonly delivered: { readonly impressions: number; readonly clicks: number; readonly spend: Decimal };
}

/** The pacing period of the campaign for which the package was made; the index starts from 1. */
interface PacingPeriod {
  readonly index: number;
  readonly label: string;
}

/** A line of a buy that has not been created yet. */
export interface PackageDraft {
  readonly productId: string;
  readonly productName: string;
  readonly pricingOptionId: string;
  readonly pricingModel: string;
  readonly budget: Decimal;
  readonly currency: string;
  readonly bidPrice: Decimal | null;
  readonly pacing: Pacing;
  readonly startTime?: Date;
  readonly endTime?: Date;
  readonly period?: PacingPeriod;
}

/**
 * Our packages with what the seller reported about each. A package with a seller's id is matched only by that id. One
 * without is matched by our reference, otherwise by its product, otherwise by its position.
 */
export function matched(packages: readonly Package[], said: readonly SellerPackage[]): readonly Package[] {
  const taken = new Set(packages.map(({ sellerPackageId }) => sellerPackageId));
  return packages.map((ours, place) => {
    const theirs = find(ours, place, said, taken);
    if (!theirs) return ours;
    taken.add(theirs.packageId);
    return { ...ours, sellerPackageId: theirs.packageId, status: statusAfter(ours, theirs) };
  });
}

/**
 * A canceled package stays canceled, even if its seller stops reporting that: a status that the table has no step to is
 * ignored.
 */
function statusAfter({ status }: Package, { paused, canceled }: SellerPackage): Package["status"] {
  const step = canceled ? "cancel" : paused ? "pause" : "resume";
  return can(packageLife.transitions, step, status) ? stepped(packageLife, step, status) : status;
}

function find(
  { packageId, productId, sellerPackageId }: Package,
  place: number,
  said: readonly SellerPackage[],
  taken: ReadonlySet<string | null>,
): SellerPackage | undefined {
  if (sellerPackageId !== null) return said.find((theirs) => theirs.packageId === sellerPackageId);
  const named = said.find(({ buyerRef }) => buyerRef === packageId);
  if (named) return named;
  const nameless = (theirs: SellerPackage) => theirs.buyerRef === null && !taken.has(theirs.packageId);
  const inPlace = said[place];
  return (
    said.find((theirs) => nameless(theirs) && theirs.productId === productId) ??
    (inPlace && nameless(inPlace) && inPlace.productId === null ? inPlace : undefined)
  );
}
