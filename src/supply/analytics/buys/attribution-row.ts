import { type Attribution, UNATTRIBUTED } from "../attribution/follow-buy.ts";

/** Where a media buy belongs, as its row of `buy_facts` tells: nowhere where there is none. */
export interface AttributionRow {
  readonly run_id: number | string | null;
  readonly products: string[] | null;
  /** Null where there is no row. */
  readonly matched_product_ids: string[] | null;
}

export function attributionOf(row: AttributionRow | undefined): Attribution {
  if (!row || row.matched_product_ids === null) return UNATTRIBUTED;
  const runId = row.run_id === null ? null : String(row.run_id);
  return { runId, products: row.products, matchedProductIds: row.matched_product_ids };
}
