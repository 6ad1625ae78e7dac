import { DAY_MS } from "../../../ground/kernel/clock.ts";
import type { BuyerKey, OutcomeEvent, RunFact } from "../facts/fact.ts";
import { RULES } from "../rules.ts";

/** The part of a run that decides whether a purchase is attributed to it. */
export interface Candidate extends Pick<RunFact, "id" | "createdAt" | "seq" | "buyerCustomerId" | "buyer"> {
  readonly shownIds: ReadonlySet<string>;
}

export const LOOKBACK_MS = RULES.attribution.lookbackDays * DAY_MS;
/**
 * A run can only count as "like" one of the same week. The product rows of that earlier run may therefore be older than
 * the run by this much.
 */
export const ALIKE_WITHIN_MS = 7 * DAY_MS;

type Purchase = Pick<OutcomeEvent, "occurredAt" | "seq" | "buyerCustomerId" | "buyer">;

/**
 * The run to which a purchase of these products is attributed: the last one that showed any of them to this buyer (last
 * touch).
 */
export function matchRun<C extends Candidate>(
  purchase: Purchase,
  products: readonly string[],
  candidates: readonly C[],
): C | undefined {
  let best: (Scored & { readonly run: C }) | undefined;
  for (const run of candidates) {
    const scored = scoreOf(run, purchase, products);
    if (scored && (!best || isBetter({ ...scored, run }, best))) best = { ...scored, run };
  }
  return best?.run;
}

interface Scored {
  readonly overlap: number;
  readonly tier: number;
}

function scoreOf(run: Candidate, purchase: Purchase, products: readonly string[]): Scored | undefined {
  const age = purchase.occurredAt.getTime() - run.createdAt.getTime();
  if (age < 0 || age > LOOKBACK_MS) return undefined;
  // A run that was recorded after the purchase never claims it, so that a replay gives the same result as before.
  if (run.seq !== undefined && run.seq > purchase.seq) return undefined;
  const tier = buyerTier(run, purchase);
  if (tier === 0) return undefined;
  const overlap = products.filter((id) => run.shownIds.has(id)).length;
  return overlap < RULES.attribution.minOverlap ? undefined : { overlap, tier };
}

function isBetter<S extends Scored & { readonly run: Candidate }>(a: S, b: S): boolean {
  const newer = a.run.createdAt.getTime() - b.run.createdAt.getTime();
  const order = newer || a.overlap - b.overlap || a.tier - b.tier || compareIds(a.run.id, b.run.id);
  return order > 0;
}

interface Party {
  readonly buyerCustomerId: number | null;
  readonly buyer: BuyerKey;
}

/** How certain it is that the run and the purchase have the same buyer: 0 if they do not. The country is ignored. */
function buyerTier(run: Party, purchase: Party): 0 | 1 | 2 {
  const { brandDomain, operatorDomain } = run.buyer;
  const brand = purchase.buyer.brandDomain;
  if (brandDomain !== null && brand !== null && brandDomain !== brand) return 0;
  if (run.buyerCustomerId !== null && purchase.buyerCustomerId !== null)
    return run.buyerCustomerId === purchase.buyerCustomerId ? 2 : 0;
  return operatorDomain !== null && operatorDomain === purchase.buyer.operatorDomain ? 1 : 0;
}

/** Compares ids, which are decimal numbers. */
export function compareIds(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : Number(a > b));
}
