import type { Log } from "../../ground/kernel/log.ts";
import type {
  Product,
  ProductsAnswer,
  ProductsRequest,
  Proposal,
  SellerCall,
} from "../../ground/seller-agent/index.ts";
import { joinProductId, type OpenedSource } from "../orders/index.ts";
import { askAll } from "./ask-all.ts";
import { composeApplied, refinementsFor } from "./refinements.ts";

/** The products of all sources, in the sources' order and each source's own; what is missing is said. */
export async function gatherProducts(
  sources: readonly OpenedSource[],
  request: ProductsRequest,
  call: SellerCall,
  log: Log,
): Promise<ProductsAnswer> {
  const { refine = [], ...rest } = request;
  const { said, incomplete } = await askAll(sources, call, log, async (agent, share, { sourceId }) => {
    const routed = refinementsFor(sourceId, refine);
    const asked = { ...rest, ...(routed.refine.length > 0 && { refine: routed.refine }) };
    return { answer: await agent.getProducts(asked, share), positions: routed.positions };
  });
  const words = said.map(({ value: { answer, positions } }) => ({ positions, applied: answer.refinementsApplied }));
  return {
    products: said.flatMap(({ source, value }) => value.answer.products.map((product) => ourProduct(source, product))),
    proposals: said.flatMap(({ source, value }) =>
      value.answer.proposals.map((proposal) => ourProposal(source, proposal)),
    ),
    refinementsApplied: composeApplied(refine, words),
    incomplete: [
      ...incomplete,
      ...said.flatMap(({ source, value }) =>
        value.answer.incomplete.map((gap) => ({ ...gap, source: `${source.name}: ${gap.source}` })),
      ),
    ],
  };
}

type Named = { readonly sourceId: string };

function ourProduct({ sourceId }: Named, product: Product): Product {
  return { ...product, productId: joinProductId(sourceId, product.productId) };
}

function ourProposal({ sourceId }: Named, proposal: Proposal): Proposal {
  const allocations = proposal.allocations.map((part) => ({
    ...part,
    productId: joinProductId(sourceId, part.productId),
  }));
  return { ...proposal, proposalId: joinProductId(sourceId, proposal.proposalId), allocations };
}
