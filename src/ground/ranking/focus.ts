import { likenessOf } from "./closeness.ts";
import { keyOf } from "./meanings.ts";
import type { OfferReading } from "./offer-reading.ts";
import type { Unit } from "./units.ts";

/** How much of a product's place depends on the rest of what it is about. */
const FOCUS = 0.25;
/** Of a product that does not say what it is about. */
const HALF = 0.5;

const spreads = new WeakMap<OfferReading, number>();

/**
 * A factor around 1 for how alike a brief and a product are as wholes: the cosine between all that the one asks for and all that the
 * other is about, in which meanings count as far as they are alike. What is about nothing else comes before what has it among ten things.
 */
export function focusFactorFor(units: readonly Unit[]): (reading: OfferReading) => number {
  const asked = units.flatMap(({ key, weight }) => (key !== null && isSubject(key) ? [{ key, weight }] : []));
  if (asked.length === 0) return () => 1;
  const breadth = Math.sqrt(sumOf(asked, ({ key, weight }) => weight * pullOf(key, asked)));
  const pulls: number[] = [];
  return (reading) => {
    const { meanings, weights } = reading;
    const spread = spreadOf(reading);
    if (spread === 0) return 1;
    let shared = 0;
    for (let at = 0; at < meanings.length; at++) {
      const meaning = meanings[at] ?? 0;
      const pull = pulls[meaning] ?? pullOf(keyOf(meaning), asked);
      pulls[meaning] = pull;
      shared += (weights[at] ?? 0) * pull;
    }
    return 1 + FOCUS * (shared / (breadth * spread) - HALF);
  };
}

interface Weighted {
  readonly key: string;
  readonly weight: number;
}

function isSubject(key: string): boolean {
  return key.startsWith("topic:") || key.startsWith("audience:");
}

function pullOf(key: string, others: readonly Weighted[]): number {
  return isSubject(key) ? sumOf(others, (other) => other.weight * likenessOf(key, other.key)) : 0;
}

/** 0 if the product does not say what it is about. */
function spreadOf(reading: OfferReading): number {
  const known = spreads.get(reading);
  if (known !== undefined) return known;
  const about = [...reading.concepts].flatMap(([key, weight]) => (isSubject(key) ? [{ key, weight }] : []));
  const spread = Math.sqrt(sumOf(about, ({ key, weight }) => weight * pullOf(key, about)));
  spreads.set(reading, spread);
  return spread;
}

function sumOf(all: readonly Weighted[], term: (one: Weighted) => number): number {
  return all.reduce((sum, one) => sum + term(one), 0);
}
