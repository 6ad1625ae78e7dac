import type { Decimal } from "../kernel/money.ts";
import type { AccountsAnswer, AccountsRequest, AccountToOpen, LinkedAccount, SellerAccount } from "./accounts.ts";
import type { CatalogOutcome, CatalogsToSync } from "./catalogs/catalog.ts";
import type { CreativeOutcome, CreativesToSync } from "./creatives/creative.ts";
import type { BuildStatus, CreativeBuild, CreativeToBuild } from "./creatives/creative-build.ts";
import type { CreativeFormat, FormatId, FormatOption } from "./creatives/creative-format.ts";
import type { HoldOutcome, InventoryHold } from "./holds/inventory-hold.ts";
import type {
  FlightDates,
  MediaBuyChange,
  MediaBuyList,
  MediaBuyOutcome,
  NewMediaBuy,
  SellerMediaBuy,
} from "./media-buy.ts";
import type { Signal } from "./signals/signal.ts";
import type { HonouredDimensions } from "./targeting/honoured.ts";
import type { ProductTerms } from "./terms/product-terms.ts";
import type { Proposal } from "./terms/proposal.ts";

export type * from "./accounts.ts";
export type * from "./catalogs/catalog.ts";
export type * from "./creatives/creative.ts";
export type * from "./creatives/creative-build.ts";
export type * from "./creatives/creative-format.ts";
export type * from "./holds/inventory-hold.ts";
export type * from "./media-buy.ts";
export {
  type Recovery,
  type SellerError,
  SellerRefused,
  SellerUnreachable,
  type UnreachableReason,
} from "./seller-error.ts";
export type * from "./signals/signal.ts";
export type { HonouredDimensions } from "./targeting/honoured.ts";
export type { Targeting } from "./targeting/targeting.ts";
export type * from "./terms/product-terms.ts";
export type * from "./terms/proposal.ts";

/**
 * The only way to reach supply. An external AdCP agent, a simulated publisher and a storefront composed of its sources each implement it,
 * and demand knows nothing else about them. The vocabulary is AdCP 3.1's, in camelCase; every amount is an exact decimal in major units,
 * every instant a `Date`, every reporting day `YYYY-MM-DD` in the time zone that the answer names.
 * A method returns what the seller answered, including refusals. It throws `SellerUnreachable` if there was no usable answer, and
 * `SellerRefused` if the seller answered with an error and the answer's type has no place for one.
 */
export interface SellerAgent {
  /** The sales agent's id, such as `storefront-premium-ctv`. */
  readonly agentId: string;
  readonly name: string;
  capabilities(call: SellerCall): Promise<Capabilities>;
  getProducts(request: ProductsRequest, call: SellerCall): Promise<ProductsAnswer>;
  /**
   * What the answer to `getProducts` depends on besides the request and the seller's own settings, such as the day: two calls with the same
   * version get the same answer. Makes no request. Undefined if the seller has to be asked; most sellers cannot tell.
   */
  offerVersion?(call: SellerCall): string | undefined;
  createMediaBuy(request: NewMediaBuy, call: SellerCall): Promise<MediaBuyOutcome>;
  updateMediaBuy(request: MediaBuyChange, call: SellerCall): Promise<MediaBuyOutcome>;
  /** Polls the task of a submitted create or update. */
  getTask(taskId: string, call: SellerCall): Promise<MediaBuyOutcome>;
  getMediaBuys(
    request: { readonly mediaBuyIds: readonly string[] },
    call: SellerCall,
  ): Promise<readonly SellerMediaBuy[]>;
  /**
   * Everything under way for the caller for which the seller was opened. Not every seller can tell: then the method is missing, or returns
   * undefined.
   */
  listMediaBuys?(call: SellerCall): Promise<MediaBuyList | undefined>;
  getMediaBuyDelivery(request: DeliveryRequest, call: SellerCall): Promise<DeliveryAnswer>;
  listCreativeFormats(call: SellerCall): Promise<readonly CreativeFormat[]>;
  /** Makes the packages of a media buy show these creatives; a repetition has no further effect. */
  syncCreatives(request: CreativesToSync, call: SellerCall): Promise<readonly CreativeOutcome[]>;
  /** Has a creative made, once per key; calling it again returns the progress. Few sellers support this. */
  buildCreative?(request: CreativeToBuild, call: SellerCall): Promise<CreativeBuild>;
  /** Polls a submitted creative by its task; undefined if the task is of another kind, or somebody else's. */
  getBuild?(taskId: string, call: SellerCall): Promise<BuildStatus | undefined>;
  /** Reserves inventory for a buyer who has not bought yet. A seller without this method sells whatever is available at the time of the purchase. */
  holdInventory?(hold: InventoryHold, call: SellerCall): Promise<HoldOutcome>;
  /** Releases a hold. Has no effect if the hold has ended, or never existed. */
  releaseHold?(holdId: string, call: SellerCall): Promise<void>;
  /** The accounts under which the buyer may buy. */
  listAccounts(request: AccountsRequest, call: SellerCall): Promise<AccountsAnswer>;
  /** Has the seller open an account for the buyer's brand; a repeated call returns the same account. */
  syncAccounts(request: AccountToOpen, call: SellerCall): Promise<readonly SellerAccount[]>;
  /** Sends the seller the advertiser's catalogs; a repetition has no further effect. Not every seller accepts any. */
  syncCatalogs?(request: CatalogsToSync, call: SellerCall): Promise<readonly CatalogOutcome[]>;
  /** The audiences that the seller can target; empty if it sells none. */
  getSignals?(call: SellerCall): Promise<readonly Signal[]>;
}

