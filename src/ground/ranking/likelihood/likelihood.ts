import type { Evidence } from "./evidence.ts";
import { LEARNED } from "./learned-weights.ts";

const { bias, weights } = LEARNED;

/** How likely a person would call the product an answer to the brief, from 0 to 1. */
export function likelihoodOf(evidence: Evidence): number {
  // One by one: a loop over the names takes several times as long, and there are many products.
  const sum =
    bias +
    weights.met * evidence.met +
    weights.focus * evidence.focus +
    weights.echoed * evidence.echoed +
    weights.best * evidence.best +
    weights.bestSpecific * evidence.bestSpecific +
    weights.people * evidence.people +
    weights.local * evidence.local +
    weights.demands * evidence.demands +
    weights.toBusiness * evidence.toBusiness +
    weights.isTrade * evidence.isTrade;
  return 1 / (1 + Math.exp(-sum));
}
