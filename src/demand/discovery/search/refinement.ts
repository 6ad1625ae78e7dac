import type { Refinement } from "../../../ground/seller-agent/index.ts";
import type { OwnPart } from "../reading/asks.ts";
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

/** Whether a refinement concerns a seller: the whole request does, and a product or proposal of that seller. */
export function concerns(refinement: Refinement, agentId: string, { products, proposals }: Sold): boolean {
  switch (refinement.scope) {
    case "request":
      return true;
    case "product":
      return products.some((one) => one.salesAgentId === agentId && one.productId === refinement.productId);
    case "proposal":
      return proposals.some((one) => one.salesAgentId === agentId && one.proposalId === refinement.proposalId);
  }
}

/**
 * Combines the sellers' results: applied if all applied it, unable if none could, partial otherwise. What the marketplace does itself is
 * done, whatever they could.
 */
export function joinOutcomes(
  refine: readonly Refinement[],
  sold: Sold,
  answers: readonly SellerAnswer[],
  own: readonly (OwnPart | undefined)[] = [],
): RefinementOutcome[] {
  return refine.map((refinement, index) => {
    const isSent = (at: number) => !own[at]?.isOwn;
    const response = answers.flatMap((answer) => {
      const concernsIt = (one: Refinement) => concerns(one, answer.salesAgentId, sold);
      if (!isSent(index) || !concernsIt(refinement)) return [];
      const before = refine.slice(0, index).filter((one, at) => isSent(at) && concernsIt(one)).length;
      return [{ seller: answer.salesAgentName, ...(answer.refinementsApplied[before] ?? SILENT) }];
    });
    const named = { scope: refinement.scope, ...idOf(refinement) };
    const ours = own[index]?.outcome;
    if (ours) return { ...named, ...withTheirs(ours, response) };
    if (response.length === 0) return { ...named, status: "unable", notes: own[index]?.hint ?? unknownTo(refinement) };
    const status = isOmission(refinement) ? "applied" : overall(response);
    const hint = status === "unable" ? own[index]?.hint : undefined;
    const notes = hint ? withHint(hint, response) : notesOf(response);
    return { ...named, status, ...(notes && { notes }) };
  });
}

type SellerResult = RefinementAnswer & { readonly seller: string };

/** Thirteen sellers who did not understand either add nothing. */
function withHint(hint: string, response: readonly SellerResult[]): string {
  const others = notesOf(response.filter(({ notes }) => notes !== "not understood"));
  return [hint, others].filter(Boolean).join("; ");
}

/** What a seller could not do itself does not matter if the marketplace has done it. */
function withTheirs({ status, notes: own }: RefinementAnswer, response: readonly SellerResult[]): RefinementAnswer {
  const theirs = notesOf(response.filter((one) => one.status !== "unable"));
  const notes = [own, theirs].filter(Boolean).join("; ");
  return { status, ...(notes && { notes }) };
}

/** At most so many different statements of sellers are repeated, and so many names before each. */
const MOST_SAYINGS = 3;
const MOST_NAMES = 4;

/** What several sellers say in the same words is said once, after their names; of many different statements the most frequent ones. */
function notesOf(response: readonly SellerResult[]): string {
  const bySaying = Map.groupBy(response, ({ notes }) => notes?.trim() ?? "");
  const sayings = [...bySaying].filter(([notes]) => notes !== "").toSorted(([, a], [, b]) => b.length - a.length);
  const repeated = sayings.slice(0, MOST_SAYINGS).map(([notes, said]) => `${namesOf(said)}: ${notes}`);
  const others = sayings.slice(MOST_SAYINGS).flatMap(([, said]) => said).length;
  return [
    ...repeated,
    ...(others > 0 ? [`${others} more ${others === 1 ? "seller" : "sellers"} with other notes`] : []),
  ].join("; ");
}

function namesOf(said: readonly SellerResult[]): string {
  const names = said.map(({ seller }) => seller);
  const rest = names.length - MOST_NAMES;
  return rest > 1 ? `${names.slice(0, MOST_NAMES).join(", ")} and ${rest} more` : names.join(", ");
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
