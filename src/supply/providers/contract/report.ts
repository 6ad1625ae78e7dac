import type { Decimal } from "../../../ground/kernel/money.ts";
import type { Mirror } from "./plan.ts";

/** Whose days are asked for, both ends included, in the report's own zone. */
export interface ReportInput {
  readonly startDay: string;
  readonly endDay: string;
  readonly mirror: Mirror;
}

/** What an ad group delivered on one day. */
export interface ReportRow {
  /** The provider's own id of the ad group. */
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
  /** The last day that the provider says it corrects no more; null where it does not say, and days settle by themselves. */
  readonly finalizedThrough: string | null;
}
