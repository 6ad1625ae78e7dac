/** A creative as a seller is given it. */
export interface SellerCreative {
  /** The buyer's id; what the seller knows under it is replaced. */
  readonly creativeId: string;
  readonly name: string;
  /** Its format and its assets, in AdCP's spelling (AdCP 3.1, core/creative-manifest). */
  readonly manifest: Readonly<Record<string, unknown>>;
}

/** What the packages of one media buy are to show. */
export interface CreativesToSync {
  /** Immutable: the same key is the same request. */
  readonly idempotencyKey: string;
  readonly mediaBuyId: string;
  readonly creatives: readonly SellerCreative[];
  /** What a package is not given here is taken off it. */
  readonly packages: readonly ShownByPackage[];
}

interface ShownByPackage {
  readonly packageId: string;
  readonly creativeIds: readonly string[];
}

/** AdCP 3.1, enums/creative-status. A hint: whether a buy runs is for the buy's own status to say. */
export type CreativeApproval = "processing" | "pending_review" | "approved" | "suspended" | "rejected" | "archived";

/** The result for one creative at a seller. */
export interface CreativeOutcome {
  readonly creativeId: string;
  readonly outcome: "created" | "updated" | "unchanged" | "failed";
  /** Null where the seller does not say. */
  readonly approval: CreativeApproval | null;
  /** Why it failed, or what the seller says against it; null where it says nothing. */
  readonly message: string | null;
}
