import { lifecycle } from "../../ground/kernel/lifecycle.ts";
import type { FrequencyCap } from "./frequency-cap.ts";
import type { UtmParam } from "./utm-config.ts";

export type AdvertiserState = "ACTIVE" | "ARCHIVED";

export const advertiserLife = lifecycle<AdvertiserState, "archive" | "restore">({
  noun: "advertiser",
  starts: ["ACTIVE"],
  states: { ACTIVE: "it buys", ARCHIVED: "it is kept with its history, and buys nothing new" },
  transitions: { archive: { ACTIVE: "ARCHIVED" }, restore: { ARCHIVED: "ACTIVE" } },
});

/** The buying seat of one brand inside a customer. */
export interface Advertiser extends NewAdvertiser {
  readonly advertiserId: number;
  readonly status: AdvertiserState;
  /** True once a campaign uses the currency; it never becomes false again. */
  readonly currencyLocked: boolean;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface NewAdvertiser {
  readonly name: string;
  readonly description: string | null;
  /** The brand's domain, normalised: no scheme, no path, lower case. */
  readonly brandDomain: string;
  /** All sellers are called under the sandbox account, so nothing live is ever touched. Fixed at creation. */
  readonly sandbox: boolean;
  readonly optimizationApplyMode: "AUTO" | "MANUAL";
  readonly primaryCurrency: string;
  /** The advertiser's own parameters, without the defaults. */
  readonly utmParams: readonly UtmParam[];
  readonly frequencyCaps: readonly FrequencyCap[];
}
