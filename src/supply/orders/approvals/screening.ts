/** The result of screening a new order against what its storefront accepts. */
export interface Screening {
  /** `bypassed`: it would have been held if its buyer had no auto-approval. */
  readonly outcome: "forwarded" | "held" | "bypassed";
  readonly evaluatorId: string;
  readonly evaluatorVersion: string;
  /** A sentence for the storefront's people. */
  readonly summary: string;
}
