import type { Decimal } from "../../../../ground/kernel/money.ts";

/** What a caller has added to the delivery of a trial; its spend is in the buy's currency. */
export interface AddedDelivery {
  readonly impressions: number;
  readonly clicks: number;
  readonly conversions: number;
  readonly spend: Decimal;
  /** How it was measured, as its caller wrote it last; null where it did not say. */
  readonly measured: Measured | null;
}

/** In AdCP's spelling (3.1, core/delivery-metrics): it is not evaluated here. */
interface Measured {
  readonly vendor_metric_values?: readonly Readonly<Record<string, unknown>>[] | undefined;
  readonly viewability?: Readonly<Record<string, unknown>> | undefined;
  readonly is_final?: boolean | undefined;
  readonly finalized_at?: string | undefined;
  readonly measurement_window?: string | undefined;
}
