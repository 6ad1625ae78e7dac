import { compare, type Decimal, type Money, split } from "../../../ground/kernel/money.ts";
import type { PricingModel, PricingOption, Product } from "../../../ground/seller-agent/index.ts";
import { isFixed, type ProductGroup } from "../../discovery/index.ts";
import type { PerformanceConfig } from "../targeting/optimization-goal.ts";

/** A product that the campaign can buy without asking its seller anything first. */
export interface Candidate {
  readonly salesAgentId: string;
  readonly groupId: string;
  readonly groupName: string;
  readonly product: Product;
  readonly option: PricingOption;
  /** How well the product fits the brief, from 0 to 1; 0 without a brief. */
  readonly score: number;
  /** Whether its pricing model matches the campaign's goal. */
  readonly isMeasured: boolean;
  /** Per thousand impressions; null for other pricing models. */
  readonly cpm: Decimal | null;
}

export interface PickLimits {
  readonly budget: Money;
  readonly goals: PerformanceConfig["optimizationGoals"];
  /** Products to prefer, and products to leave out. */
  readonly included: ReadonlySet<string>;
  readonly omitted: ReadonlySet<string>;
  readonly maxProducts: number;
  readonly minBudget: Decimal | null;
}

/** The criterion of the selection: the fit to the brief if there is one, otherwise the pricing model, otherwise the price. */
export type Method = "scoring" | "measurability" | "cpm_heuristic";

export interface Picked {
  readonly method: Method;
  /** How many products could have been selected. */
  readonly offered: number;
  /** The best first. The parts of the budget add up to the whole budget, exact to the minor unit. */
  readonly picks: readonly { readonly candidate: Candidate; readonly budget: Decimal }[];
}

/** Picks the best products, as many as the budget allows. The result does not depend on the order of the offers. */
export function pickProducts(groups: readonly ProductGroup[], wanted: PickLimits): Picked {
  const candidates = groups
    .flatMap((group) => candidatesIn(group, wanted))
    .sort((a, b) => order(a, b, wanted.included));
  return { method: methodOf(candidates), offered: candidates.length, picks: shared(candidates, wanted) };
}

function candidatesIn({ products, salesAgentId, groupId, groupName }: ProductGroup, wanted: PickLimits): Candidate[] {
  const measures = new Set(wanted.goals.flatMap(measuresOf));
  return products.flatMap(({ product, relevance }) => {
    if (wanted.omitted.has(product.productId)) return [];
    const buyable = product.pricingOptions.filter((option) => isBuyable(option, wanted.budget.currency));
    const measured = buyable.find(({ pricingModel }) => measures.has(pricingModel));
    const option = measured ?? buyable.toSorted(byPrice)[0];
    if (!option) return [];
    const where = { salesAgentId, groupId, groupName, product, option };
    return [{ ...where, score: relevance?.score ?? 0, isMeasured: measured !== undefined, cpm: cpmOf(option) }];
  });
}

/** In an auction we bid the floor price; without a floor there is no price to bid. */
function isBuyable(option: PricingOption, currency: string): boolean {
  return option.currency === currency && (isFixed(option) || option.floorPrice !== null);
}

type Goal = PickLimits["goals"][number];

/** The pricing models by which a product counts towards the goal. */
function measuresOf(goal: Goal): readonly PricingModel[] {
  return goal.kind === "event" ? ["cpa"] : (MEASURES[goal.metric] ?? []);
}

const MEASURES: Readonly<Record<string, readonly PricingModel[]>> = {
  clicks: ["cpc"],
  views: ["vcpm", "cpv"],
  completed_views: ["cpcv"],
  viewed_seconds: ["time"],
};

function cpmOf({ pricingModel, fixedPrice, floorPrice }: PricingOption): Decimal | null {
  return pricingModel === "cpm" || pricingModel === "vcpm" ? (fixedPrice ?? floorPrice) : null;
}

function byPrice(a: PricingOption, b: PricingOption): number {
  return orderPrices(cpmOf(a), cpmOf(b));
}

function orderPrices(a: Decimal | null, b: Decimal | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compare(a, b);
}

function order(a: Candidate, b: Candidate, included: ReadonlySet<string>): number {
  const isIn = ({ product }: Candidate) => Number(included.has(product.productId));
  return (
    isIn(b) - isIn(a) ||
    b.score - a.score ||
    Number(b.isMeasured) - Number(a.isMeasured) ||
    orderPrices(a.cpm, b.cpm) ||
    orderTexts(a.salesAgentId, b.salesAgentId) ||
    orderTexts(a.product.productId, b.product.productId)
  );
}

/** Compares by code unit, which is the same on every machine, whatever its locale. */
function orderTexts(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}

function methodOf(candidates: readonly Candidate[]): Method {
  if (candidates.some(({ score }) => score > 0)) return "scoring";
  return candidates.some(({ isMeasured }) => isMeasured) ? "measurability" : "cpm_heuristic";
}

/** Picks as many products as possible while an even share of the budget is enough for every seller and for the buyer. */
function shared(candidates: readonly Candidate[], { budget, maxProducts, minBudget }: PickLimits): Picked["picks"] {
  for (let count = Math.min(maxProducts, candidates.length); count > 0; count--) {
    const shares = split(budget, Array<Decimal>(count).fill("1"));
    const least = shares.reduce((a, b) => (compare(a, b) <= 0 ? a : b));
    if (compare(least, "0") <= 0 || compare(least, minBudget ?? "0") < 0) continue;
    const fitting = candidates.filter(({ option }) => compare(least, option.minSpendPerPackage ?? "0") >= 0);
    if (fitting.length < count) continue;
    return fitting.slice(0, count).map((candidate, index) => ({ candidate, budget: shares[index] ?? least }));
  }
  return [];
}
