import type { BriefKind } from "../kinds.ts";
import type { OfferReading } from "../offer-reading.ts";
import type { Covers, Unit } from "../units.ts";
import { type Evidence, evidenceFor } from "./evidence.ts";
import { LEARNED } from "./learned-weights.ts";

const { bias, weights } = LEARNED;

export type Observe = (place: number, evidence: Evidence) => void;

/** How likely a person would call a product an answer to the brief, from 0 to 1. */
export function likelihoodFor(units: readonly Unit[], brief: BriefKind, observe?: Observe) {
  const evidenceOf = evidenceFor(units, brief);
  return (
    place: number,
    met: number,
    covers: Covers,
    reading: OfferReading,
    echoed: number,
    isMass: boolean,
  ): number => {
    const evidence = evidenceOf(met, covers, reading, echoed, isMass);
    observe?.(place, evidence);
    return likelihoodOf(evidence);
  };
}

function likelihoodOf(evidence: Evidence): number {
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
    weights.rightMedium * evidence.rightMedium +
    weights.toBusiness * evidence.toBusiness +
    weights.isTrade * evidence.isTrade;
  return 1 / (1 + Math.exp(-sum));
}
