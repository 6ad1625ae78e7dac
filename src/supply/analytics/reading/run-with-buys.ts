import type { RunRow } from "../payload/runs.ts";

/** A media buy that is put down to a run, and by what. */
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
