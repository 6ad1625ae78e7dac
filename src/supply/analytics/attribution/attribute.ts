import type { OutcomeEvent, RunFact } from "../facts/fact.ts";
import { type Attribution, followed, isNews, type Match, UNATTRIBUTED } from "./follow-buy.ts";
import { type Candidate, matchRun } from "./match-run.ts";

/** A media buy with its events and the run to which it is attributed. */
export interface AttributedBuy extends Attribution {
  readonly mediaBuyId: string;
  readonly events: readonly OutcomeEvent[];
}

/**
 * Attributes media buys to runs. The events may be given in any order; each is counted once, in the order in which they
 * were recorded.
 */
export function attribute(runs: readonly RunFact[], events: readonly OutcomeEvent[]): AttributedBuy[] {
  const byProduct = candidatesByProduct(runs);
  const buys = new Map<string, AttributedBuy>();
  for (const event of eachOnce(events)) {
    const { mediaBuyId } = event;
    const before = buys.get(mediaBuyId) ?? { ...UNATTRIBUTED, mediaBuyId, events: [] };
    const after = isNews(before, event) ? lookUp(before, event, byProduct) : before;
    buys.set(mediaBuyId, { ...after, mediaBuyId, events: [...before.events, event] });
  }
  return [...buys.values()];
}

function eachOnce(events: readonly OutcomeEvent[]): OutcomeEvent[] {
  const known = new Set<string>();
  return events
    .toSorted((a, b) => Number(a.seq - b.seq))
    .filter(({ eventId }) => !known.has(eventId) && known.add(eventId));
}

type ByProduct = ReadonlyMap<string, readonly Candidate[]>;

/** The runs to which a purchase can be attributed, indexed by the products that they showed. */
function candidatesByProduct(runs: readonly RunFact[]): ByProduct {
  const byProduct = new Map<string, Candidate[]>();
  for (const run of runs) {
    if (!isCandidate(run)) continue;
    const candidate = { ...run, shownIds: new Set(run.shown.map(({ productId }) => productId)) };
    for (const id of candidate.shownIds) {
      const others = byProduct.get(id);
      if (others) others.push(candidate);
      else byProduct.set(id, [candidate]);
    }
  }
  return byProduct;
}

function isCandidate({ purpose, resultKind }: Pick<RunFact, "purpose" | "resultKind">): boolean {
  return resultKind === "ok" && isEligible({ purpose });
}

/** Whether a run counts at all; tests and simulations do not. */
export function isEligible({ purpose }: Pick<RunFact, "purpose">): boolean {
  return purpose === "live" || purpose === null;
}

function lookUp(before: Attribution, event: OutcomeEvent, byProduct: ByProduct): Attribution {
  const products = [...new Set(event.productIds)];
  const showing = new Set(products.flatMap((id) => byProduct.get(id) ?? []));
  const of = (run: Candidate): Match => ({
    runId: run.id,
    matchedProductIds: products.filter((id) => run.shownIds.has(id)),
  });
  const present = [...showing].find(({ id }) => id === before.runId);
  const best = matchRun(event, products, [...showing]);
  return followed(before, products, { present: present && of(present), best: best && of(best) });
}
