import type { ProductsAnswer, Refinement } from "../../ground/seller-agent/index.ts";
import { splitProductId } from "../composition/index.ts";

type Applied = ProductsAnswer["refinementsApplied"][number];

/** The refinements for one source, by its own ids, with their positions in the buyer's list. */
export interface RoutedRefinements {
  readonly refine: readonly Refinement[];
  readonly positions: readonly number[];
}

/** A refinement of a product or a proposal goes to its source, and a refinement of the whole request to all sources. */
export function refinementsFor(sourceId: string, refine: readonly Refinement[]): RoutedRefinements {
  const routed = refine.flatMap((entry, position) => {
    const own = inOwnIds(sourceId, entry);
    return own ? [{ own, position }] : [];
  });
  return { refine: routed.map(({ own }) => own), positions: routed.map(({ position }) => position) };
}

function inOwnIds(sourceId: string, entry: Refinement): Refinement | undefined {
  if (entry.scope === "request") return entry;
  const id = splitProductId(entry.scope === "product" ? entry.productId : entry.proposalId);
  if (id?.sourceId !== sourceId) return undefined;
  return entry.scope === "product" ? { ...entry, productId: id.rest } : { ...entry, proposalId: id.rest };
}

/** A source's answers to the refinements that it was sent. */
export interface RefinementAnswers {
  readonly positions: readonly number[];
  readonly applied: readonly Applied[];
}

/** One result for each of the buyer's refinements, however many sources it was sent to. */
export function composeApplied(refine: readonly Refinement[], words: readonly RefinementAnswers[]): Applied[] {
  return refine.map((_, position) => {
    const said = words.flatMap(({ positions, applied }) => applied[positions.indexOf(position)] ?? []);
    // Sources often say the same, and a storefront may have a hundred.
    const notes = [...new Set(said.flatMap((one) => one.notes ?? []))].join("; ");
    const statuses = new Set(said.map(({ status }) => status));
    const [only] = statuses;
    if (!only) return { status: "unable", notes: "no source that answered knows what this is about" };
    return { status: statuses.size === 1 ? only : "partial", ...(notes && { notes }) };
  });
}
