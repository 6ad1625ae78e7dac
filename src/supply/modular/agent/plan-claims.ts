import { compare, type Decimal, ratio, times } from "../../../ground/kernel/money.ts";
import { type Avail, freeOf } from "../avails/avail.ts";

/** The most impressions that an amount buys at a CPM; 0 if the amount is not positive. */
export function impressionsFor(budget: Decimal, cpm: Decimal): number {
  const thousandfold = times(budget, 1_000);
  if (compare(thousandfold, "0") <= 0) return 0;
  const nearest = Number(ratio(thousandfold, cpm, 0) ?? 0);
  return compare(times(cpm, nearest), thousandfold) > 0 ? nearest - 1 : nearest;
}

export interface Share {
  readonly availId: string;
  readonly impressions: number;
}

/** The impressions left in each avail while the packages of a buy are served one after the other. */
export type RemainingImpressions = Map<string, number>;

export function leftOf(avails: readonly Avail[]): RemainingImpressions {
  return new Map(avails.map((avail) => [avail.availId, freeOf(avail)]));
}

/**
 * Distributes impressions over avails, filling each before the next, in the order of their ids; undefined if they have
 * too few.
 */
export function spread(avails: readonly Avail[], impressions: number, left: RemainingImpressions): Share[] | undefined {
  const shares: Share[] = [];
  let missing = impressions;
  for (const { availId } of avails.toSorted((a, b) => (a.availId < b.availId ? -1 : 1))) {
    const taken = Math.min(missing, left.get(availId) ?? 0);
    if (taken === 0) continue;
    shares.push({ availId, impressions: taken });
    left.set(availId, (left.get(availId) ?? 0) - taken);
    missing -= taken;
  }
  return missing === 0 ? shares : undefined;
}
