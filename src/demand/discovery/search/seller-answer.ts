import type { Incompleteness, Product, Proposal, UnreachableReason } from "../../../ground/seller-agent/index.ts";

/** A seller, as all of its products, groups and proposals name it. */
export interface Offerer {
  readonly salesAgentId: string;
  readonly salesAgentName: string;
  readonly storefrontId: number | null;
}

/** The result of asking one seller. One that failed has no products. */
export interface SellerAnswer extends Offerer {
  readonly products: readonly Product[];
  readonly proposals: readonly Proposal[];
  readonly refinementsApplied: readonly RefinementAnswer[];
  /** What it omitted, or why there is no answer at all. */
  readonly incomplete: readonly IncompleteAgent[];
  readonly failed: boolean;
  readonly tookMs: number;
}

export interface RefinementAnswer {
  readonly status: "applied" | "partial" | "unable";
  readonly notes?: string;
}

/** A part of the supply that is missing from the answer. */
export interface IncompleteAgent {
  readonly agentId: string;
  readonly agentName: string;
  readonly storefrontId: number | null;
  /** The inventory source behind the agent, or the agent itself. */
  readonly source: string;
  readonly sourceId?: string;
  readonly reason: IncompleteReason;
  readonly message: string;
}

export type IncompleteReason = Incompleteness["reason"] | UnreachableReason;

export interface AgentResult {
  readonly agentId: string;
  readonly agentName: string;
  readonly storefrontId: number | null;
  readonly success: boolean;
  readonly timedOut: boolean;
  /** As it answered, before any filter. */
  readonly productCount: number;
  readonly responseTimeMs: number;
  readonly error?: string;
  /** Why one that did not fail has nothing. */
  readonly skipReason?: string;
}

export function resultOf(answer: SellerAnswer): AgentResult {
  const { salesAgentId, salesAgentName, storefrontId, products, incomplete, failed, tookMs } = answer;
  const result: AgentResult = {
    agentId: salesAgentId,
    agentName: salesAgentName,
    storefrontId,
    success: !failed,
    timedOut: failed && incomplete.some(({ reason }) => reason === "timeout"),
    productCount: products.length,
    responseTimeMs: tookMs,
  };
  const why = incomplete.map(({ message }) => message).join("; ");
  if (failed) return { ...result, error: why };
  return products.length === 0 && why ? { ...result, skipReason: why } : result;
}
