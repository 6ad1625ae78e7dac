import { focusFactorFor } from "./focus.ts";
import type { OfferReading } from "./offer-reading.ts";
import type { Unit, WordShares } from "./units.ts";

/** Each word that it shares with the brief, up to a limit: what a planner and a publisher call alike is rarely another thing. */
const SHARED_WORD = 0.06;
export const MOST_SHARED = 4;

/**
 * Which of the products that fit comes first: by how well they fit, and by what cannot tell whether they do. A word in common is no
 * answer, and a product about many things may well be one.
 */
export function precedenceFor(units: readonly Unit[], wordShares: WordShares) {
  const focusFactor = focusFactorFor(units);
  return (fit: number, reading: OfferReading, place: number, echoed: number): number => {
    let shared = echoed;
    for (const { of } of wordShares) if ((of[place] ?? 0) > 0) shared++;
    return fit * focusFactor(reading) + SHARED_WORD * Math.min(MOST_SHARED, shared);
  };
}
