import type { Targeting } from "../../../ground/seller-agent/index.ts";

/** What is to be made at the provider: a media buy, checked and in the account's terms. Plain data: a job starts from it. */
export interface Plan {
  readonly mediaBuyId: string;
  readonly name: string;
  /** ISO instants. */
  readonly start: string;
  readonly end: string;
  /** It does not deliver until it is resumed. */
  readonly paused: boolean;
  readonly packages: readonly PlannedPackage[];
}

export interface PlannedPackage {
  readonly packageId: string;
  readonly templateId: string;
  readonly pricingModel: string;
  /** For the whole flight, in major units of the account's currency. */
  readonly budget: string;
  readonly bid: string | null;
  readonly start: string;
  readonly end: string;
  readonly paused: boolean;
  readonly pacing: "even" | "asap" | "front_loaded";
  readonly targeting: Targeting;
  /** Countries, where the targeting says none: the product's own. */
  readonly countries: readonly string[];
}

/** The state at the provider. */
export interface Mirror {
  readonly campaign: RemoteState;
  readonly packages: readonly RemotePackage[];
}

export interface RemotePackage extends RemoteState {
  readonly packageId: string;
  readonly ads: readonly RemoteAd[];
}

/** Something at the provider, as it was last read. */
export interface RemoteState {
  readonly id: string;
  /** As it is configured. `gone`: deleted or archived; `unknown` leaves what was last known standing. */
  readonly configured: "active" | "paused" | "gone" | "unknown";
  /** What the provider makes of it; `unknown` as above. */
  readonly delivery: "eligible" | "pending" | "ended" | "refused" | "blocked" | "unknown";
  /** The provider's own words. */
  readonly raw: string;
}

export interface RemoteAd extends RemoteState {
  readonly creativeId: string;
  readonly review: Review;
}

export type Approval = "processing" | "pending_review" | "approved" | "rejected" | "suspended" | "archived";

export interface Review {
  /** `unknown` is a value never seen before: the last review is kept, with this value next to it. */
  readonly approval: Approval | "unknown";
  /** In our words, where there is something against it. */
  readonly reason: string | null;
  readonly raw: string;
}

/** What a change comes to: the plan as it is to stand, and what of it is new. */
export interface Change {
  readonly before: Plan;
  readonly after: Plan;
  readonly mirror: Mirror;
  /** Takes the whole buy away, for good. */
  readonly cancel?: true;
  /** Packages that are taken out. */
  readonly canceled: readonly string[];
}

/** A creative for one package, checked against the template. */
export interface PlannedCreative {
  readonly mediaBuyId: string;
  readonly campaignRemoteId: string;
  readonly packageId: string;
  readonly packageRemoteId: string;
  readonly templateId: string;
  readonly creativeId: string;
  readonly name: string;
  /** Its buy is paused: what goes live with it stays so. */
  readonly paused: boolean;
  readonly assets: CreativeAssets;
}

/** What of a creative providers have a use for. */
export interface CreativeAssets {
  readonly media: {
    readonly kind: "image" | "video" | "audio";
    /** Where the bytes are. */
    readonly url: string;
    readonly filename: string;
    readonly contentType: string;
  } | null;
  /** The image shown with an audio ad. */
  readonly companionUrl?: string;
  /** The brand's own sign, where the manifest has one apart. */
  readonly logoUrl?: string;
  /** What is advertised of a shop's own catalogue, by the shop's ids. */
  readonly productIds?: readonly string[];
  readonly headline: string | null;
  readonly text: string | null;
  readonly clickUrl: string | null;
  readonly brandName: string | null;
}

/** The result of a creative at the provider. */
export interface ShownCreative {
  /** The ad's id, and its components. */
  readonly adId: string;
  readonly refs: readonly { readonly kind: string; readonly id: string }[];
  readonly review: Review;
}
