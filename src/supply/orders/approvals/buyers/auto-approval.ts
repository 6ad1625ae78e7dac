/** A buyer whose orders are not held; it stays on record if that is switched off again. */
export interface AutoApproval {
  readonly autoApprovalId: number;
  readonly storefrontId: number;
  readonly buyerCustomerId: number;
  readonly buyerName: string | null;
  readonly enabled: boolean;
  readonly reason: string | null;
  /** The number of orders that would have been held without it. */
  readonly policyBypassCount: number;
  readonly lastPolicyBypassAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly createdBy: number | null;
}

/** A buyer that has bought at the storefront. */
export interface KnownBuyer {
  readonly buyerCustomerId: number;
  readonly buyerName: string | null;
  readonly mediaBuyCount: number;
  readonly lastMediaBuyAt: Date;
}
