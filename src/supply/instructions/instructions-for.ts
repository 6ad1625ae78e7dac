import type { Db } from "../../ground/db/index.ts";
import { bareDomain } from "../../ground/kernel/domain.ts";
import { listInstructionsFor } from "./buyers/store.ts";
import { chainOf } from "./discounts/house-discount.ts";
import { listDiscountsOfHouses, listHierarchies } from "./discounts/store.ts";
import { listResoldSources } from "./store.ts";
import { type BuyerScope, resolveTerms, type Terms } from "./terms.ts";
import { findActiveVersions } from "./versions/store.ts";

/** What the storefront of this seller has settled for a buyer, as it stands now. */
export async function instructionsFor(db: Db, customerId: number, asked: BuyerScope): Promise<Terms> {
  const [operatorDomain, brandDomain] = [domainIn(asked.operatorDomain), domainIn(asked.brandDomain)];
  const scope = { operatorDomain, brandDomain, countries: asked.countries };
  const domains = [operatorDomain, brandDomain].filter((domain) => domain !== null);
  const [resold, active, instructions, hierarchies] = await Promise.all([
    listResoldSources(db, customerId),
    findActiveVersions(db, customerId),
    listInstructionsFor(db, customerId, scope),
    listHierarchies(db, [...new Set(domains)]),
  ]);
  const of = (domain: string | null) => hierarchies.find((hierarchy) => hierarchy.domain === domain);
  const discounts = await listDiscountsOfHouses(db, customerId, hierarchies.flatMap(chainOf));
  const [operator, brand] = [of(operatorDomain), of(brandDomain)];
  return resolveTerms({ active, instructions, discounts, operator, brand, resold: new Set(resold) }, scope);
}

function domainIn(text: string | null): string | null {
  return text === null ? null : (bareDomain(text) ?? null);
}
