import type { Db } from "../../../ground/db/index.ts";
import type { BuyerKey } from "../facts/fact.ts";
import { keyOf } from "../facts/normalise.ts";
import { percentText } from "../guidance/evidence.ts";
import { sumOf, type Totals } from "../payload/totals.ts";
import type { Posture } from "../posture/posture.ts";
import type { HistoryCounts } from "../posture/resolve-defaults.ts";
import { ratesOf, selectPosture } from "../posture/select-posture.ts";
import type { Shop } from "../recording/shop.ts";
import { findPinned, type HistorySegment, listHistory } from "./store.ts";

/**
 * What a storefront's history suggests for answering one buyer. It covers only runs that precede the answer and have
 * already been counted.
 */
export interface History {
  readonly buyerPosture: Posture | null;
  readonly windowPosture: Posture | null;
  readonly learnedDefault: Posture | null;
  readonly counts: HistoryCounts;
  /** The reasons for the postures, in sentences. */
  readonly evidence: readonly string[];
}

/** What was learnt at a storefront: the results of its runs by buyer, and what its people decided. */
export interface StorefrontHistory {
  readonly segments: readonly HistorySegment[];
  readonly learnedDefault: Posture | null;
}

export async function readLearnt(db: Db, shop: Shop): Promise<StorefrontHistory> {
  const [segments, learnedDefault] = await Promise.all([listHistory(db, shop), findPinned(db, shop)]);
  return { segments, learnedDefault };
}

export function historyOf({ segments, learnedDefault }: StorefrontHistory, asked: Partial<BuyerKey>): History {
  const buyer = keyOf(asked);
  const window = sumOf(segments.map(({ totals }) => totals));
  const own = segments.find((segment) => isSame(segment.buyer, buyer))?.totals;
  const rates = ratesOf(window);
  const isKnown = Object.values(buyer).some((part) => part !== null);
  const ofBuyer = own && isKnown ? selectPosture(own, "buyer", ratesOf(own, rates.base)) : undefined;
  const ofWindow = selectPosture(window, "window", rates);
  return {
    buyerPosture: ofBuyer?.posture ?? null,
    windowPosture: ofWindow.posture,
    learnedDefault,
    counts: {
      n: window.runs,
      b: window.bookedRuns,
      unbooked: window.runs - window.bookedRuns,
      shownBooked: window.shownOnBooked,
    },
    evidence: [
      ...(own && ofBuyer?.posture ? [`${ofBuyer.rule}: ${reported(own)} of this buyer`] : []),
      ...(ofWindow.posture ? [`${ofWindow.rule}: ${reported(window)} of this storefront`] : []),
    ],
  };
}

function reported({ runs, bookedRuns, priceRuns, packagingRuns }: Totals): string {
  const asked = `${priceRuns} objected to a price, ${packagingRuns} asked for other packages`;
  return `${bookedRuns} of ${runs} runs booked (${percentText(bookedRuns, runs)}), ${asked}`;
}

function isSame(a: BuyerKey, b: BuyerKey): boolean {
  return a.operatorDomain === b.operatorDomain && a.brandDomain === b.brandDomain && a.country === b.country;
}
