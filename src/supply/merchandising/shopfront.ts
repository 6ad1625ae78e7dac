import { refusal } from "../../ground/seller-agent/implementing/refusal.ts";
import type { SellerError } from "../../ground/seller-agent/index.ts";
import type { ProductMode } from "../composition/index.ts";
import { type ProductRule, type RateCard, type RulesVersion, rulesOfRateCard } from "../rules/index.ts";
import type { Presentation } from "./presentation.ts";
import { type Authorised, authorisedBy } from "./within-domains.ts";

/** A storefront as a buyer meets it. */
export interface Shopfront {
  /** The seller's. */
  readonly customerId: number;
  readonly storefrontId: number;
  /** Of everything that its seller has settled: another as soon as any of it is changed. */
  readonly version: string;
  readonly platformId: string;
  readonly name: string;
  readonly publisherDomain: string | null;
  readonly productMode: ProductMode;
  readonly isPaused: boolean;
  /**
   * Which new orders its people review before any source receives them; a passthrough storefront leaves that to its
   * source.
   */
  readonly holds: "every" | "by_policy" | "none";
  /** Whether its people look at every creative first. */
  readonly reviewsCreatives: boolean;
  readonly isArchived: boolean;
  /** Listed on the market, or known to the buyer who looks. */
  readonly isOffered: boolean;
  /**
   * Why the seller does not serve this buyer: its decision about a sponsored buyer, or a link with a reseller that is
   * not open. Null for everybody else.
   */
  readonly withheld: "pending" | "suspended" | "unlinked" | null;
  /** Texts by its operator. */
  readonly presentation: Presentation;
  readonly rateCard: RateCard;
}

/** The constraints on its products: the rules of the active version, and the floors of its rate card. */
export function rulesOf({ rateCard }: Shopfront, version: RulesVersion | undefined): ProductRule[] {
  return [...(version?.rules ?? []), ...rulesOfRateCard(rateCard)];
}

const PREFIX = "storefront-";

/** The sales agent's id that buyers know a storefront by. */
export function agentIdOf({ platformId }: Shopfront): string {
  return `${PREFIX}${platformId}`;
}

/** Undefined for the id of an agent that is no storefront of ours. */
export function platformIdIn(agentId: string): string | undefined {
  return agentId.startsWith(PREFIX) ? agentId.slice(PREFIX.length) : undefined;
}

/** Whose inventory it may sell, by its business profile; undefined where that does not say. */
export function authorisedOf({ presentation, publisherDomain }: Shopfront): Authorised | undefined {
  return authorisedBy(presentation.profile?.publisherDomains, publisherDomain);
}

/** Its acceptance policy says so; which of its words do is not told. */
export function refusedReason({ name }: Shopfront): SellerError {
  return refusal("POLICY_VIOLATION", `${name} does not sell to this buyer`, null, "terminal");
}

/** Why a storefront takes nothing new from this buyer; undefined where it does. */
export function closedReason(shopfront: Shopfront): SellerError | undefined {
  const { name, isArchived, isPaused, isOffered, withheld } = shopfront;
  if (isArchived) return refusal("STOREFRONT_ARCHIVED", `${name} has closed for good`, null, "terminal");
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
