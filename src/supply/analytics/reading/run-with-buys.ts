import type { RunRow } from "../payload/runs.ts";

/** A media buy that is attributed to a run, and the products that matched. */
interface MatchedBuy {
  readonly mediaBuyId: string;
  readonly model: string;
  readonly matchedProductIds: readonly string[];
}

/** A run and the media buys attributed to it. */
export interface RunWithBuys extends RunRow {
  readonly lexiconVersion: string | null;
  readonly buys: readonly MatchedBuy[];
}
