import {
  type ProductsAnswer,
  type ProductsRequest,
  type Proposal,
  type SellerCall,
  SellerRefused,
} from "../../../ground/seller-agent/index.ts";
import { fromProposal } from "../../composition/index.ts";
import { type BuyerOfStorefront, holdProposal, mayTake, packagesOf, readHold } from "../../orders/holds/index.ts";
import type { OpenedSource, SellerSide } from "../../orders/index.ts";

/** A storefront that a buyer finalises a proposal of. */
export interface Finalising {
  readonly side: SellerSide;
  readonly buyer: BuyerOfStorefront;
  openSources(): Promise<readonly OpenedSource[]>;
}

/**
 * Has the sources hold what a proposal comes to, where one is to be finalised; the proposal is then committed until the hold
 * expires. Where they cannot, it stays as it was, and the answer says why. What a source has committed to itself stays its word.
 */
export async function finalised(
  shop: Finalising,
  request: ProductsRequest,
  answer: ProductsAnswer,
  call: SellerCall,
): Promise<ProductsAnswer> {
  const [only, ...others] = request.refine ?? [];
  if (only?.scope !== "proposal" || only.action !== "finalize" || others.length > 0) return answer;
  const known = await standingHold(shop, only.proposalId, call);
  if (known && !request.budget && !request.flight) return committed(answer, known.proposal);
  // All of it may be held by the hold that stands: then nothing is left to make the proposal of.
  const proposal = answer.proposals.find(({ proposalId }) => proposalId === only.proposalId) ?? known?.proposal;
  if (!proposal || (proposal.status === "committed" && proposal !== known?.proposal)) return answer;
  const budget = request.budget ?? guided(proposal);
  if (!budget) return unable(answer, "say for how much: name a budget in filters.budget_range");
  try {
    const packages = known ? packagesOf(known, budget) : fromProposal(proposal, budget, answer.products);
    const sources = await shop.openSources();
    const flight = request.flight ?? known?.flight ?? null;
    const held = await holdProposal(
      shop.side,
      { buyer: shop.buyer, proposal, packages, budget, flight, sources },
      call,
    );
    return held.kind === "held" ? committed(answer, held.hold.proposal) : unable(answer, held.why);
  } catch (error) {
    if (!(error instanceof SellerRefused)) throw error;
    return unable(answer, error.errors.map(({ message }) => message).join("; "));
  }
}

async function standingHold({ side, buyer }: Finalising, proposalId: string, call: SellerCall) {
  const hold = await readHold(side, buyer, proposalId, call);
  return hold?.status === "held" && mayTake(hold, "", call.now) ? hold : undefined;
}

/** What its seller would have spent on it, or the least that it is sold for. */
function guided({ budgetGuidance }: Proposal) {
  const amount = budgetGuidance?.recommended ?? budgetGuidance?.min;
  return budgetGuidance && amount ? { amount, currency: budgetGuidance.currency } : undefined;
}

function committed(answer: ProductsAnswer, proposal: Proposal): ProductsAnswer {
  const others = answer.proposals.filter(({ proposalId }) => proposalId !== proposal.proposalId);
  return { ...answer, proposals: [proposal, ...others], refinementsApplied: [{ status: "applied" }] };
}

function unable(answer: ProductsAnswer, why: string): ProductsAnswer {
  return { ...answer, refinementsApplied: [{ status: "unable", notes: why }] };
}
