import type { Decimal } from "../../../../ground/kernel/money.ts";

/** What a caller has added to the delivery of a trial; its spend is in the buy's currency. */
export interface AddedDelivery {
  readonly impressions: number;
  readonly clicks: number;
  readonly conversions: number;
  readonly spend: Decimal;
}
