import type { Targeting } from "../../../ground/seller-agent/index.ts";

/** A media buy to be created at the provider, checked and in the account's terms. Plain data, as a job's input has to be. */
export interface Plan {
  readonly mediaBuyId: string;
  readonly name: string;
  /** ISO timestamps. */
  readonly start: string;
  readonly end: string;
  /** Whether it delivers nothing until it is resumed. */
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
  /** The product's own countries, used if the targeting names none. */
  readonly countries: readonly string[];
}

/** The state of a buy at the provider. */
export interface RemoteBuy {
  readonly campaign: RemoteState;
  readonly packages: readonly RemotePackage[];
}

export interface RemotePackage extends RemoteState {
  readonly packageId: string;
  readonly ads: readonly RemoteAd[];
}

/** An object at the provider, as last read. */
export interface RemoteState {
  readonly id: string;
  /** How it is configured. `gone`: deleted or archived. `unknown`: leave the last known value unchanged. */
  readonly configured: "active" | "paused" | "gone" | "unknown";
  /** The provider's verdict on it; `unknown` as above. */
  readonly delivery: "eligible" | "pending" | "ended" | "refused" | "blocked" | "unknown";
  /** The provider's own values. */
  readonly raw: string;
}

export interface RemoteAd extends RemoteState {
  readonly creativeId: string;
  readonly review: Review;
}

export type Approval = "processing" | "pending_review" | "approved" | "rejected" | "suspended" | "archived";

export interface Review {
  /** `unknown`: a value that we have never seen. The last review is kept, with this value recorded next to it. */
  readonly approval: Approval | "unknown";
  /** Our wording of what is wrong; null if nothing is. */
  readonly reason: string | null;
  readonly raw: string;
}

/** A change: the plan before it, the plan after it, and the state at the provider. */
export interface Change {
  readonly before: Plan;
  readonly after: Plan;
  readonly mirror: RemoteBuy;
  /** Removes the whole buy permanently. */
  readonly cancel?: true;
  /** The packages to remove. */
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
  /** Whether its buy is paused, so that the creative must not start to run. */
  readonly paused: boolean;
  readonly assets: CreativeAssets;
}

/** The parts of a creative that providers can use. */
export interface CreativeAssets {
  readonly media: {
    readonly kind: "image" | "video" | "audio";
    /** The URL of the bytes. */
    readonly url: string;
    readonly filename: string;
    readonly contentType: string;
  } | null;
  /** The image shown with an audio ad. */
  readonly companionUrl?: string;
  /** The brand's logo, if the manifest has it as a separate asset. */
  readonly logoUrl?: string;
  /** The advertised products in a shop's own catalogue, by the shop's ids. */
  readonly productIds?: readonly string[];
  readonly headline: string | null;
  readonly text: string | null;
  readonly clickUrl: string | null;
  readonly brandName: string | null;
}

/** A creative as it was created at the provider. */
export interface ShownCreative {
  /** The ids of the ad and its parts. */
  readonly adId: string;
  readonly refs: readonly { readonly kind: string; readonly id: string }[];
  readonly review: Review;
}
