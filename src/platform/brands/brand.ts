import type { AuthorisedOperator } from "./published/brand-document.ts";
import type { BrandProfile } from "./published/brand-profile.ts";

/** A published brand: by itself, by its house, or by a registry. */
export interface Brand {
  /** The domain that it was looked up by. */
  readonly domain: string;
  /** Its id in its house's portfolio, or in its own document; null if a registry gave none. */
  readonly brandId: string | null;
  readonly name: string;
  readonly source: "brand.json" | "registry";
  /** Where it was read. */
  readonly url: string;
  readonly profile: BrandProfile;
  /**
   * Set if house and brand both state that they belong together: a statement by only one of them does not count (AdCP
   * 3.1).
   */
  readonly house: { readonly domain: string; readonly name: string } | null;
  /** The domain belongs to a house, not to any of its brands. */
  readonly isHouse: boolean;
  /** Who may act for it, according to its house: currently, before or later. */
  readonly operators: readonly AuthorisedOperator[];
  /** What should be known about it before relying on it. */
  readonly warning: string | null;
}

/** Those who may currently act for the brand. */
export function operatorsAt({ operators }: Brand, wall: Date): AuthorisedOperator[] {
  return operators.filter(
    ({ valid_from: from, valid_until: until }) =>
      (!from || new Date(from) <= wall) && (!until || wall < new Date(until)),
  );
}
