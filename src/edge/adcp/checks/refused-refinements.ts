import type { ProductsAnswer, Refinement } from "../../../ground/seller-agent/index.ts";
import { refused } from "../protocol/failure.ts";

/**
 * Throws `SellerRefused` if a proposal is finalised together with anything else, because it has to be committed unchanged (AdCP 3.1,
 * get_products).
 */
export function refuseMixedFinalize(refine: readonly Refinement[]): void {
  const isFinal = refine.map((entry) => entry.scope === "proposal" && entry.action === "finalize");
  const finals = isFinal.filter(Boolean).length;
  if (finals === 0) return;
  const other = isFinal.indexOf(false);
  if (other !== -1) {
    const why = "a proposal is finalised separately: refine it first, then send finalize on its own";
    throw refused("INVALID_REQUEST", `refine[${other}]: ${why}`, `refine[${other}]`);
  }
  // Each source holds its own proposals, and nothing guarantees that either all of them hold or none does.
  if (finals > 1)
    throw refused("MULTI_FINALIZE_UNSUPPORTED", "refine[1]: finalise one proposal at a time", "refine[1]");
}

/**
 * Throws `SellerRefused` for changing or finalising a proposal that nobody here has made. If it may be missing because a source did not
 * answer, nothing is refused.
 */
export function refuseUnknownProposals(
  refine: readonly Refinement[],
  { proposals, refinementsApplied, incomplete }: ProductsAnswer,
): void {
  if (incomplete.some(({ reason }) => reason !== "filtered")) return;
  const offered = new Set(proposals.map(({ proposalId }) => proposalId));
  for (const [position, entry] of refine.entries()) {
    if (entry.scope !== "proposal" || offered.has(entry.proposalId)) continue;
    if (refinementsApplied[position]?.status !== "unable") continue;
    const field = `refine[${position}].proposal_id`;
    const message = `${field}: there is no proposal ${entry.proposalId}: call get_products with a brief to get one`;
    throw refused("PROPOSAL_NOT_FOUND", message, field);
  }
}
