import type { CompositionInput } from "../composition.ts";
import { joinProductId } from "../product-id.ts";
import type { Placed } from "./placed.ts";

/**
 * Chooses as many products as may be shown: the best match, then those among which a source's plan divides a budget
 * (because a proposal may only name products that are shown; AdCP, product-allocation), then the best of the others. A
 * plan for which there is no room is dropped.
 */
export function selectBest(placed: readonly Placed[], most: number, sources: CompositionInput["sources"]): Placed[] {
  const byId = new Map(placed.map((one) => [one.composed.product.productId, one]));
  const kept = plansOf(sources).reduce(
    (chosen, plan) => {
      const whole = new Set([...chosen, ...plan]);
      return whole.size <= most && plan.every((productId) => byId.has(productId)) ? whole : chosen;
    },
    new Set([...byId.keys()].slice(0, 1)),
  );
  const others = [...byId.keys()].filter((productId) => !kept.has(productId));
  const shown = new Set([...kept, ...others.slice(0, most - kept.size)]);
  return placed.filter(({ composed }) => shown.has(composed.product.productId));
}

function plansOf(sources: CompositionInput["sources"]): string[][] {
  return sources.flatMap(({ sourceId, proposals }) =>
    proposals.map(({ allocations }) => allocations.map(({ productId }) => joinProductId(sourceId, productId))),
  );
}
