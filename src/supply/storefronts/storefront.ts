import { InvalidState } from "../../ground/kernel/errors.ts";
import type { BusinessProfile } from "./business-profile.ts";
import type { CompositionPricing } from "./composition-pricing.ts";

export type MarketplaceState = "PENDING_REVIEW" | "LISTED" | "HIDDEN";
type ApprovalMode = "auto" | "manual";
type LogoBackground = "dark-bg" | "light-bg" | "transparent-bg";
type MembershipStatus = "AAO_FOUNDING_MEMBER" | "AAO_MEMBER" | "NONE";
type PolicyDisclosure = "brief_acceptance" | "creative_policy";
type SetupIntent = "third_party_connect" | "sell_through_scope3";

/** What the storefront offers to buyers besides selling, as configured by its operator. */
interface StorefrontCapabilities {
  readonly offersCreativeReview: boolean;
  readonly offersCampaignApproval: boolean;
  readonly offersProductComposition: boolean;
}

/** Which products it shows: those of all its sources under its own rules, or those of its single source unchanged. */
type ProductMode = "composition" | "passthrough";

/** What its operator decides. */
export interface StorefrontSettings {
  readonly name: string;
  readonly publisherDomain: string | null;
  readonly operatorDomain: string | null;
  readonly brandName: string | null;
  readonly logoUrl: string | null;
  readonly logoBackground: LogoBackground | null;
  /** As in brand.json: `#RRGGBB` under each of its names, such as `primary`. */
  readonly brandColors: Readonly<Record<string, string>> | null;
  readonly membershipStatus: MembershipStatus | null;
  readonly description: string | null;
  readonly website: string | null;
  readonly channels: readonly string[];
  readonly regions: readonly string[];
  /** The countries from which briefs may come; null until somebody says, which is not the same as everywhere. */
  readonly acceptedCountries: readonly string[] | null;
  readonly acceptsAllCountries: boolean;
  readonly supportedLanguages: readonly string[] | null;
  /** Null until the seller confirms one; never guessed. */
  readonly defaultCurrency: string | null;
  readonly paymentCurrencies: readonly string[];
  readonly advertisingPolicyDisclosure: readonly PolicyDisclosure[];
  readonly demandContactName: string | null;
  readonly demandContactEmail: string | null;
  readonly capabilities: StorefrontCapabilities;
  readonly setupIntent: SetupIntent | null;
  readonly compositionPricing: CompositionPricing;
  readonly businessProfile: BusinessProfile | null;
  readonly creativeApproval: ApprovalMode;
  /** Null if its operator has chosen neither: then its acceptance policy decides which buys are held. */
  readonly mediaBuyApproval: ApprovalMode | null;
  readonly sellsThirdPartyInventory: boolean;
  readonly productMode: ProductMode;
  /** Accepts no discovery, no new buys and no edits; running buys continue. */
  readonly isPaused: boolean;
}

/** What buyers see of a seller: one for each seller organisation. */
export interface Storefront extends StorefrontSettings {
  readonly customerId: number;
  readonly storefrontId: number;
  /** The public slug; buyers know the storefront's agent as `storefront-{platformId}`. */
  readonly platformId: string;
  readonly operatorDomainVerified: boolean;
  readonly archivedAt: Date | null;
  readonly marketplaceState: MarketplaceState;
  readonly backing: readonly BackingSource[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** The part of an inventory source that its storefront needs to describe itself. */
export interface BackingSource {
  readonly sourceId: string;
  readonly executionType: string;
  readonly type: string | null;
  readonly status: "PENDING" | "ACTIVE" | "DISABLED";
  readonly authenticationType: string | null;
  readonly authConfigured: boolean;
  readonly requiresCredentials: boolean;
  /** Whether buyers are not shown it, because its agent fails its compliance test. */
  readonly heldBack: boolean;
  /** As stated by its agent: `agent` means that the storefront pays for its buyers. */
  readonly supportedBillings: readonly string[];
  readonly channels: readonly string[];
  /** As stated by its agent; null if it does not say. */
  readonly hasCreativeLibrary: boolean | null;
  readonly countries: readonly string[];
}

/** The settings of a storefront that has not been configured yet. */
export const UNCONFIGURED: Omit<StorefrontSettings, "name"> = {
  publisherDomain: null,
  operatorDomain: null,
  brandName: null,
  logoUrl: null,
  logoBackground: null,
  brandColors: null,
  membershipStatus: null,
  description: null,
  website: null,
  channels: [],
  regions: [],
  acceptedCountries: null,
  acceptsAllCountries: false,
  supportedLanguages: null,
  defaultCurrency: null,
  paymentCurrencies: [],
  advertisingPolicyDisclosure: [],
  demandContactName: null,
  demandContactEmail: null,
  capabilities: { offersCreativeReview: false, offersCampaignApproval: false, offersProductComposition: false },
  setupIntent: null,
  compositionPricing: { targetPercentile: "p75", rateCard: { facts: [] } },
  businessProfile: null,
  creativeApproval: "auto",
  mediaBuyApproval: null,
  sellsThirdPartyInventory: false,
  productMode: "composition",
  // The contract's sources disagree on the default (storefront contract C22). Opening is a step that the seller
  // takes: a storefront that opened automatically when its last blocker was resolved would sell before anybody had
  // looked at it.
  isPaused: true,
};

/** Archiving is final: everything that changes the storefront, or anything in it, checks this first. */
export function checkNotArchived({ archivedAt }: Pick<Storefront, "archivedAt">): void {
  if (archivedAt) throw new InvalidState("Cannot modify an archived storefront", { details: { status: "archived" } });
}

export function activeSources({ backing }: Pick<Storefront, "backing">): readonly BackingSource[] {
  return backing.filter(({ status, heldBack }) => status === "ACTIVE" && !heldBack);
}

/** The channels or countries that the agents behind the storefront state, each listed once and in order. */
export function advertised(storefront: Pick<Storefront, "backing">, what: "channels" | "countries"): string[] {
  return [...new Set(activeSources(storefront).flatMap((source) => source[what]))].sort();
}
