import type { FrequencyCap } from "./frequency-cap.ts";
import type { UtmParam } from "./utm-config.ts";

/** The buying seat of one brand inside a customer. */
export interface Advertiser extends NewAdvertiser {
  readonly advertiserId: number;
  readonly status: "ACTIVE" | "ARCHIVED";
  /** Once a campaign is in the currency it stays. */
  readonly currencyLocked: boolean;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface NewAdvertiser {
  readonly name: string;
  readonly description: string | null;
  /** The brand's domain, normalised: no scheme, no path, lower case. */
  readonly brandDomain: string;
  /** Every seller is called with its sandbox account, and nothing live is ever touched. Fixed at creation. */
  readonly sandbox: boolean;
  readonly optimizationApplyMode: "AUTO" | "MANUAL";
  readonly primaryCurrency: string;
  /** Its own, without the defaults. */
  readonly utmParams: readonly UtmParam[];
  readonly frequencyCaps: readonly FrequencyCap[];
}
