import { refusal } from "../../ground/seller-agent/implementing/refusal.ts";
import type { SellerError } from "../../ground/seller-agent/index.ts";
import type { ProductMode } from "../composition/index.ts";
import { type ProductRule, type RateCard, type RulesVersion, rulesOfRateCard } from "../rules/index.ts";
import type { Presentation } from "./presentation.ts";
import { type Authorised, authorisedBy } from "./within-domains.ts";

/** A storefront as a buyer sees it. */
export interface Shopfront {
  /** The seller's customer id. */
  readonly customerId: number;
  readonly storefrontId: number;
  /** The version of all of its seller's settings, which changes with each of them. */
  readonly version: string;
  readonly platformId: string;
  readonly name: string;
  readonly publisherDomain: string | null;
  readonly productMode: ProductMode;
  readonly isPaused: boolean;
  /**
   * Which new orders its people review before any source receives them. A storefront that passes one source through
   * leaves that to the source.
   */
  readonly holds: "every" | "by_policy" | "none";
  /** Whether its people review every creative. */
  readonly reviewsCreatives: boolean;
  readonly isArchived: boolean;
  /** Whether it is listed on the marketplace, or known to this buyer. */
  readonly isOffered: boolean;
  /**
   * Why the seller does not serve this buyer: it has not approved or has suspended its sponsored buyer, or the link
   * with a reseller is not open. Null for every other buyer.
   */
  readonly withheld: "pending" | "suspended" | "unlinked" | null;
  /** The operator's texts. */
  readonly presentation: Presentation;
  readonly rateCard: RateCard;
}

/** The constraints on its products: the rules of the active version, and the price floors of its rate card. */
export function rulesOf({ rateCard }: Shopfront, version: RulesVersion | undefined): ProductRule[] {
  return [...(version?.rules ?? []), ...rulesOfRateCard(rateCard)];
}

const PREFIX = "storefront-";

/** The sales agent id by which buyers know a storefront. */
export function agentIdOf({ platformId }: Shopfront): string {
  return `${PREFIX}${platformId}`;
}

/** Undefined if the id is not that of a storefront of this installation. */
export function platformIdIn(agentId: string): string | undefined {
  return agentId.startsWith(PREFIX) ? agentId.slice(PREFIX.length) : undefined;
}

/** Whose inventory it may sell according to its business profile; undefined if the profile does not say. */
export function authorisedOf({ presentation, publisherDomain }: Shopfront): Authorised | undefined {
  return authorisedBy(presentation.profile?.publisherDomains, publisherDomain);
}

/** The acceptance policy refuses the buyer; the error does not reveal which part of it. */
export function refusedReason({ name }: Shopfront): SellerError {
  return refusal("POLICY_VIOLATION", `${name} does not sell to this buyer`, null, "terminal");
}

/** Why a storefront accepts nothing new from this buyer; undefined if it does. */
export function closedReason(shopfront: Shopfront): SellerError | undefined {
  const { name, isArchived, isPaused, isOffered, withheld } = shopfront;
  if (isArchived) return refusal("STOREFRONT_ARCHIVED", `${name} has closed permanently`, null, "terminal");
  if (isPaused)
    return refusal("STOREFRONT_PAUSED", `${name} accepts no new buys for now; running buys continue`, null, "terminal");
  if (withheld === "pending")
    return refusal("ACCOUNT_SETUP_REQUIRED", `your account waits for the approval of ${name}`, null, "terminal");
  if (withheld === "suspended")
    return refusal("ACCOUNT_SUSPENDED", `${name} has suspended your account; running buys continue`, null, "terminal");
  if (withheld === "unlinked")
    return refusal("ACCOUNT_SUSPENDED", `${name} is no longer linked; running buys continue`, null, "terminal");
  return isOffered ? undefined : refusal("STOREFRONT_NOT_LISTED", `${name} is not on the market`, null, "terminal");
}
