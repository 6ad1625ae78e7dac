import type { Context } from "../../../ground/kernel/context.ts";
import type { Terms } from "../../instructions/index.ts";
import type { Source } from "../../sources/index.ts";
import type { Order } from "../order.ts";
import { isTrusted } from "./buyers/store.ts";
import { EVALUATOR } from "./evaluation/evaluate.ts";
import { evaluateOrder } from "./evaluation/evaluate-order.ts";
import type { Screening } from "./screening.ts";

/**
 * Forwards a new order if it is on policy, or if its buyer has auto-approval. A person decides on everything else, even
 * if it is definitely against the policy (storefront contract §10.7).
 */
export async function screenOrder(
  ctx: Context,
  order: Order,
  terms: Terms,
  active: readonly Source[],
): Promise<Screening> {
  const { policyDecision, summary } = evaluateOrder(order, terms, active);
  const screening = { ...EVALUATOR, summary };
  if (policyDecision === "definitely_on_policy") return { ...screening, outcome: "forwarded" };
  return heldUnlessTrusted(ctx, order, screening);
}

/** If the operator reviews every order, being on policy is not enough for an order to pass. */
export async function holdEvery(
  ctx: Context,
  order: Order,
  terms: Terms,
  active: readonly Source[],
): Promise<Screening> {
  const { policyDecision, summary } = evaluateOrder(order, terms, active);
  const why =
    policyDecision === "definitely_on_policy"
      ? "you review every media buy; this one complies with your policy"
      : summary;
  return heldUnlessTrusted(ctx, order, { ...EVALUATOR, summary: why });
}

async function heldUnlessTrusted(
  ctx: Context,
  order: Order,
  screening: Omit<Screening, "outcome">,
): Promise<Screening> {
  const { customerId } = order.buyer.identity;
  if (customerId === null || !(await isTrusted(ctx.db, ctx.viewer.customerId, customerId)))
    return { ...screening, outcome: "held" };
  return { ...screening, outcome: "bypassed" };
}