/** The context of every call: the buyer, the deadline, and the time. */
export interface SellerCall {
  readonly buyer: BuyerIdentity;
  /** The time limit for the seller; after it the call throws `SellerUnreachable` with `reason: "timeout"`. */
  readonly timeoutMs: number;
  /** The caller's clock. A simulated seller runs on it; an external one never learns it. */
  readonly now: Date;
  /** Identifies the request in the log lines of both ends. */
  readonly requestId: string;
  /** The look-up serves another purpose, such as a purchase, and is not a buyer's brief. */
  readonly lookUp?: true;
}

/** The buyer as a seller may see it: AdCP's natural account key, and the account under which it buys, if it has one. */
export interface BuyerIdentity {
  /** Our customer's id; null for a buyer on another system. */
  readonly customerId: number | null;
  readonly name: string;
  /** The operator of the buy, e.g. the agency's domain. */
  readonly operatorDomain: string | null;
  /** The advertiser's brand domain. */
  readonly brandDomain: string | null;
  readonly accountId?: string;
  /** The number of the advertiser at its customer, by which its account at a platform is found. */
  readonly advertiserId?: number;
  /** The advertiser's accounts, one for each agent where it has one; a composed seller buys from a source under the account there. */
  readonly accounts?: readonly LinkedAccount[];
  /** Nothing live may be affected, so the buyer only buys under sandbox accounts. */
  readonly sandbox: boolean;
  /** The ids of the storefronts that the request has passed through; none of them is asked again, to avoid loops. */
  readonly via?: readonly number[];
  /** The whole organisation is a sandbox, so its account ids need no proof of being sandbox accounts. */
  readonly sandboxOrganisation?: true;
}

export interface Capabilities {
  /** AdCP releases that the seller supports, e.g. `["3.0", "3.1"]`; empty if it does not say. */
  readonly supportedVersions: readonly string[];
  readonly protocols: readonly string[];
  readonly tools: readonly string[];
  readonly channels: readonly string[];
  readonly publisherDomains: readonly string[];
  /** `creative.has_creative_library`; if null, it is unknown, and the list of tools decides how creatives are sent (seed 003). */
  readonly hasCreativeLibrary: boolean | null;
  readonly requireOperatorAuth: boolean | null;
  readonly supportedBillings: readonly string[];
  /** How long the seller remembers an idempotency key; null if it does not say. */
  readonly idempotencyTtlSeconds: number | null;
  /** The seller reports delivery by webhook (AdCP 3.1, `media_buy.reporting_delivery_methods`). */
  readonly reportsByWebhook?: true;
  /** The seller holds inventory for a buyer who has finalised a proposal: see `holdInventory`. */
  readonly holdsInventory?: true;
  /** The seller makes proposals for briefs. */
  readonly makesProposals?: true;
  /** The targeting of a package that the seller honours; none if it does not say. */
  readonly targeting?: HonouredDimensions;
  /** The seller's description, its markets and what it accepts (AdCP 3.1, `media_buy.portfolio`). */
  readonly description?: string;
  readonly countries?: readonly string[];
  readonly advertisingPolicies?: string;
}

export interface ProductsRequest {
  /** Free text; omitted for the wholesale catalogue. */
  readonly brief?: string;
  readonly channels?: readonly string[];
  readonly countries?: readonly string[];
  readonly flight?: FlightDates;
  readonly budget?: { readonly amount: Decimal; readonly currency: string };
  readonly refine?: readonly Refinement[];
}

