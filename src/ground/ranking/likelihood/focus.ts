import { keyOf } from "../meanings.ts";
import type { OfferReading } from "../offer-reading.ts";
import { EACH } from "../offers/meaning-pages.ts";
import { pullOf, specificityOf, spreadOf, subjectsAmong } from "../specificity.ts";
import type { Unit } from "../units.ts";

/**
 * How alike a brief and a product are as wholes, from 0 to 1: the cosine between all that the one asks for and all that the other is
 * about, in which meanings count as far as they are alike, and by how much they say. Undefined if the brief names no subject, or the
 * product does not say what it is about.
 */
export function focusFor(units: readonly Unit[]): (reading: OfferReading) => number | undefined {
  const asked = subjectsAmong(units.flatMap(({ key, weight }) => (key === null ? [] : [[key, weight] as const])));
  if (asked.length === 0) return () => undefined;
  const breadth = spreadOf(asked);
  const pulls: number[] = [];
  return ({ meanings: { page, start, end }, spread }) => {
    if (spread === 0) return undefined;
    let shared = 0;
    for (let at = start; at < end; at += EACH) {
      const meaning = page[at] ?? 0;
      const pull = pulls[meaning] ?? specificityOf(keyOf(meaning)) * pullOf(keyOf(meaning), asked);
      pulls[meaning] = pull;
      shared += (page[at + 1] ?? 0) * pull;
    }
    return shared / (breadth * spread);
  };
}
