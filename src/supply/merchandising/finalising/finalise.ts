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

/** A storefront at which a buyer finalises a proposal. */
export interface ProposalFinalisation {
  readonly side: SellerSide;
  readonly buyer: BuyerOfStorefront;
  openSources(): Promise<readonly OpenedSource[]>;
}

/**
 * If the request finalises a proposal, has the sources hold its packages; the proposal is then committed until the hold
 * expires. If they cannot hold them, the proposal stays as it was, and the answer says why. A proposal that a source
 * has committed itself stays as it is.
 */
export async function finalised(
  shop: ProposalFinalisation,
  request: ProductsRequest,
  answer: ProductsAnswer,
  call: SellerCall,
): Promise<ProductsAnswer> {
  const [only, ...others] = request.refine ?? [];
  if (only?.scope !== "proposal" || only.action !== "finalize" || others.length > 0) return answer;
  const known = await standingHold(shop, only.proposalId, call);
  if (known && !request.budget && !request.flight) return committed(answer, known.proposal);
  // The existing hold may take all of the inventory, so that the proposal can no longer be composed from what is left.
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

async function standingHold({ side, buyer }: ProposalFinalisation, proposalId: string, call: SellerCall) {
  const hold = await readHold(side, buyer, proposalId, call);
  return hold?.status === "held" && mayTake(hold, "", call.now) ? hold : undefined;
}

/** The budget that its seller recommends, or else the minimum. */
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
