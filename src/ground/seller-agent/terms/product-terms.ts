/** A product's conditions for a buy, in addition to its price. */
export interface ProductTerms {
  /** What buyers may do with a buy of the product, and how; if absent, whatever the buy's status permits. */
  readonly allowedActions?: readonly AllowedAction[];
  /** What the product's creatives must disclose. */
  readonly creativePolicy?: CreativePolicy;
  /** The metrics from other measurers in the product's reports, as the seller wrote it (AdCP 3.1, core/reporting-capabilities). */
  readonly measurement?: MeasuredBy;
  readonly signals?: OfferedSignals;
  /** What a package can be optimised for, by AdCP's names of metrics; only used in a trial. */
  readonly optimizes?: readonly string[];
}

/** AdCP 3.1, core/product-allowed-action. */
export interface AllowedAction {
  readonly action: string;
  readonly modes: readonly string[];
  /** The statuses of a buy in which the action is allowed; all statuses if none are listed. */
  readonly statuses?: readonly string[];
  /** ISO 8601 durations, as the seller wrote them. */
  readonly sla?: Readonly<Record<string, unknown>>;
  readonly termsRef?: string;
}

/** AdCP 3.1, core/creative-policy: a creative must state its provenance, and who may verify it. */
export interface CreativePolicy {
  readonly provenanceRequired: boolean;
  readonly requiresSourceType: boolean;
  readonly requiresDisclosure: boolean;
  /** The verifiers that are accepted; all verifiers if none are listed. */
  readonly acceptedVerifiers: readonly { readonly agentUrl: string; readonly featureId: string | null }[];
  /** As the seller wrote it. */
  readonly written: Readonly<Record<string, unknown>>;
}

export interface MeasuredBy {
  readonly vendorMetrics: readonly {
    readonly vendorDomain: string;
    readonly vendorBrandId: string | null;
    readonly metricId: string;
  }[];
  readonly measurementWindows: readonly string[];
  readonly written: Readonly<Record<string, unknown>>;
}

interface OfferedSignals {
  /** The currencies in which each included signal is sold. */
  readonly mandatoryIn: readonly (readonly string[])[];
  /** The signals that can be selected, as the seller wrote them; only used in a trial. */
  readonly written?: Readonly<Record<string, unknown>>;
}
