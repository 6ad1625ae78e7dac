import type { AuthorisedOperator } from "./published/brand-document.ts";
import type { BrandProfile } from "./published/brand-profile.ts";

/** A brand as it was published: by itself, by its house, or by a registry. */
export interface Brand {
  /** The domain under which it was looked up. */
  readonly domain: string;
  /** Its id in its house's portfolio, or in its own document; null if a registry supplied none. */
  readonly brandId: string | null;
  readonly name: string;
  readonly source: "brand.json" | "registry";
  /** The address from which it was read. */
  readonly url: string;
  readonly profile: BrandProfile;
  /** Set if both house and brand state that they belong together; a statement by only one of them does not count (AdCP 3.1). */
  readonly house: { readonly domain: string; readonly name: string } | null;
  /** The domain belongs to a house rather than to one of its brands. */
  readonly isHouse: boolean;
  /** Who may act for it according to its house, including past and future authorisations. */
  readonly operators: readonly AuthorisedOperator[];
  /** A caveat to consider before relying on the data. */
  readonly warning: string | null;
}

/** The operators that may act for the brand now. */
export function operatorsAt({ operators }: Brand, wall: Date): AuthorisedOperator[] {
  return operators.filter(
    ({ valid_from: from, valid_until: until }) =>
      (!from || new Date(from) <= wall) && (!until || wall < new Date(until)),
  );
}
