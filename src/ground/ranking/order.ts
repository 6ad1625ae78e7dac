import { FNV_OFFSET, FNV_PRIME, fnv1a } from "../hashing/fnv.ts";
import type { Offer } from "./offer-reading.ts";

/** What is known of each offer, by its place among them: one array for each figure, because there are many offers. */
export interface Standings {
  /** By how likely a person would call it an answer, less what is out of reach, and by whether it fits. */
  readonly worths: Float64Array;
  /** Its worth, less what its publisher already has before it. */
  readonly orders: Float64Array;
  readonly ties: Uint32Array;
  /** Numbers of fits. */
  readonly fits: Uint8Array;
  /** By `HOW`. */
  readonly hows: Uint8Array;
}

/** How a product has what is asked for: its text says so, or only says so in passing, or a model found more in it than the words do. */
export const HOW = { said: 0, inPassing: 1, byModel: 2 } as const;
export type How = (typeof HOW)[keyof typeof HOW];

export function standingsOf(offers: readonly Offer[], brief: string): Standings {
  const count = offers.length;
  const tieOf = tiesFor(brief);
  return {
    worths: new Float64Array(count),
    orders: new Float64Array(count),
    ties: Uint32Array.from(offers, tieOf),
    fits: new Uint8Array(count),
    hows: new Uint8Array(count),
  };
}

/** Of near-equal products of one publisher each further one loses this much, up to a limit. */
const CROWDED = 0.012;
const MOST_CROWDED = 5;

/** The places of the offers, best first. */
export function orderOf(standings: Standings, offers: readonly Offer[]): Uint32Array {
  const { worths, orders, ties } = standings;
  const count = worths.length;
  let worthy = 0;
  for (let place = 0; place < count; place++) if ((worths[place] ?? 0) > 0) worthy++;
  const best = new Uint32Array(worthy);
  const rest = new Uint32Array(count - worthy);
  let [b, r] = [0, 0];
  for (let place = 0; place < count; place++) {
    if ((worths[place] ?? 0) > 0) best[b++] = place;
    else rest[r++] = place;
  }
  const byTie = (x: number, y: number) => (ties[x] ?? 0) - (ties[y] ?? 0);
  const byWorth = (x: number, y: number) => (worths[y] ?? 0) - (worths[x] ?? 0) || byTie(x, y);
  best.sort(byWorth);
  thinOut(best, standings, offers);
  best.sort((x, y) => (orders[y] ?? 0) - (orders[x] ?? 0) || byWorth(x, y));
  const order = new Uint32Array(count);
  order.set(best);
  // Most of a large market does not fit the brief: it is only ordered by ties.
  order.set(sortedByTie(rest, ties), worthy);
  return order;
}

function thinOut(best: Uint32Array, { worths, orders }: Standings, offers: readonly Offer[]): void {
  const seen = new Map<string, number>();
  for (const place of best) {
    const offer = offers[place];
    const publisher = offer?.product.publisherProperties[0]?.publisherDomain ?? offer?.salesAgentId ?? "";
    const before = seen.get(publisher) ?? 0;
    seen.set(publisher, before + 1);
    orders[place] = Math.max(0, (worths[place] ?? 0) - CROWDED * Math.min(before, MOST_CROWDED));
  }
}

/** More places than this do not fit beside a tie of 32 bits into an exact number. */
const MOST_PACKED = 2 ** 20;

/** Ties and places in one number each, which is sorted without a comparison of our own. */
function sortedByTie(places: Uint32Array, ties: Uint32Array): Uint32Array {
  if (ties.length > MOST_PACKED) return places.sort((x, y) => (ties[x] ?? 0) - (ties[y] ?? 0));
  const packed = Float64Array.from(places, (place) => (ties[place] ?? 0) * MOST_PACKED + place).sort();
  return Uint32Array.from(packed, (one) => one % MOST_PACKED);
}

/** Ties are ordered differently for every brief, so that no seller is always first. */
function tiesFor(brief: string) {
  const salt = fnv1a(brief, FNV_OFFSET);
  return ({ salesAgentId, product }: Offer): number =>
    fnv1a(product.productId, Math.imul(fnv1a(salesAgentId, salt), FNV_PRIME)) >>> 0;
}
