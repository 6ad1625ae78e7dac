import type { Log } from "../../ground/kernel/log.ts";
import type { ProductsAnswer, ProductsRequest, SellerCall } from "../../ground/seller-agent/index.ts";
import type { OpenedSource } from "../orders/index.ts";
import { askAll, type CollectedAnswers } from "./ask-all.ts";
import { composeApplied, refinementsFor } from "./refinements.ts";

/** The sources' products, each as its source described it; sources that did not answer are reported. */
export interface CollectedProducts extends CollectedAnswers<ProductsAnswer> {
  readonly refinementsApplied: ProductsAnswer["refinementsApplied"];
}

export async function collectProducts(
  sources: readonly OpenedSource[],
  request: ProductsRequest,
  call: SellerCall,
  log: Log,
): Promise<CollectedProducts> {
  const { refine = [], ...rest } = request;
  const { said, incomplete, tookMs } = await askAll(sources, call, log, async (agent, share, { sourceId }) => {
    const routed = refinementsFor(sourceId, refine);
    const asked = { ...rest, ...(routed.refine.length > 0 && { refine: routed.refine }) };
    return { answer: await agent.getProducts(asked, share), positions: routed.positions };
  });
  const words = said.map(({ value: { answer, positions } }) => ({ positions, applied: answer.refinementsApplied }));
  return {
    said: said.map(({ source, value }) => ({ source, value: value.answer })),
    refinementsApplied: composeApplied(refine, words),
    tookMs,
    incomplete: [
      ...incomplete,
      ...said.flatMap(({ source, value }) =>
        value.answer.incomplete.map((gap) => ({ ...gap, source: `${source.name}: ${gap.source}` })),
      ),
    ],
  };
}
