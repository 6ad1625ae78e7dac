import type { AuthorisedOperator } from "./published/brand-document.ts";
import type { BrandProfile } from "./published/brand-profile.ts";

/** A published brand: by itself, by its house, or by a registry. */
export interface Brand {
  /** The domain that it was looked up by. */
  readonly domain: string;
  /** Its id in its house's portfolio, or in its own document; null where a registry gave none. */
  readonly brandId: string | null;
  readonly name: string;
  readonly source: "brand.json" | "registry";
  /** Where it was read. */
  readonly url: string;
  readonly profile: BrandProfile;
  /** Set where house and brand both say that they belong together: what only one of them says is not known (AdCP 3.1). */
  readonly house: { readonly domain: string; readonly name: string } | null;
  /** The domain belongs to a house, not to any of its brands. */
  readonly isHouse: boolean;
  /** Who may act for it, by its house's word: today, before or later. */
  readonly operators: readonly AuthorisedOperator[];
  /** What is to be known about it before it is relied on. */
  readonly warning: string | null;
}

/** Those who may act for the brand at this time. */
export function operatorsAt({ operators }: Brand, wall: Date): AuthorisedOperator[] {
  return operators.filter(
    ({ valid_from: from, valid_until: until }) =>
      (!from || new Date(from) <= wall) && (!until || wall < new Date(until)),
  );
}
