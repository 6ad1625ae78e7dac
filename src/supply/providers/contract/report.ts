import type { Decimal } from "../../../ground/kernel/money.ts";
import type { RemoteBuy } from "./plan.ts";

/** The days to report, both inclusive, in the report's own time zone. */
export interface ReportInput {
  readonly startDay: string;
  readonly endDay: string;
  readonly mirror: RemoteBuy;
}

/** What an ad group delivered on one day. */
export interface ReportRow {
  /** The provider's own id for the ad group. */
  readonly packageRemoteId: string;
  readonly day: string;
  readonly impressions: number;
  readonly clicks: number;
  readonly spend: Decimal;
  readonly views: number;
  readonly completedViews: number;
  readonly conversions: number;
  readonly conversionValue?: Decimal;
}

export interface Report {
  readonly rows: readonly ReportRow[];
  /**
   * The last day that the provider says it will not correct any more; null if it does not say, in which case days
   * become final after a while.
   */
  readonly finalizedThrough: string | null;
}
