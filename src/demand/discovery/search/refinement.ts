import type { Refinement } from "../../../ground/seller-agent/index.ts";
import { sessionAskOf } from "../reading/session-ask.ts";
import type { Offerer, RefinementAnswer, SellerAnswer } from "./seller-answer.ts";

/** The result of one refinement, at its position in the request. */
export interface RefinementOutcome extends RefinementAnswer {
  readonly scope: Refinement["scope"];
  readonly id?: string;
}

/** Who sold what in the answer that is being refined. */
export interface Sold {
  readonly products: readonly (Offerer & { readonly productId: string })[];
  readonly proposals: readonly (Offerer & { readonly proposalId: string })[];
}

/** Whether a seller receives a refinement: if it concerns the request and not just the session, or a product or proposal of that seller. */
export function concerns(refinement: Refinement, agentId: string, { products, proposals }: Sold): boolean {
  switch (refinement.scope) {
    case "request":
      return sessionAskOf(refinement.ask) === undefined;
    case "product":
      return products.some((one) => one.salesAgentId === agentId && one.productId === refinement.productId);
    case "proposal":
      return proposals.some((one) => one.salesAgentId === agentId && one.proposalId === refinement.proposalId);
  }
}

/** The marketplace's own result of each refinement, where it has one. */
type OwnResults = readonly ({ readonly outcome: RefinementAnswer | undefined } | undefined)[];

/**
 * Combines the sellers' results: applied if all applied it, unable if none could, partial otherwise. What the marketplace does itself is
 * done, whatever they could.
 */
export function joinOutcomes(
  refine: readonly Refinement[],
  sold: Sold,
  answers: readonly SellerAnswer[],
  own: OwnResults = [],
): RefinementOutcome[] {
  return refine.map((refinement, index) => {
    const response = answers.flatMap((answer) => {
      if (!concerns(refinement, answer.salesAgentId, sold)) return [];
      const before = refine.slice(0, index).filter((one) => concerns(one, answer.salesAgentId, sold)).length;
      return [{ seller: answer.salesAgentName, ...(answer.refinementsApplied[before] ?? SILENT) }];
    });
    const named = { scope: refinement.scope, ...idOf(refinement) };
    const ours = own[index]?.outcome;
    if (ours) return { ...named, ...withTheirs(ours, response) };
    if (response.length === 0) return { ...named, status: "unable", notes: unknownTo(refinement) };
    const notes = notesOf(response);
    return { ...named, status: isOmission(refinement) ? "applied" : overall(response), ...(notes && { notes }) };
  });
}

type SellerResult = RefinementAnswer & { readonly seller: string };

/** What a seller could not do itself does not matter if the marketplace has done it. */
function withTheirs({ status, notes: own }: RefinementAnswer, response: readonly SellerResult[]): RefinementAnswer {
  const theirs = notesOf(response.filter((one) => one.status !== "unable"));
  const notes = [own, theirs].filter(Boolean).join("; ");
  return { status, ...(notes && { notes }) };
}

/** What several sellers say in the same words is said once, after all their names. */
function notesOf(response: readonly SellerResult[]): string {
  const bySaying = Map.groupBy(response, ({ notes }) => notes?.trim() ?? "");
  return [...bySaying]
    .flatMap(([notes, said]) => (notes ? [`${said.map(({ seller }) => seller).join(", ")}: ${notes}`] : []))
    .join("; ");
}

/** The products and proposals that stay out, whatever the sellers answer. */
export function omissionsOf(refine: readonly Refinement[]) {
  const omitted = refine.filter(isOmission);
  return {
    products: new Set(omitted.flatMap((one) => (one.scope === "product" ? [one.productId] : []))),
    proposals: new Set(omitted.flatMap((one) => (one.scope === "proposal" ? [one.proposalId] : []))),
  };
}

const SILENT: RefinementAnswer = { status: "unable", notes: "did not say what happened to it" };

function overall(response: readonly RefinementAnswer[]): RefinementAnswer["status"] {
  const statuses = new Set(response.map(({ status }) => status));
  const [only] = statuses;
  return only && statuses.size === 1 ? only : "partial";
}

function isOmission(refinement: Refinement): boolean {
  return refinement.scope !== "request" && refinement.action === "omit";
}

function idOf(refinement: Refinement): { readonly id?: string } {
  switch (refinement.scope) {
    case "request":
      return {};
    case "product":
      return { id: refinement.productId };
    case "proposal":
      return { id: refinement.proposalId };
  }
}

function unknownTo(refinement: Refinement): string {
  return refinement.scope === "request"
    ? "no seller was there to be asked"
    : `no ${refinement.scope} of that id is in the last answer of a seller that was asked`;
}
