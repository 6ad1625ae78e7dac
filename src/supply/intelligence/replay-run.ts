import type { Context } from "../../ground/kernel/context.ts";
import { InvalidState, NotFound } from "../../ground/kernel/errors.ts";
import { type Composition, composeProducts } from "../composition/index.ts";
import { findRulesVersion } from "../rules/index.ts";
import type { IntelligenceRun, RunRecord, ShownPrice } from "./intelligence-run.ts";
import { findRun } from "./store.ts";
import type { StoredInputs } from "./stored-inputs.ts";

export async function getRun({ db, viewer }: Pick<Context, "db" | "viewer">, runId: number): Promise<IntelligenceRun> {
  const found = await findRun(db, viewer.customerId, runId);
  if (!found)
    throw new NotFound(
      `id: your storefront has no intelligence run ${runId}; GET /api/v2/storefront/intelligence-runs lists them`,
    );
  return found;
}

/** A run composed again, with what it originally showed. */
export interface Replay {
  readonly run: IntelligenceRun;
  readonly composition: Composition;
  /** Products that were only shown then, or are only shown now, or have another position or price. */
  readonly differing: readonly string[];
}

/** Composes a run again from its stored input, with the rules version of that time. Asks no source and writes nothing. */
export async function replayRun(ctx: Context, runId: number): Promise<Replay> {
  const run = await getRun(ctx, runId);
  const { inputs, record } = run;
  if (inputs === null)
    throw new InvalidState(
      "this run was stored without its sources' answers: only runs whose result is ok and that are not too large can be replayed",
    );
  const { productRules } = record.versions;
  const version =
    productRules === null ? undefined : await findRulesVersion(ctx.db, ctx.viewer.customerId, productRules);
  const composition = await composeProducts({ ...(inputs as StoredInputs), rules: version?.rules ?? [] });
  return { run, composition, differing: differencesOf(record, composition) };
}

function differencesOf({ shown, shownIds }: RunRecord, { products }: Composition): string[] {
  const then = new Map(shownIds.map((productId, place) => [productId, place]));
  const now = new Map(products.map(({ product }, place) => [product.productId, place]));
  const moved = [...then.keys(), ...now.keys()].filter((productId) => then.get(productId) !== now.get(productId));
  const repriced = shown.filter(({ prices }, place) => {
    const quotes = products[place]?.quotes ?? [];
    return prices.some((price, index) => !isSamePrice(price, quotes[index]?.option));
  });
  return [...new Set([...moved, ...repriced.map(({ productId }) => productId)])];
}

function isSamePrice(then: ShownPrice, now: Omit<ShownPrice, "raised"> | undefined): boolean {
  return (
    now !== undefined &&
    then.pricingOptionId === now.pricingOptionId &&
    then.fixedPrice === now.fixedPrice &&
    then.floorPrice === now.floorPrice
  );
}
