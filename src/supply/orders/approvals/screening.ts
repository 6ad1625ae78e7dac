/** The result of checking a new order against what its storefront accepts. */
export interface Screening {
  /** Bypassed: it would have been held, and its buyer's orders are not. */
  readonly outcome: "forwarded" | "held" | "bypassed";
  readonly evaluatorId: string;
  readonly evaluatorVersion: string;
  /** A sentence for the storefront's people. */
  readonly summary: string;
}
