import type { Decimal } from "../../../../ground/kernel/money.ts";

/** The delivery that a caller has added to a sandbox buy; the spend is in the buy's currency. */
export interface AddedDelivery {
  readonly impressions: number;
  readonly clicks: number;
  readonly conversions: number;
  readonly spend: Decimal;
  /** The measurements as the caller last wrote them; null if it wrote none. */
  readonly measured: Measured | null;
}

/** Measurements in AdCP's spelling (3.1, core/delivery-metrics); we do not interpret them. */
interface Measured {
  readonly vendor_metric_values?: readonly Readonly<Record<string, unknown>>[] | undefined;
  readonly viewability?: Readonly<Record<string, unknown>> | undefined;
  readonly is_final?: boolean | undefined;
  readonly finalized_at?: string | undefined;
  readonly measurement_window?: string | undefined;
}
