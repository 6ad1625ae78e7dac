import { z } from "zod";
import type { LanguageModel } from "../../../ground/language-model/index.ts";
import type { Composition } from "../../composition/index.ts";

/** What may reorder products, and for which request. */
export interface ModelRanker {
  readonly model: LanguageModel;
  readonly requestId: string;
}

/** The order of products beyond this number is not changed. */
const MOST_ORDERED = 20;
const TASK =
  "Order the products by how well each answers the brief, the best first. Answer with a JSON array of their ids, each once.";
const Order = z.array(z.string()).max(MOST_ORDERED * 2);

/**
 * Asks a model for the order of the products to be shown; undefined if its answer is unusable. The model decides
 * nothing else: what is shown, at what price and with which posture has already been decided.
 */
export async function orderByModel(
  { model, requestId }: ModelRanker,
  brief: string,
  { products }: Composition,
): Promise<readonly string[] | undefined> {
  const first = products.slice(0, MOST_ORDERED);
  if (first.length < 2) return undefined;
  const data = {
    brief,
    products: first.map(({ product }) => ({
      id: product.productId,
      name: product.name,
      description: product.description.slice(0, 300),
      channels: product.channels,
    })),
  };
  const question = { purpose: "merchandising.order", task: TASK, data, requestId, mostOutputTokens: 1_000 };
  const said = await model.ask(question);
  return said === undefined ? undefined : orderIn(said);
}

function orderIn(said: string): readonly string[] | undefined {
  try {
    return Order.safeParse(JSON.parse(said)).data;
  } catch {
    return undefined;
  }
}
