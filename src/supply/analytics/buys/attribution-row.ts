import { type Attribution, UNATTRIBUTED } from "../attribution/follow-buy.ts";

/** A media buy's attribution as stored in its row of `buy_facts`; everything is null if there is no row. */
export interface AttributionRow {
  readonly run_id: number | string | null;
  readonly products: string[] | null;
  /** Null if there is no row. */
  readonly matched_product_ids: string[] | null;
}

export function attributionOf(row: AttributionRow | undefined): Attribution {
  if (!row || row.matched_product_ids === null) return UNATTRIBUTED;
  const runId = row.run_id === null ? null : String(row.run_id);
  return { runId, products: row.products, matchedProductIds: row.matched_product_ids };
}
