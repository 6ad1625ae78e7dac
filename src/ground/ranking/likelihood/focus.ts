import { kindsOf, likenessOf } from "../closeness.ts";
import { keyOf } from "../meanings.ts";
import type { OfferReading } from "../offer-reading.ts";
import type { Unit } from "../units.ts";

/** A meaning with this many kinds says least of all: "business", "sports". */
const BROADEST = 60;
/** How much less than one without kinds. */
const SAYS_LESS = 0.8;

const specificities = new Map<string, number>();
const spreads = new WeakMap<OfferReading, number>();

/** How much a meaning says, from 0.2 to 1: the more kinds of it there are, the less. */
export function specificityOf(key: string): number {
  const known = specificities.get(key);
  if (known !== undefined) return known;
  const breadth = Math.min(1, Math.log(kindsOf(key).length) / Math.log(BROADEST));
  const specificity = 1 - SAYS_LESS * breadth;
  specificities.set(key, specificity);
  return specificity;
}

/**
 * How alike a brief and a product are as wholes, from 0 to 1: the cosine between all that the one asks for and all that the other is
 * about, in which meanings count as far as they are alike, and by how much they say. Undefined if the brief names no subject, or the
 * product does not say what it is about.
 */
export function focusFor(units: readonly Unit[]): (reading: OfferReading) => number | undefined {
  const asked = units.flatMap(({ key, weight }) => (key !== null && isSubject(key) ? [weighed(key, weight)] : []));
  if (asked.length === 0) return () => undefined;
  const breadth = Math.sqrt(sumOf(asked, ({ key, weight }) => weight * pullOf(key, asked)));
  const pulls: number[] = [];
  return (reading) => {
    const { meanings, weights } = reading;
    const spread = spreadOf(reading);
    if (spread === 0) return undefined;
    let shared = 0;
    for (let at = 0; at < meanings.length; at++) {
      const meaning = meanings[at] ?? 0;
      const pull = pulls[meaning] ?? specificityOf(keyOf(meaning)) * pullOf(keyOf(meaning), asked);
      pulls[meaning] = pull;
      shared += (weights[at] ?? 0) * pull;
    }
    return shared / (breadth * spread);
  };
}

interface Weighted {
  readonly key: string;
  readonly weight: number;
}

function weighed(key: string, weight: number): Weighted {
  return { key, weight: weight * specificityOf(key) };
}

function isSubject(key: string): boolean {
  return key.startsWith("topic:") || key.startsWith("audience:") || key.startsWith("season:");
}

function pullOf(key: string, others: readonly Weighted[]): number {
  return isSubject(key) ? sumOf(others, (other) => other.weight * likenessOf(key, other.key)) : 0;
}

/** 0 if the product does not say what it is about. */
function spreadOf(reading: OfferReading): number {
  const known = spreads.get(reading);
  if (known !== undefined) return known;
  const about = [...reading.concepts].flatMap(([key, weight]) => (isSubject(key) ? [weighed(key, weight)] : []));
  const spread = Math.sqrt(sumOf(about, ({ key, weight }) => weight * pullOf(key, about)));
  spreads.set(reading, spread);
  return spread;
}

function sumOf(all: readonly Weighted[], term: (one: Weighted) => number): number {
  return all.reduce((sum, one) => sum + term(one), 0);
}