export type Refinement =
  | { readonly scope: "request"; readonly ask: string }
  | {
      readonly scope: "product";
      readonly productId: string;
      readonly action: "include" | "omit" | "more_like_this";
      readonly ask?: string;
    }
  | {
      readonly scope: "proposal";
      readonly proposalId: string;
      readonly action: "include" | "omit" | "finalize";
      readonly ask?: string;
    };

export interface ProductsAnswer {
  readonly products: readonly Product[];
  readonly proposals: readonly Proposal[];
  /** Answers the entries of `refine`, position by position. */
  readonly refinementsApplied: readonly {
    readonly status: "applied" | "partial" | "unable";
    readonly notes?: string;
  }[];
  /** What is missing from this answer and why; empty if it is complete. */
  readonly incomplete: readonly Incompleteness[];
  /** The same object is returned again for as long as nothing changes, so whatever is derived from it can be cached with it. */
  readonly stands?: true;
}

/** A part of the supply that did not answer or was omitted. */
export interface Incompleteness {
  /** A name that people know it by. */
  readonly source: string;
  /** The source's id in its storefront's paths; omitted if the gap does not concern one whole source. */
  readonly sourceId?: string;
  readonly reason: "timeout" | "unreachable" | "not_connected" | "not_active" | "refused" | "malformed" | "filtered";
  readonly message: string;
}

export type DeliveryType = "guaranteed" | "non_guaranteed";
export type PricingModel = "cpm" | "vcpm" | "cpc" | "cpcv" | "cpv" | "cpp" | "cpa" | "flat_rate" | "time";

export interface PricingOption {
  readonly pricingOptionId: string;
  readonly pricingModel: PricingModel;
  readonly currency: string;
  /** Set if the price is fixed. An auction has a floor price or none, and requires a bid. */
  readonly fixedPrice: Decimal | null;
  readonly floorPrice: Decimal | null;
  readonly minSpendPerPackage: Decimal | null;
  readonly priceGuidance?: PriceGuidance;
}

/** Recent winning bids, by percentile, if a seller reports them. */
export type PriceGuidance = Readonly<Partial<Record<"floor" | "p25" | "p50" | "p75" | "p90", Decimal>>>;

export interface Product {
  readonly productId: string;
  readonly name: string;
  readonly description: string;
  readonly channels: readonly string[];
  readonly deliveryType: DeliveryType;
  readonly formatIds: readonly FormatId[];
  /** In addition to the named formats or instead of them. */
  readonly formatOptions?: readonly FormatOption[];
  readonly publisherProperties: readonly {
    readonly publisherDomain: string;
    readonly selectionType: string;
    readonly propertyIds: readonly string[];
    readonly propertyTags?: readonly string[];
  }[];
  readonly pricingOptions: readonly PricingOption[];
  /** ISO-3166 alpha-2 codes; empty if the seller does not say. */
  readonly countries: readonly string[];
  readonly estimatedExposures: number | null;
  readonly briefRelevance: string | null;
  /** Why this buyer cannot buy it now, and what to do about it. */
  readonly barred?: string;
  readonly terms?: ProductTerms;
  /** The seller's `delivery-forecast`, unchanged. */
  readonly forecast?: JsonObject;
  /** How the seller wants the product to be presented, unchanged except that a format which a card names is a `FormatId`. */
  readonly card?: JsonObject;
  readonly cardDetailed?: JsonObject;
}

/** JSON that a seller wrote, and that is not evaluated here. */
export type JsonObject = Readonly<Record<string, unknown>>;

export interface DeliveryRequest {
  readonly mediaBuyIds: readonly string[];
  /** First and last day, both included. */
  readonly startDay: string;
  readonly endDay: string;
}

export interface DeliveryAnswer {
  /** IANA name of the time zone of the rows' days; `UTC` if the seller does not say. */
  readonly timeZone: string;
  /** Null if the seller names none; the currency is then that in which each package was bought. */
  readonly currency: string | null;
  readonly rows: readonly DeliveryRow[];
}

/** One package's delivery on one day. A later row for the same package and day replaces an earlier one. */
export interface DeliveryRow {
  readonly mediaBuyId: string;
  readonly packageId: string;
  readonly day: string;
  readonly impressions: number;
  readonly clicks: number;
  readonly spend: Decimal;
  readonly views: number;
  readonly completedViews: number;
  readonly conversions: number;
  /** The value of the conversions, in the currency of the report; absent if the seller reports none. */
  readonly conversionValue?: Decimal;
  /** False while the seller may still correct the day. */
  readonly final: boolean;
}
