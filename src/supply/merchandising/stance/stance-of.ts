import type { Decimal } from "../../../ground/kernel/money.ts";
import type { ProductsRequest } from "../../../ground/seller-agent/index.ts";
import {
  type CompositionDefaults,
  type Directive,
  type historyOf,
  isPosture,
  type Posture,
  resolveDefaults,
} from "../../analytics/index.ts";
import { buyingModeOf, type ProductMode, type Stance } from "../../composition/index.ts";
import type { Directives, Terms } from "../../instructions/index.ts";

/** The defaults by which an answer was composed, and what history alone would have recommended. */
export interface Composing {
  readonly defaults: CompositionDefaults;
  /** Null if there is too little history. */
  readonly recommended: Posture | null;
  readonly evidence: readonly string[];
}

/** Collects everything that determines the defaults: what people have stated, and what was learnt. */
export function composingOf(
  mode: ProductMode,
  request: ProductsRequest,
  terms: Terms,
  history: ReturnType<typeof historyOf> | undefined,
): Composing {
  const buyingMode = mode === "passthrough" ? "wholesale" : buyingModeOf(request);
  const defaults = resolveDefaults({
    buyingMode,
    buyerNote: directiveOf(terms.notesSay),
    instructions: { ...directiveOf(terms.instructionsSay), floorPosture: terms.floorPosture ?? undefined },
    ...(history && {
      buyerPosture: history.buyerPosture,
      windowPosture: history.windowPosture,
      learnedDefault: history.learnedDefault,
      history: history.counts,
    }),
  });
  const learnt = history?.buyerPosture ?? history?.windowPosture ?? null;
  const recommended = buyingMode === "wholesale" ? "wholesale_mirror" : learnt;
  return { defaults, recommended, evidence: history?.evidence ?? [] };
}

/** An unknown posture is ignored here: only people can interpret it. */
function directiveOf({ posture, targetProductCount }: Directives): Directive {
  return {
    posture: posture !== null && isPosture(posture) ? posture : undefined,
    targetProductCount: targetProductCount ?? undefined,
  };
}

/** A resold source's price is what the storefront itself pays, so nothing is conceded on it. */
export function stanceOf({ defaults }: Composing, sourceIds: readonly string[], { resold }: Terms): Stance {
  const { posture, targetProductCount, maxConcessionPercent } = defaults;
  const percent: Decimal = String(maxConcessionPercent);
  return {
    posture: posture.value,
    // The built-in number is only where learning starts: unless somebody has set a number or history suggests one,
    // everything that fits is shown.
    mostProducts: targetProductCount.source === "house_default" ? null : targetProductCount.value,
    concessions: Object.fromEntries(sourceIds.map((sourceId) => [sourceId, resold.has(sourceId) ? "0" : percent])),
  };
}
