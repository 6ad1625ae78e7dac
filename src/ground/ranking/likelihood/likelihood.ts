import { EVIDENCE, type Evidence } from "./evidence.ts";
import { LEARNED } from "./learned-weights.ts";

/** How likely a person would call the product an answer to the brief, from 0 to 1. */
export function likelihoodOf(evidence: Evidence): number {
  let sum: number = LEARNED.bias;
  for (const name of EVIDENCE) sum += LEARNED.weights[name] * evidence[name];
  return 1 / (1 + Math.exp(-sum));
}
