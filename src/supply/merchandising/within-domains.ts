import type { Product, Proposal } from "../../ground/seller-agent/index.ts";

/** Whose inventory a storefront may sell, and whose is what names no publisher. */
export interface Authorised {
  readonly domains: readonly string[];
  readonly ownDomain: string | null;
}

interface Answered {
  readonly products: readonly Product[];
  readonly proposals: readonly Proposal[];
}

/**
 * What a storefront may sell by its business profile. A list of publishers restricts it to what is theirs, and an empty one to
 * nothing; left out, they are unknown and nothing is decided by them (seed 003). A
 * product that names no publisher is of the storefront's own domain.
 */
export function withinDomains<A extends Answered>(answer: A, authorised: Authorised): A {
  const products = answer.products.filter((product) => isWithin(product, authorised));
  const sold = new Set(products.map(({ productId }) => productId));
  const proposals = answer.proposals.filter(({ allocations }) =>
    allocations.every(({ productId }) => sold.has(productId)),
  );
  return { ...answer, products, proposals };
}

/** All that it is on has to be the storefront's to sell: a part of it cannot be bought. */
export function isWithin(
  { publisherProperties }: Pick<Product, "publisherProperties">,
  { domains, ownDomain }: Authorised,
): boolean {
  const named = publisherProperties.map(({ publisherDomain }) => publisherDomain.toLowerCase());
  const sold = named.length > 0 ? named : [ownDomain];
  return sold.every((domain) => domain !== null && domains.includes(domain));
}

/** By the storefront's business profile; undefined where that does not say. */
export function authorisedBy(
  publisherDomains: readonly string[] | undefined,
  ownDomain: string | null,
): Authorised | undefined {
  return publisherDomains && { domains: publisherDomains, ownDomain };
}
