/** The buying seat of one brand inside a customer. */
export interface Advertiser {
  readonly advertiserId: number;
  readonly name: string;
  readonly description: string | null;
  /** The brand's domain, normalised: no scheme, no path, lower case. */
  readonly brandDomain: string;
  readonly status: "ACTIVE" | "ARCHIVED";
  /** Every seller is called with its sandbox account, and nothing live is ever touched. Fixed at creation. */
  readonly sandbox: boolean;
  readonly optimizationApplyMode: "AUTO" | "MANUAL";
  readonly primaryCurrency: string;
  /** Once a campaign is in the currency it stays. */
  readonly currencyLocked: boolean;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface NewAdvertiser {
  readonly name: string;
  readonly description: string | null;
  readonly brandDomain: string;
  readonly sandbox: boolean;
  readonly optimizationApplyMode: "AUTO" | "MANUAL";
  readonly primaryCurrency: string;
}
