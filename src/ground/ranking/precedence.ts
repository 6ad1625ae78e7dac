import type { OfferReading } from "./offer-reading.ts";
import type { Finders, WordShares } from "./units.ts";

/** A product that is about nothing but what the brief asks for comes before one that is about other things too. */
const FOCUS = 0.2;
/** The focus that neither raises nor lowers a product. */
const USUAL = 0.5;
/** Each word that it shares with the brief, up to a limit: what a planner and a publisher call alike is rarely another thing. */
const SHARED_WORD = 0.06;
const MOST_SHARED = 4;

/**
 * Which of the products that fit comes first: by how well they fit, and by what cannot tell whether they do. A word in common is no
 * answer, and a product about many things may well be one.
 */
export function precedenceFor(finders: Finders, wordShares: WordShares) {
  const nearest = nearestOf(finders);
  return (fit: number, reading: OfferReading, place: number, echoed: number): number => {
    let shared = echoed;
    for (const { of } of wordShares) if ((of[place] ?? 0) > 0) shared++;
    const focus = 1 + FOCUS * (focusOf(reading, nearest) - USUAL);
    return fit * focus + SHARED_WORD * Math.min(MOST_SHARED, shared);
  };
}

/** For each meaning by its number, how near it is to the nearest that the brief asks for. */
function nearestOf({ starts, nearness }: Finders): Float64Array {
  const nearest = new Float64Array(starts.length);
  for (let meaning = 0; meaning + 1 < starts.length; meaning++) {
    const end = starts[meaning + 1] ?? 0;
    for (let at = starts[meaning] ?? 0; at < end; at++)
      nearest[meaning] = Math.max(nearest[meaning] ?? 0, nearness[at] ?? 0);
  }
  return nearest;
}

/** The share of what a product is about that the brief asks for, from 0 to 1. */
function focusOf({ meanings, weights }: OfferReading, nearest: Float64Array): number {
  let [asked, all] = [0, 0];
  for (let at = 0; at < meanings.length; at++) {
    const weight = weights[at] ?? 0;
    asked += weight * (nearest[meanings[at] ?? 0] ?? 0);
    all += weight;
  }
  return all === 0 ? 0 : asked / all;
}
