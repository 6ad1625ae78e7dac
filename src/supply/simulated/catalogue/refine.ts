import { refineInWords } from "../../../ground/seller-agent/implementing/refine-in-words.ts";
import type { ProductsAnswer, Refinement } from "../../../ground/seller-agent/index.ts";
import type { CatalogueProduct } from "./catalogue.ts";

type Applied = ProductsAnswer["refinementsApplied"][number];

/** What is about to be answered, while the buyer's refinements are worked into it. */
export interface Selection {
  readonly products: readonly CatalogueProduct[];
  /** The ids of the proposals that are shown. */
  readonly proposed: readonly string[];
  readonly applied: readonly Applied[];
}

interface Offer {
  readonly catalogue: readonly CatalogueProduct[];
  readonly proposalIds: readonly string[];
  /** What the refinements refine. */
  readonly brief: string | undefined;
}

/** Applies one refinement; AdCP requires the answers in the order of the refinements. */
export function refine(selection: Selection, refinement: Refinement, offer: Offer): Selection {
  switch (refinement.scope) {
    case "request":
      return refineRequest(selection, refinement.ask, offer);
    case "product":
      return refineProduct(selection, refinement, offer.catalogue);
    case "proposal":
      return refineProposal(selection, refinement, offer.proposalIds);
  }
}

function refineRequest(selection: Selection, ask: string, { brief }: Offer): Selection {
  const { products, applied } = refineInWords(selection.products, ask, brief);
  return answered({ ...selection, products }, applied);
}

type ProductRefinement = Extract<Refinement, { scope: "product" }>;

function refineProduct(
  selection: Selection,
  refinement: ProductRefinement,
  catalogue: readonly CatalogueProduct[],
): Selection {
  const wanted = catalogue.find(({ productId }) => productId === refinement.productId);
  if (!wanted) return answered(selection, { status: "unable", notes: `There is no product ${refinement.productId}.` });
  const others = selection.products.filter(({ productId }) => productId !== wanted.productId);
  return answered({ ...selection, products: withRefinement(refinement.action, wanted, others) }, { status: "applied" });
}

function withRefinement(
  action: ProductRefinement["action"],
  wanted: CatalogueProduct,
  others: readonly CatalogueProduct[],
) {
  if (action === "omit") return others;
  if (action === "include") return [wanted, ...others];
  const alike = (product: CatalogueProduct) => product.channels[0] === wanted.channels[0];
  return [wanted, ...others.filter(alike), ...others.filter((product) => !alike(product))];
}

function refineProposal(
  selection: Selection,
  { proposalId, action }: Extract<Refinement, { scope: "proposal" }>,
  own: readonly string[],
): Selection {
  if (!own.includes(proposalId)) {
    return answered(selection, { status: "unable", notes: `There is no proposal ${proposalId}.` });
  }
  const notes = action === "finalize" ? { notes: "It can be bought as it stands." } : {};
  const others = selection.proposed.filter((one) => one !== proposalId);
  const proposed = action === "omit" ? others : [...others, proposalId];
  return answered({ ...selection, proposed }, { status: "applied", ...notes });
}

function answered(selection: Selection, answer: Applied): Selection {
  return { ...selection, applied: [...selection.applied, answer] };
}
