import type { BriefReading } from "../../ground/brief/index.ts";
import type { Relevance } from "../../ground/ranking/rank-products.ts";
import type { Product, Proposal } from "../../ground/seller-agent/index.ts";
import type { SearchCriteria } from "./search/criteria.ts";
import type { EmptyReason } from "./search/empty-reason.ts";
import type { Removal } from "./search/filter-products.ts";
import type { RefinementOutcome } from "./search/refinement.ts";
import type { AgentResult, IncompleteAgent, Offerer } from "./search/seller-answer.ts";

/** A discovery session: the request and the sellers' last answers, without the selection. */
export interface Discovery {
  readonly discoveryId: string;
  readonly advertiserId: number;
  readonly campaignId: string | null;
  /** The attached campaign's status; null if there is none. */
  readonly campaignStatus: string | null;
  readonly criteria: SearchCriteria;
  /** The advertiser's: the session's budget and every budget of a selection are in it. */
  readonly currency: string;
  /** The advertiser's: its sellers are called with their sandbox accounts. */
  readonly sandbox: boolean;
  /** Best first. Every discovery replaces them all. */
  readonly groups: readonly ProductGroup[];
  readonly proposals: readonly OfferedProposal[];
  readonly diagnostics: Diagnostics;
  /** Null until the sellers have been asked once. */
  readonly discoveredAt: Date | null;
}

/** One seller's offers, in order of relevance. */
export interface ProductGroup extends Offerer {
  readonly groupId: string;
  readonly groupName: string;
  readonly products: readonly FoundProduct[];
}

export interface FoundProduct {
  readonly product: Product;
  /** Null where there was no brief to be relevant to. */
  readonly relevance: Relevance | null;
  /** Its place in the one order over all groups, from 1; absent in what was stored before there was one. */
  readonly rank?: number;
}

export interface OfferedProposal extends Offerer {
  readonly proposal: Proposal;
}

/** How the last answer was made, and what is missing from it. */
export interface Diagnostics {
  /** How long the search waited at most for the slowest seller. */
  readonly waitMs: number;
  readonly agentResults: readonly AgentResult[];
  readonly incompleteAgents: readonly IncompleteAgent[];
  readonly removed: readonly Removal[];
  readonly emptyReasons: readonly EmptyReason[];
  readonly refinementApplied: readonly RefinementOutcome[];
  /** The reading of the brief; absent if there was none. */
  readonly reading?: BriefReading;
  /** The versions of reading and ranking: the same versions give the same answer. */
  readonly versions?: Versions;
}

export interface Versions {
  readonly reading: string;
  readonly ranking: string;
  /** Null where no model takes part. */
  readonly model: string | null;
}

export const NO_DIAGNOSTICS: Diagnostics = {
  waitMs: 0,
  agentResults: [],
  incompleteAgents: [],
  removed: [],
  emptyReasons: [],
  refinementApplied: [],
};

const LIVE = new Set(["DRAFT", "ACTIVE", "PAUSED"]);

/** Whether a campaign that can still be executed uses this session. */
export function isBound({ campaignId, campaignStatus }: Discovery): boolean {
  return campaignId !== null && campaignStatus !== null && LIVE.has(campaignStatus);
}

/** Whether another campaign would have to wait for the one that has it: archiving a campaign releases its session. */
export function isTaken({ campaignId, campaignStatus }: Discovery): boolean {
  return campaignId !== null && campaignStatus !== null && campaignStatus !== "ARCHIVED";
}

/** All products of all groups, in their single order; unchanged if they were not ranked. */
export function rankedIn(groups: readonly ProductGroup[]) {
  const all = groups.flatMap((seller) => seller.products.map((found) => ({ found, seller })));
  return all.toSorted((a, b) => (a.found.rank ?? 0) - (b.found.rank ?? 0));
}
