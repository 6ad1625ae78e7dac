/** A creative as it is sent to a seller. */
export interface SellerCreative {
  /** The buyer's id. The seller replaces whatever it stored under this id. */
  readonly creativeId: string;
  readonly name: string;
  /** Its format and its assets, in AdCP's spelling (AdCP 3.1, core/creative-manifest). */
  readonly manifest: Readonly<Record<string, unknown>>;
}

/** The creatives that the packages of one media buy should show. */
export interface CreativesToSync {
  /** Never changes: the same key means the same request. */
  readonly idempotencyKey: string;
  readonly mediaBuyId: string;
  readonly creatives: readonly SellerCreative[];
  /** Creatives that are not listed here are removed from the package. */
  readonly packages: readonly ShownByPackage[];
}

interface ShownByPackage {
  readonly packageId: string;
  readonly creativeIds: readonly string[];
}

/** AdCP 3.1, enums/creative-status. Only a hint: the buy's own status says whether it runs. */
export type CreativeApproval = "processing" | "pending_review" | "approved" | "suspended" | "rejected" | "archived";

/** The result of sending one creative to a seller. */
export interface CreativeOutcome {
  readonly creativeId: string;
  readonly outcome: "created" | "updated" | "unchanged" | "failed";
  /** Null if the seller does not say. */
  readonly approval: CreativeApproval | null;
  /** Why it failed, or the seller's objection; null if there is none. */
  readonly message: string | null;
}
