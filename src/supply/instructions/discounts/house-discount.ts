import type { Decimal } from "../../../ground/kernel/money.ts";

/** A discount for a corporate house: for everything that belongs to it, or for a single domain. */
export interface HouseDiscount {
  readonly houseDiscountId: number;
  readonly storefrontId: number;
  readonly houseDomain: string;
  /** Whether the house is that of the buy's brand or of its operator. */
  readonly scope: "brand" | "operator";
  readonly discountPercent: Decimal;
  readonly notes: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly createdBy: number | null;
}

/** A domain's place in its corporate hierarchy, as far as published. */
export interface Hierarchy {
  readonly domain: string;
  /** The house to which the domain belongs according to both (AdCP 3.1); null if there is none, or none is known. */
  readonly house: string | null;
  readonly coverage: "registered" | "unregistered" | "unavailable";
  /** Whether the latest look-up failed, so that this is the result of an earlier one. */
  readonly isOld: boolean;
}

/** From the domain up to its house. */
export function chainOf({ domain, house }: Hierarchy): string[] {
  return house === null || house === domain ? [domain] : [domain, house];
}
