import type { Decimal } from "../../../ground/kernel/money.ts";

/** A discount for a corporate house: for whatever belongs to it, or for that one domain. */
export interface HouseDiscount {
  readonly houseDiscountId: number;
  readonly storefrontId: number;
  readonly houseDomain: string;
  /** Whether it is the buy's brand that belongs to the house, or its operator. */
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
  /** The house to which domain and house both say it belongs (AdCP 3.1); null if there is none, or none is known. */
  readonly house: string | null;
  readonly coverage: "registered" | "unregistered" | "unavailable";
  /** The last look failed, and this is what an earlier one brought. */
  readonly isOld: boolean;
}

/** From the domain up to its house. */
export function chainOf({ domain, house }: Hierarchy): string[] {
  return house === null || house === domain ? [domain] : [domain, house];
}
