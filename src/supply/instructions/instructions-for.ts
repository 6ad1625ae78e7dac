import type { Db } from "../../ground/db/index.ts";
import { bareDomain } from "../../ground/kernel/domain.ts";
import { listInstructionsFor } from "./buyers/store.ts";
import { chainOf, type Hierarchy } from "./discounts/house-discount.ts";
import { listDiscountsOfHouses, listHierarchies, readHierarchies } from "./discounts/store.ts";
import { listResoldSources } from "./store.ts";
import { type BuyerScope, resolveTerms, type Terms } from "./terms.ts";
import { findActiveVersions } from "./versions/store.ts";

/** The current terms of this seller's storefront for a buyer. */
export async function instructionsFor(db: Db, customerId: number, asked: BuyerScope): Promise<Terms> {
  return termsFor(db, customerId, asked, await listHierarchies(db, domainsOf(asked)));
}

/** What is known about the buyer's houses, for read-only transactions. It is the same for all sellers. */
export function hierarchiesFor(db: Db, asked: BuyerScope): Promise<Hierarchy[]> {
  return readHierarchies(db, domainsOf(asked));
}

function domainsOf(asked: BuyerScope): string[] {
  const { operatorDomain, brandDomain } = scopeOf(asked);
  return [...new Set([operatorDomain, brandDomain].filter((domain) => domain !== null))];
}

/** The terms, if the buyer's houses are already known: everything else depends on the seller alone. */
export async function termsFor(
  db: Db,
  customerId: number,
  asked: BuyerScope,
  hierarchies: readonly Hierarchy[],
): Promise<Terms> {
  const scope = scopeOf(asked);
  const { operatorDomain, brandDomain } = scope;
  const [resold, active, instructions] = await Promise.all([
    listResoldSources(db, customerId),
    findActiveVersions(db, customerId),
    listInstructionsFor(db, customerId, scope),
  ]);
  const of = (domain: string | null) => hierarchies.find((hierarchy) => hierarchy.domain === domain);
  const discounts = await listDiscountsOfHouses(db, customerId, hierarchies.flatMap(chainOf));
  const [operator, brand] = [of(operatorDomain), of(brandDomain)];
  return resolveTerms({ active, instructions, discounts, operator, brand, resold: new Set(resold) }, scope);
}

function scopeOf({ operatorDomain, brandDomain, countries }: BuyerScope): BuyerScope {
  return { operatorDomain: domainIn(operatorDomain), brandDomain: domainIn(brandDomain), countries };
}

function domainIn(text: string | null): string | null {
  return text === null ? null : (bareDomain(text) ?? null);
}
