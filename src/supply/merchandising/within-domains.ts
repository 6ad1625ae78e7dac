import type { Product, Proposal } from "../../ground/seller-agent/index.ts";

/** The publishers whose inventory a storefront may sell, and the publisher assumed for a product that names none. */
export interface Authorised {
  readonly domains: readonly string[];
  readonly ownDomain: string | null;
}

interface Answered {
  readonly products: readonly Product[];
  readonly proposals: readonly Proposal[];
}

/**
 * Restricts an answer to what a storefront may sell according to its business profile. A list of publishers restricts
 * it to their products, and an empty list to nothing; without a list, nothing is known and nothing is restricted (seed
 * 003). A product that names no publisher belongs to the storefront's own domain.
 */
export function withinDomains<A extends Answered>(answer: A, authorised: Authorised): A {
  const products = answer.products.filter((product) => isWithin(product, authorised));
  const sold = new Set(products.map(({ productId }) => productId));
  const proposals = answer.proposals.filter(({ allocations }) =>
    allocations.every(({ productId }) => sold.has(productId)),
  );
  return { ...answer, products, proposals };
}

/** The storefront must be authorised for all of a product's publishers, because a product cannot be bought in part. */
export function isWithin(
  { publisherProperties }: Pick<Product, "publisherProperties">,
  { domains, ownDomain }: Authorised,
): boolean {
  const named = publisherProperties.map(({ publisherDomain }) => publisherDomain.toLowerCase());
  const sold = named.length > 0 ? named : [ownDomain];
  return sold.every((domain) => domain !== null && domains.includes(domain));
}

/** According to the storefront's business profile; undefined if the profile does not say. */
export function authorisedBy(
  publisherDomains: readonly string[] | undefined,
  ownDomain: string | null,
): Authorised | undefined {
  return publisherDomains && { domains: publisherDomains, ownDomain };
}
